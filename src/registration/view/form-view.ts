/** What the form passes down to its sections, and what they may ask for. Sections know no backend and keep no state. */
import type { TemplateResult, nothing } from 'lit';
import type { BackendError } from '../../backend/backend-error.js';
import type { Language } from '../../integration/rules.js';
import type { Integration } from '../../integration/schema.js';
import type { UrlResult } from '../../integration/urls.js';
import type { FormTexts } from '../../locales/en/form.js';
import type { Text } from '../../ui/fields.js';
import type { EndpointCheckState } from '../endpoint/endpoint-check.js';
import type { FieldName, FormValues } from '../model/form-values.js';

export interface FormView {
  readonly values: FormValues;
  readonly stored: Integration | undefined;
  readonly texts: FormTexts;
  readonly language: Language;
  /** BCP 47 tag of the language, for `Intl`. */
  readonly tag: string;
  /** Nothing may be changed: read-only, or being saved. */
  readonly locked: boolean;
  /** Whether this user may edit the launch settings. */
  readonly mayLaunch: boolean;
  /** The message at a field, in the user's language. */
  problemOf(name: FieldName): Text;
  /** Messages in words; undefined until that part has loaded, which begins when a user begins. */
  readonly messages: ViewMessages | undefined;
  readonly actions: FormActions;
}

/** The messages that sections show. */
export interface ViewMessages {
  /** What to know about an accepted URL, or a suggestion in place of a rejected one. */
  urlNotes(
    view: FormView,
    name: '/requestUrl' | '/launch/baseLaunchUrl',
    url: UrlResult,
  ): TemplateResult | undefined;
  endpointDetail(view: FormView, state: EndpointCheckState): TemplateResult | typeof nothing;
  /** Why something could not be loaded. */
  loadFailure(error: BackendError): TemplateResult;
}

/** What a section asks of the form. Inputs whose `name` is a field's need none of it: the form listens to them. */
export interface FormActions {
  set<K extends FieldName>(name: K, value: FormValues[K]): void;
  markTouched(name: FieldName): void;
  checkEndpoint(): void;
  retryEvents(): void;
  filterEvents(text: string): void;
  /** Announces the text once, politely, to screen readers. */
  announce(text: string): void;
  /** Saving waits for this work, such as the upload of a logo. */
  waitFor(work: Promise<unknown>): void;
  /** Each save does this work first, such as cleaning what was entered. The same function is done once. */
  prepare(work: () => Promise<unknown>): void;
  /** Renders again after a part's own state has changed. */
  refresh(): void;
}
