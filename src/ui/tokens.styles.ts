/**
 * Design tokens of all elements. A host sets the public `--ocean-*` properties on any ancestor; inside, only the private
 * `--_*` ones are used, so that each has its default in one place. Colours follow the page's colour scheme.
 *
 * Text, icons and the widths at which a layout changes are in `em`, of the host's text: many older pages set the root's to 62.5 %, which
 * `rem` would follow. What is pressed is 24 px at least all the same (WCAG 2.5.8).
 */
import { css } from 'lit';

export default css`
  :host {
    --_accent: var(--ocean-color-accent, light-dark(#0b5e74, #6fc7dd));
    --_on-accent: var(--ocean-color-on-accent, light-dark(#fff, #06242d));
    --_text: var(--ocean-color-text, light-dark(#1c2529, #e7edef));
    --_muted: var(--ocean-color-muted, light-dark(#55646b, #a3b2b8));
    --_surface: var(--ocean-color-surface, light-dark(#fff, #141b1e));
    --_raised: var(--ocean-color-raised, light-dark(#f3f6f7, #1e282c));
    --_border: var(--ocean-color-border, light-dark(#7d8c93, #7b8b92));
    --_line: var(--ocean-color-line, light-dark(#dde4e7, #2f3b40));
    --_danger: var(--ocean-color-danger, light-dark(#b3261e, #ff9a8f));
    --_warning: var(--ocean-color-warning, light-dark(#7a5200, #f2c14e));
    --_success: var(--ocean-color-success, light-dark(#1d6b3a, #7ed6a0));
    --_radius: var(--ocean-radius, 6px);
    /* Of boxes: corners that suit a button would eat into their words. */
    --_radius-box: min(var(--_radius), 12px);
    --_gap: var(--ocean-gap, 1rem);
    color: var(--_text);
  }
`;
