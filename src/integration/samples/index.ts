/**
 * Sample payloads to look at, of made-up data that says so. Loaded on demand.
 *
 * Source of Ocean's JSON: the test data of OceanMD's open-source receiver, for a note that was added; its schema has both
 * custom properties optional. The envelope of eReferral events is not public and is taken to be the same.
 */
import type { Payload } from '../schema.js';
import { messageBundle } from './message-bundle.js';
import { SAMPLE_REF } from './resources.js';

export interface SampleOptions {
  /** The endpoint that the sample is sent to, a whole URL. */
  requestUrl?: string;
  /** The clinic's site number. */
  siteNum?: string;
}

/**
 * What Ocean would send for the event, as a JSON value: its own JSON, or an HL7 FHIR R4 message Bundle. The same each time.
 *
 * An event that the catalogue does not have gets the same envelope; in FHIR its message is about a Task.
 */
export const samplePayload = (
  payload: Payload,
  eventCode: string,
  { requestUrl = '', siteNum = '1234' }: SampleOptions = {},
): unknown =>
  payload.format === 'fhir-r4'
    ? messageBundle(payload.guide, eventCode, requestUrl || 'https://hooks.example.org/ocean')
    : oceanJson(eventCode, siteNum);

/** Ocean's envelope: references only. The receiver fetches the rest with its own credentials. */
const oceanJson = (type: string, siteNum: string) => ({
  type,
  ref: SAMPLE_REF,
  siteNum,
  changeList: null,
  user: null,
  customProperties: CUSTOM_PROPERTIES[type] ?? {},
});

const SESSION = { oceanSessionId: 'sample-session' };

const CUSTOM_PROPERTIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'notify-patient-message-forms-completion': SESSION,
  'notify-patient-note-added': { ...SESSION, noteCompletionSource: 'PORTAL' },
};
