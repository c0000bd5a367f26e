/** Looks of the countdown, which is slotted into the confirmation. */
import { css } from 'lit';

export default css`
  .countdown {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    align-items: center;
    padding: 0.625rem 0.875rem;
    border-radius: var(--_radius-box);
    background: var(--_raised);
  }

  .countdown p {
    flex: 1 1 16em;
    margin: 0;
    font-variant-numeric: tabular-nums;
  }

  @media (forced-colors: active) {
    .countdown {
      border: 1px solid;
    }
  }

  @media print {
    .countdown {
      display: none;
    }
  }
`;
