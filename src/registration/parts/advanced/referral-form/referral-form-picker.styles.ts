/** Looks of the choice of a referral form: a text field with a list that opens below it. */
import { css } from 'lit';

export default css`
  .picker {
    display: grid;
    gap: 0.5rem;
    min-inline-size: 0;
  }

  .picker-control {
    position: relative;
  }

  .picker-control > input[role='combobox'] {
    padding-inline-end: 2.25rem;
    text-overflow: ellipsis;
  }

  .picker-arrow {
    position: absolute;
    inset-block-start: 0.6875rem;
    inset-inline-end: 0.6875rem;
    inline-size: 1em;
    block-size: 1em;
    fill: none;
    stroke: var(--_muted);
    stroke-width: 1.75;
    pointer-events: none;
  }

  .picker-popup {
    position: absolute;
    z-index: 2;
    inset-block-start: calc(100% + 0.25rem);
    inset-inline: 0;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 0.5rem 1.5rem rgb(0 0 0 / 18%);
  }

  .picker-popup > [role='listbox'] {
    max-block-size: 19rem;
    padding: 0.25rem;
    overflow: auto;
    overscroll-behavior: contain;
    list-style: none;
  }

  .picker-popup [role='option'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    align-items: baseline;
    justify-content: space-between;
    min-block-size: max(24px, 2.25rem);
    padding: 0.4375rem 0.625rem;
    border-radius: calc(var(--_radius) - 2px);
    cursor: pointer;
    overflow-wrap: anywhere;
  }

  .picker-popup [role='option']:hover {
    background: var(--_raised);
  }

  .picker-popup [role='option'][aria-selected='true'] {
    background: color-mix(in oklab, var(--_surface), var(--_accent) 16%);
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }

  .picker-popup [role='option'][data-chosen] > :first-child {
    font-weight: 600;
  }

  .picker-state {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    align-items: center;
    justify-content: space-between;
    min-block-size: max(24px, 2.25rem);
    padding: 0.375rem 0.875rem;
  }

  [role='listbox']:not([hidden]) + .picker-state {
    border-block-start: 1px solid var(--_line);
  }

  .picker-chosen {
    display: grid;
    gap: 0.375rem;
    justify-items: start;
    padding: 0.625rem 0.875rem;
    border-radius: var(--_radius);
    background: var(--_raised);
    font-size: 0.9375em;
    overflow-wrap: anywhere;
  }

  .picker-chosen ul {
    padding-inline-start: 1.125rem;
  }

  .picker-chosen > button,
  .picker-state > button {
    min-block-size: max(24px, 2rem);
    padding-block: 0.125rem;
  }

  .picker-chosen .disclosure[open] > summary {
    margin-block-end: 0.25rem;
  }

  @media (forced-colors: active) {
    .picker-popup [role='option'][aria-selected='true'] {
      outline-color: Highlight;
    }
  }
`;
