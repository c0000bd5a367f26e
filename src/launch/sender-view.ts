/** What a sender reads of launch settings, in one language. Nothing in them is trusted: they come from an admin, or a host. */
import { logoAddressOf } from '../integration/logo-address.js';
import { plainName } from '../integration/plain-name.js';
import type { Language } from '../integration/rules.js';
import type { LaunchSettings, LocalizedText } from '../integration/schema.js';
import { LANGUAGE_TAGS } from '../ui/localize.js';
import { launchUrlOf } from './url/opening.js';

/** A text, and its language where that is another than the one asked for. */
export interface LabelText {
  readonly text: string;
  readonly lang?: string;
}

export interface SenderView {
  /** Names what is launched: the application, else the company, else the host. */
  readonly application: LabelText;
  readonly company: LabelText;
  readonly category: LabelText;
  /** Markup or plain text, not yet sanitised; empty where there is no override. */
  readonly message: LabelText;
  readonly logoUrl: string | undefined;
  readonly logoAlt: LabelText;
  /** Host of the base launch URL in ASCII, with its port; undefined where the URL is none to go to. */
  readonly host: string | undefined;
}

const other = (language: Language): Language => (language === 'en' ? 'fr' : 'en');

const labelText = (
  given: LocalizedText | null | undefined,
  language: Language,
  read: (text: string) => string = plainName,
): LabelText => {
  const textOf = (value: unknown): string => (typeof value === 'string' ? read(value) : '');
  if (typeof given !== 'object' || given === null) return { text: textOf(given) };
  const text = textOf(given[language]);
  const fallback = other(language);
  return text ? { text } : { text: textOf(given[fallback]), lang: LANGUAGE_TAGS[fallback] };
};

/** @param base URL that a logo's relative address is read against: the page's */
export const senderView = (
  settings: Partial<LaunchSettings>,
  language: Language,
  base?: string,
): SenderView => {
  const company = labelText(settings.companyName, language);
  const application = labelText(settings.applicationName, language);
  const host = launchUrlOf(settings.baseLaunchUrl)?.host;
  return {
    application: application.text ? application : company.text ? company : { text: host ?? '' },
    company,
    category: labelText(settings.category, language),
    message: labelText(settings.confirmationMessage, language, (text) => text.trim()),
    logoUrl: logoAddressOf(settings.logoUrl, base),
    logoAlt: labelText(settings.logoAlt, language),
    host,
  };
};
