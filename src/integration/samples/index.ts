/** Sample payloads to look at, of made-up data that says so. Loaded on demand. */
import type { Payload } from '../schema.js';
import { messageBundle } from './message-bundle.js';

export interface SampleOptions {
  /** The endpoint that the sample is sent to. */
  requestUrl?: string;
  /** The clinic's site number. */
  siteNum?: string;
}

/** What Ocean would send for the event: its own JSON, or an HL7 FHIR R4 message Bundle. */
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
  ref: 'sample-690',
  siteNum,
  changeList: null,
  user: null,
  customProperties: { oceanSessionId: 'sample-session', noteCompletionSource: 'PORTAL' },
});
