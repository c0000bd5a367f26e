/** Looks of the advanced launch settings. */
import { css } from 'lit';

export default css`
  .advanced {
    display: grid;
    gap: calc(var(--_gap) * 1.25);
    min-inline-size: 0;
  }

  .advanced .pair {
    align-items: start;
  }

  .logo-alt-missing {
    color: var(--_warning);
    font-weight: 600;
  }
`;
