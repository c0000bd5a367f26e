/** An endpoint's health: the hexagon and the words; and for who opens the row, what it answered, when, and what to do. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Endpoint } from '../../../integration/schema.js';
import { hexagon } from '../../../ui/hexagon.js';
import { reasonSentence } from '../../../ui/reason.js';
import { textFor } from '../../../ui/text.js';
import { whenOf } from '../../../ui/when.js';
import type { ListView } from '../list-view.js';

export const health = (
  { texts: t }: ListView,
  { status, httpStatus }: Endpoint,
  checking: boolean,
): TemplateResult => {
  const shown = checking ? 'checking' : status;
  const bad = !checking && (status === 'failing' || status === 'erroring');
  return html`<span class="health" data-status=${shown}>
    ${hexagon(shown)}
    <span
      >${textFor(t.health, shown) ?? shown}${bad && httpStatus ? html` <span class="quiet" translate="no">${t.status(httpStatus)}</span>` : nothing}</span
    >
  </span>`;
};

/** In sentences. */
export const healthDetail = ({ texts: t, tag }: ListView, endpoint: Endpoint): TemplateResult => {
  const { status, httpStatus, reason, checkedAt, since } = endpoint;
  const bad = status === 'failing' || status === 'erroring';
  const time = (date: string | undefined, sentence: (text: string) => string): string => {
    const when = whenOf(tag, date);
    return when ? sentence(when) : '';
  };
  // A status that is an error by itself says so.
  const said = httpStatus && reason === 'http-status';
  const told = [
    bad && httpStatus ? t.answered(httpStatus) : '',
    bad && reason && !said ? reasonSentence(t.reasons, reason) : '',
    time(since, t.since),
    time(checkedAt, t.checkedAt),
  ].filter(Boolean);
  return html`<div>
    <p>${textFor(t.advice, status)}</p>
    ${told.length > 0 ? html`<p class="quiet">${told.join(' ')}</p>` : nothing}
  </div>`;
};
