/** Looks of an integration's activity. Its own names only: it stands among the styles of the element that shows it. */
import { css } from 'lit';

export default css`
  .activity {
    display: grid;
    gap: 1.25rem;
    min-inline-size: 0;
    padding-block-start: 0.75rem;
    border-block-start: 1px solid var(--_line);
    container: activity / inline-size;
  }

  .activity section {
    display: grid;
    gap: 0.625rem;
    min-inline-size: 0;
  }

  .activity :is(h4, h5, h6) {
    margin: 0;
    font-size: 1em;
    overflow-wrap: anywhere;
  }

  .activity h4 {
    font-size: 1.125em;
  }

  .activity :is(p, ul, ol) {
    margin: 0;
  }

  .activity > p,
  .activity section > p {
    max-inline-size: 44em;
  }

  .activity :is(section, .delivery-details, .answer) > button {
    justify-self: start;
  }

  .activity .link {
    min-block-size: 24px;
  }

  .activity .compact {
    min-block-size: max(24px, 1.875rem);
    padding-block: 0.125rem;
    font-size: 0.875em;
  }

  .activity-controls {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    align-items: end;
  }

  .activity-controls > .field {
    flex: 0 1 20em;
    min-inline-size: 0;
  }

  .activity-filter {
    max-inline-size: 14em;
  }

  .activity progress {
    inline-size: min(20em, 100%);
    accent-color: var(--_accent);
  }

  .outcome {
    --_tone: var(--_muted);
    overflow-wrap: anywhere;
  }

  [data-outcome='delivered'] {
    --_tone: var(--_success);
  }

  [data-outcome='failed'] {
    --_tone: var(--_danger);
  }

  [data-outcome='pending'] {
    --_tone: var(--_warning);
  }

  .outcome > strong {
    color: var(--_tone);
  }

  /* The signs differ in shape, so that nothing hangs on the colour. */
  .outcome::before {
    content: '✓' / '';
    display: inline-block;
    inline-size: 1.25em;
    color: var(--_tone);
    font-weight: 700;
  }

  .outcome[data-outcome='failed']::before {
    content: '✕' / '';
  }

  .outcome[data-outcome='pending']::before {
    content: '…' / '';
  }

  .delivery-line {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    align-items: center;
    justify-content: space-between;
    min-block-size: max(24px, 1.875rem);
  }

  .delivery-list,
  .delivery-details > ol {
    padding: 0;
    /* Not "none": Safari would no longer say that it is a list. */
    list-style-type: '';
  }

  .delivery-list > li {
    display: grid;
    gap: 0.5rem;
    padding-block: 0.5rem;
    border-block-start: 1px solid var(--_line);
  }

  .delivery {
    display: grid;
    gap: 0.375rem 1rem;
    align-items: center;
  }

  .delivery-what {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5rem;
    align-items: baseline;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .delivery-test {
    padding-inline: 0.375rem;
    border: 1px solid var(--_border);
    border-radius: 999px;
    font-size: 0.8125em;
  }

  .delivery-details,
  .delivery-details > ol,
  .delivery-details li,
  .activity .answer {
    display: grid;
    gap: 0.375rem;
    min-inline-size: 0;
  }

  .delivery-details {
    gap: 0.75rem;
    padding-inline-start: 0.75rem;
    border-inline-start: 3px solid var(--_line);
  }

  .delivery-details > ol {
    gap: 0.75rem;
  }

  /* An answer may be one long line, and is not to be copied. */
  .activity .answer > pre {
    max-block-size: 16rem;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .activity .notice .answer > pre {
    background: var(--_surface);
  }

  @container activity (min-width: 44em) {
    /* The last one is as wide in each row, so that the columns are in line. */
    .delivery {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2.5fr) 14em;
    }

    .delivery > .buttons {
      justify-content: end;
    }
  }
`;
