/** The name of an event, for parts of the form that are not given the backend's own list. */
import { EVENT_CATALOGUE } from '../../integration/event-catalogue.js';
import type { Language } from '../../integration/rules.js';

/** The catalogue's name; the code, where the catalogue does not have the event. */
export const eventName = (code: string, language: Language): string =>
  EVENT_CATALOGUE.find((event) => event.code === code)?.name[language] ?? code;
