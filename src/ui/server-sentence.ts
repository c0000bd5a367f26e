/** A sentence of somebody else's server, to stand after one of ours: as text, cut, and in its own language. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { shorten } from './text.js';

/** @param language of the sentence, as a tag; an empty one where it is not known, so that it is not taken for the page's */
export const serverSentence = (detail: string, language = ''): TemplateResult =>
  html`<span lang=${language} dir="auto">${shorten(detail)}</span>`;
