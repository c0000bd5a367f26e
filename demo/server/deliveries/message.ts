/** The message of an event as it is sent: Ocean's JSON or a FHIR R4 message Bundle, of made-up data. */
import { randomUUID } from 'node:crypto';
import type { EventType, Integration } from '../../../src/integration/index.js';
import { samplePayload } from '../../../src/server-rules/index.js';
import type { DeliveryMessage } from '../ports.js';

export const messageBody = (
  { payload, requestUrl }: Pick<Integration, 'payload' | 'requestUrl'>,
  eventType: EventType['code'],
  { siteNum }: { siteNum: string },
): DeliveryMessage => {
  const sample = samplePayload(payload, eventType, { requestUrl, siteNum });
  if (payload.format === 'ocean-json')
    return { body: JSON.stringify(sample), contentType: 'application/json' };
  return {
    body: JSON.stringify({ ...(sample as object), ...newIdentity() }),
    contentType: 'application/fhir+json',
  };
};

/** The sample's own is the same each time: a receiver may take a second message for the first one, repeated. */
const newIdentity = () => {
  const id = randomUUID();
  return {
    id,
    identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${id}` },
    timestamp: new Date().toISOString(),
  };
};
