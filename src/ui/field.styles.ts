/** Styles of fields, buttons and notices. Font and colour scheme are the page's. */
import { css } from 'lit';

export default css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  p,
  ul {
    margin: 0;
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    margin-block-end: 0.375rem;
    padding: 0;
  }

  .field {
    display: grid;
    gap: 0.25rem;
  }

  label,
  .radios > legend {
    font-weight: 600;
  }

  .optional,
  .quiet,
  .hint {
    color: var(--_muted);
    font-weight: 400;
  }

  .hint,
  .notes,
  .problem,
  .quiet {
    font-size: 0.875em;
    line-height: 1.4;
    overflow-wrap: anywhere;
  }

  .control {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  input:not([type='checkbox'], [type='radio'], [type='file']),
  select,
  textarea {
    flex: 1 1 14em;
    min-inline-size: 0;
    inline-size: 100%;
    min-block-size: max(24px, 2.375rem);
    padding: 0.375rem 0.625rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }

  input[readonly],
  textarea[readonly],
  select:disabled {
    background: var(--_raised);
    border-style: dashed;
    opacity: 1;
  }

  [aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }

  input[type='checkbox'],
  input[type='radio'] {
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    accent-color: var(--_accent);
  }

  .choice {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr);
    column-gap: 0.5rem;
    align-items: start;
    align-content: start;
  }

  .choice > label {
    min-block-size: 24px;
    line-height: 24px;
    font-weight: 400;
    overflow-wrap: anywhere;
  }

  .choice > .hint {
    grid-column: 2;
  }

  .problem {
    display: flex;
    gap: 0.375rem;
    align-items: baseline;
    color: var(--_danger);
    font-weight: 600;
  }

  .problem::before {
    content: '!' / '';
    flex: none;
    inline-size: 1.125em;
    border-radius: 50%;
    background: var(--_danger);
    color: var(--_surface);
    font-size: 0.85em;
    line-height: 1.125em;
    text-align: center;
  }

  .notes ul {
    padding-inline-start: 1.125rem;
  }

  button[aria-disabled='true'],
  button:disabled {
    border-style: dashed;
    border-color: var(--_border);
    background: var(--_raised);
    color: var(--_muted);
    cursor: not-allowed;
  }

  button.link {
    justify-self: start;
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    text-align: start;
    text-decoration: underline;
    overflow-wrap: anywhere;
  }

  .notice {
    display: grid;
    gap: 0.5rem;
    padding: 0.75rem 1rem;
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_tone, var(--_accent));
    border-radius: var(--_radius);
    background: var(--_raised);
  }

  .notice[data-tone='danger'] {
    --_tone: var(--_danger);
  }

  .notice[data-tone='warning'] {
    --_tone: var(--_warning);
  }

  .notice[data-tone='success'] {
    --_tone: var(--_success);
  }

  .notice > h3 {
    margin: 0;
    color: var(--_tone);
    font-size: 1em;
  }

  .notice > button {
    justify-self: start;
  }

  .notice ul {
    padding-inline-start: 1.25rem;
  }

  .notice li + li {
    margin-block-start: 0.25rem;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  @media (forced-colors: active) {
    .problem::before {
      border: 1px solid;
    }
  }
`;
