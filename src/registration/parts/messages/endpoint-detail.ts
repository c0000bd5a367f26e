/** The endpoint's state in words: the reason, the HTTP status, when it was found out, and what to do. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { reasonSentence } from '../../../ui/reason.js';
import { textFor } from '../../../ui/text.js';
import { whenOf } from '../../../ui/when.js';
import type { EndpointCheckState } from '../../endpoint/endpoint-check.js';
import type { MessageView } from './message-view.js';

/** The reason in the user's language. */
const reasonOf = ({ messageTexts, tag }: MessageView, state: EndpointCheckState): string => {
  const { endpoint: t, failures } = messageTexts;
  if (state.status === 'unavailable') return textFor(failures.kinds, state.error.kind) ?? '';
  if (!('endpoint' in state)) return '';
  const { reason, httpStatus, checkedAt } = state.endpoint;
  const bad = state.status !== 'verified';
  const when = whenOf(tag, checkedAt);
  // Where the HTTP status is the reason, one sentence is enough.
  const said = reason === 'http-status' && httpStatus;
  return [
    bad && said ? t.answered(httpStatus) : '',
    bad && reason && !said ? reasonSentence(t.reasons, reason) : '',
    bad && httpStatus && !said ? t.httpStatus(httpStatus) : '',
    bad && state.withoutSecret ? t.withoutSecret : '',
    when ? t.checkedAt(when) : '',
  ]
    .filter(Boolean)
    .join(' ');
};

/** The state and the reason in one sentence, to be announced. */
export const endpointSentence = (view: MessageView, state: EndpointCheckState): string =>
  view.messageTexts.endpoint.announced(view.texts.endpoint[state.status], reasonOf(view, state));

export const endpointDetail = (
  view: MessageView,
  state: EndpointCheckState,
): TemplateResult | typeof nothing => {
  const detail = reasonOf(view, state);
  const bad = state.status === 'failing' || state.status === 'erroring';
  return detail || bad
    ? html`<p>${detail}</p>
        ${bad && !view.locked ? html`<p>${view.messageTexts.endpoint.saveAnyway}</p>` : nothing}`
    : nothing;
};
