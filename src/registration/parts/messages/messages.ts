/**
 * The form's messages in words: at a field, about a URL or the endpoint, above the form.
 * Loaded when a user begins, so that a page that only shows the form does not pay for it.
 */
import type { LitElement, TemplateResult, nothing } from 'lit';
import type { BackendError } from '../../../backend/backend-error.js';
import type { UrlResult } from '../../../integration/urls.js';
import { texts as english } from '../../../locales/en/messages.js';
import type { MessageTexts } from '../../../locales/en/messages.js';
import type { Text } from '../../../ui/fields.js';
import { Localize } from '../../../ui/localize.js';
import type { EndpointCheckState } from '../../endpoint/endpoint-check.js';
import type { FieldProblem } from '../../model/form-store.js';
import type { FieldName } from '../../model/form-values.js';
import type { FormView, ViewMessages } from '../../view/form-view.js';
import { Connection } from './connection.js';
import { endpointDetail, endpointSentence } from './endpoint-detail.js';
import { formNotices } from './form-notices.js';
import type { FormNoticesOptions } from './form-notices.js';
import { loadFailed, loadFailure } from './load-failure.js';
import type { LoadFailedOptions } from './load-failure.js';
import type { MessageView } from './message-view.js';
import { problemSentence } from './problem-text.js';
import { urlNotes } from './url-notes.js';

export class Messages implements ViewMessages {
  private readonly localize: Localize<MessageTexts>;

  constructor(host: LitElement) {
    new Connection(host);
    this.localize = new Localize(host, {
      en: english,
      fr: async () => (await import('../../../locales/fr/messages.js')).texts,
    });
  }

  /** Settled when the texts of the page's language are there. */
  get ready(): Promise<void> | undefined {
    return this.localize.ready;
  }

  problem(name: FieldName, problem: FieldProblem): Text {
    return problemSentence(this.texts, name, problem);
  }

  urlNotes(
    view: FormView,
    name: '/requestUrl' | '/launch/baseLaunchUrl',
    url: UrlResult,
  ): TemplateResult | undefined {
    return urlNotes(this.over(view), name, url);
  }

  endpointDetail(view: FormView, state: EndpointCheckState): TemplateResult | typeof nothing {
    return endpointDetail(this.over(view), state);
  }

  endpointSentence(view: FormView, state: EndpointCheckState): string {
    return endpointSentence(this.over(view), state);
  }

  notices(view: FormView, options: FormNoticesOptions): TemplateResult {
    return formNotices(this.over(view), options);
  }

  loadFailure(error: BackendError): TemplateResult {
    return loadFailure(this.texts, error);
  }

  loadFailed(view: FormView, options: LoadFailedOptions): TemplateResult {
    return loadFailed(view, this.texts, options);
  }

  private get texts(): MessageTexts {
    return this.localize.texts ?? english;
  }

  private over(view: FormView): MessageView {
    return { ...view, messageTexts: this.texts };
  }
}
