/** What the form hands down to its sections, and what they may ask for. Sections know no adapter and keep no state. */
import type { EventType, Integration } from '../../integration/schema.js';
import type { Language } from '../../integration/rules.js';
import type { FormTexts } from '../../locales/en/form.js';
import type { Text } from '../../ui/fields.js';
import type { EndpointCheckState } from '../endpoint/endpoint-check.js';
import type { Messages } from '../parts/messages/messages.js';
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
  readonly mayLaunch: boolean;
  /** The message that stands at a field, in the user's language. */
  problemOf(name: FieldName): Text;
  /** Sentences for what there is to say; undefined until a user begins. */
  readonly messages: Messages | undefined;
  readonly actions: FormActions;
}

/** What a section asks of the form. Inputs with a field's `name` need none of this: the form listens to them. */
export interface FormActions {
  set<K extends FieldName>(name: K, value: FormValues[K]): void;
  markTouched(name: FieldName): void;
  checkEndpoint(): void;
  retryEvents(): void;
  filterEvents(text: string): void;
  /** Says something once, politely, to a screen reader. */
  announce(text: string): void;
  /** Saving waits for this work, such as a logo on its way. */
  waitFor(work: Promise<unknown>): void;
  /** Each save does this work first, such as cleaning what was entered. Asked for twice, it is done once. */
  prepare(work: () => Promise<unknown>): void;
  /** Renders again after a part's own state has changed. */
  refresh(): void;
}

export interface EventsState {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly types: readonly EventType[];
  readonly filter: string;
}

export interface EndpointView {
  readonly state: EndpointCheckState;
  readonly canCheck: boolean;
}
