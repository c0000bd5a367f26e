/** Looks of the logo's field: a zone to drop a file on, with the picture beside what can be done. */
import { css } from 'lit';

export default css`
  .logo-zone {
    display: grid;
    grid-template-columns: 10rem minmax(0, 1fr);
    gap: 0.75rem 1rem;
    align-items: center;
    padding: 0.875rem;
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
  }

  .logo-zone[data-locked] {
    border-style: solid;
    border-color: var(--_line);
  }

  .logo-zone[data-over] {
    border-color: var(--_accent);
    border-style: solid;
    background: color-mix(in oklab, var(--_surface), var(--_accent) 10%);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  /* White in either colour scheme: the logo's own ground is not known. */
  .logo-box {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 10rem;
    max-inline-size: 100%;
    block-size: 6rem;
    padding: 0.5rem;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) - 2px);
    background: #fff;
    color: #47545a;
    font-size: 0.8125em;
    line-height: 1.3;
    text-align: center;
    overflow-wrap: anywhere;
  }

  .logo-box[data-empty] {
    background: var(--_raised);
  }

  .logo-box > img {
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 0;
    object-fit: contain;
    color: inherit;
    font-size: inherit;
  }

  .logo-box > svg {
    inline-size: 2rem;
    block-size: 2rem;
    fill: none;
    stroke: var(--_border);
    stroke-width: 1.5;
  }

  .logo-about {
    display: grid;
    gap: 0.5rem;
    min-inline-size: 0;
  }

  .logo-about > p {
    overflow-wrap: anywhere;
  }

  .logo-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    align-items: center;
  }

  /* Over the picture: a press on it opens the file dialog, as the button beside it does. */
  .logo-box > input[type='file'] {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    cursor: pointer;
  }

  .logo-box > input[type='file']:disabled {
    cursor: auto;
  }

  .logo-box:has(> input:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .logo-zone progress {
    inline-size: 100%;
    block-size: 0.5rem;
    accent-color: var(--_accent);
  }

  .logo-zone ~ .notes {
    display: grid;
    gap: 0.375rem;
    justify-items: start;
  }

  @container (max-width: 30em) {
    .logo-zone {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .logo-zone progress:indeterminate {
      appearance: none;
    }
  }

  @media (forced-colors: active) {
    .logo-zone[data-over] {
      outline: 2px solid Highlight;
    }
  }
`;
