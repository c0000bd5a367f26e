/** Looks of the explanation of the endpoint's check. */
import { css } from 'lit';

export default css`
  .explanation ol {
    display: grid;
    gap: 0.375rem;
    margin: 0;
    padding-inline-start: 1.5rem;
  }

  .explanation dl {
    display: grid;
    gap: 0.125rem 1rem;
    margin: 0;
  }

  .explanation dt {
    color: var(--_muted);
    font-size: 0.875em;
  }

  .explanation dd {
    margin: 0;
    overflow-wrap: anywhere;
  }

  .explanation .code + .hint {
    margin-block-start: 0.375rem;
  }

  @container (min-width: 44em) {
    .explanation dl {
      grid-template-columns: max-content minmax(0, 1fr);
      align-items: baseline;
    }
  }
`;
