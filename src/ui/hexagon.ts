/** Ocean's hexagon for the state of an endpoint. Signs inside it differ, so that nothing hangs on the colour; words stand beside it. */
import { css, html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { EndpointStatus } from '../integration/schema.js';

/** What a widget may know of an endpoint, beyond what the backend does. */
export type HexagonStatus = EndpointStatus | 'checking' | 'stale' | 'unavailable';

const WARNING = svg`<path d="M8 4.5v4.5M8 11v.5" />`;

const SIGNS: Partial<Record<HexagonStatus, TemplateResult>> = {
  unavailable: WARNING,
  verified: svg`<path d="M5 8.2l2.2 2.2L11.2 6" />`,
  failing: WARNING,
  erroring: svg`<path d="M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4" />`,
};

/** Takes its colours from the `data-status` of an element around it. */
export const hexagon = (status: HexagonStatus): TemplateResult => html`
  <svg class="hexagon" part="hexagon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path class="shape" d="M8 .8l6.3 3.6v7.2L8 15.2l-6.3-3.6V4.4z" />
    ${SIGNS[status] ?? nothing}
  </svg>
`;

export const hexagonStyles = css`
  .hexagon {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin-block-start: calc((1lh - 1.25em) / 2);
    fill: none;
    stroke: var(--_state, var(--_muted));
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  [data-status='verified'] {
    --_state: var(--_success);
  }

  [data-status='failing'] .shape {
    fill: light-dark(#ffd75e, #6b5200);
  }

  [data-status='failing'] {
    --_state: var(--_warning);
  }

  [data-status='erroring'] {
    --_state: var(--_danger);
  }

  [data-status='erroring'] .shape {
    fill: light-dark(#fde0dc, #5c1d18);
  }

  [data-status='stale'] .shape,
  [data-status='unchecked'] .shape {
    stroke-dasharray: 2 2.4;
  }

  [data-status='checking'] .hexagon {
    animation: turn 2s linear infinite;
  }

  @keyframes turn {
    to {
      rotate: 360deg;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .hexagon {
      animation: none !important;
    }
  }

  @media (forced-colors: active) {
    .hexagon {
      stroke: CanvasText;
    }
  }
`;
