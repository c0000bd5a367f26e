/** Looks of a conflict: a field's two versions side by side, or below each other where there is little room. */
import { css } from 'lit';

export default css`
  .conflict,
  .conflict-rows,
  .conflict-row {
    display: grid;
    gap: 0.75rem;
    min-inline-size: 0;
  }

  .conflict > .buttons {
    padding-block: 0.25rem;
  }

  .conflict-row {
    gap: 0.5rem;
    padding-block-start: 0.75rem;
    border-block-start: 1px solid var(--_line);
  }

  .conflict-name {
    display: grid;
    align-content: start;
    overflow-wrap: anywhere;
  }

  .conflict-name strong {
    font-weight: 600;
  }

  .conflict-side {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.5rem;
    align-items: start;
    padding: 0.5rem 0.75rem 0.625rem 0.5rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-weight: 400;
    cursor: pointer;
  }

  .conflict-side:has(:checked) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  .conflict-side span {
    display: block;
    overflow-wrap: anywhere;
  }

  .conflict-side .conflict-who,
  .conflict-side .conflict-term {
    color: var(--_muted);
    font-size: 0.875em;
  }

  .conflict-side .conflict-term {
    display: inline;
  }

  .conflict-side .conflict-empty {
    color: var(--_muted);
    font-style: italic;
  }

  @container (min-width: 44em) {
    .conflict-row {
      grid-template-columns: minmax(8em, 1fr) repeat(2, minmax(0, 2fr));
      gap: 0.75rem;
    }
  }

  @media (forced-colors: active) {
    .conflict-side:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
`;
