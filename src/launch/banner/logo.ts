/** The logo in a box of its own size, whatever the picture's is: a picture that is late or broken moves nothing. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { LabelText } from '../sender-view.js';

/** A picture that can't be shown leaves the initial behind it. */
const show = (event: Event): void => {
  (event.target as HTMLElement).hidden = event.type === 'error';
};

export const logo = (options: {
  url: string | undefined;
  alt: LabelText;
  /** What the initial is taken from, where there is no picture. */
  name: string;
}): TemplateResult => {
  const { url, alt, name } = options;
  return html`<div class="logo" part="logo">
    <span aria-hidden="true">${[...name][0]}</span>
    ${
      url &&
      html`<img
        src=${url}
        alt=${alt.text}
        lang=${ifDefined(alt.lang)}
        loading="lazy"
        decoding="async"
        referrerpolicy="no-referrer"
        @load=${show}
        @error=${show}
      />`
    }
  </div>`;
};
