/** Names and descriptions of an integration's schemas: as it is read, and as it is written. */
import { LIMITS } from '../../integration/rules.js';
import { draftSchemas } from '../../integration/draft-schema.js';
import {
  authenticationSchema,
  endpointSchema,
  integrationSchema,
  launchSettingsSchema,
  localizedTextSchema,
  oauth2Schema,
} from '../../integration/schema.js';
import {
  basicAuthentication,
  fhirPayload,
  noAuthentication,
  oceanJsonPayload,
  payload,
  webhookKeyAuthentication,
} from '../../integration/schema-parts.js';
import type { Documentation, FieldDocumentation } from './documentation.js';
import { BASE_LAUNCH_URL_RULES, REQUEST_URL_RULES } from './url-rules.js';

const EITHER = 'one text for all languages, or one per language';
const LENGTHS = 'Lengths count UTF-16 code units.';

const MESSAGE = `Rich text of a few elements (\`p br b strong i em u s ul ol li a h2 h3 h4 blockquote code pre hr sub sup span\`) with the placeholders \`{{companyName}}\`, \`{{applicationName}}\`, \`{{referralRef}}\`. At most ${LIMITS.messageText} characters of text (\`message-too-long\`) and ${LIMITS.messageMarkup} of markup (\`message-markup-too-long\`), in each language.`;

const SECRET = (what: string): FieldDocumentation => ({
  description: `${what} Never in an answer. Left out in an update, the stored one is kept while the type stays the same, and the origin of each address that it is used at; else it is refused (\`required\`).`,
  writeOnly: true,
});

const STORED = (what: string): FieldDocumentation => ({
  description: `Whether ${what} is stored. What a request says of it counts nothing.`,
  readOnly: true,
});

/** The ways to authenticate, of which only OAuth 2.0 has a stricter schema where it is written. */
const describeAuthentication = (notes: Documentation): void => {
  const type = 'The kind of authentication.';
  notes.object(noAuthentication, { description: 'Nothing is sent.' }, { type });
  notes.object(
    basicAuthentication,
    { description: 'HTTP Basic (RFC 7617).' },
    {
      type,
      username: 'User name.',
      password: SECRET('Password.'),
      hasPassword: STORED('a password'),
    },
  );
  for (const oauth2 of [oauth2Schema, draftSchemas().oauth2])
    notes.object(
      oauth2,
      { description: 'OAuth 2.0 client credentials (RFC 6749, 4.4).' },
      {
        type,
        tokenUrl: 'Where a token is asked for.',
        clientId: 'Client id.',
        clientSecret: SECRET('Client secret.'),
        hasClientSecret: STORED('a client secret'),
        scope: 'Scopes that are asked for, separated by spaces.',
      },
    );
  notes.object(
    webhookKeyAuthentication,
    { description: 'A key in the header `x-ocean-webhook-key`.' },
    { type, key: SECRET('Key.'), hasKey: STORED('a key') },
  );
  notes.schema(
    authenticationSchema,
    'Authentication',
    'How a message proves where it is from. Holds no secret: a flag says that one is stored.',
  );
  notes.schema(
    draftSchemas().authentication,
    'AuthenticationDraft',
    'How a message shall prove where it is from, with the secrets that are to be stored.',
  );
};

/** What is read and written alike. */
const LAUNCH_FIELDS = {
  companyName: 'Whose system it is.',
  baseLaunchUrl: 'Where it is. Only `referralRef`, `siteNum` and `launch` are added to it.',
  applicationName: 'Name of the system.',
  category: 'What it is for.',
  referralFormId: 'The referral form whose listings have this launch.',
  logoAlt: 'What the logo says, for who does not see it.',
  useIframe: 'Whether the system is shown within the portal’s page.',
  allowTopNavigation:
    'Whether a system in an `<iframe>` may lead the whole page elsewhere, after a click there.',
};

const INTEGRATION_FIELDS = {
  module: 'What it is about.',
  name: 'Identifies it in a list.',
  requestUrl: 'Where messages are sent to.',
  payload: 'What is sent.',
  authentication: 'How a message proves where it is from.',
  events: 'Codes of the events that are told',
};

export const describeIntegrations = (notes: Documentation): void => {
  const draft = draftSchemas();

  notes.schema(localizedTextSchema, 'LocalizedText', `A text that people read: ${EITHER}.`);

  notes.schema(
    payload,
    'Payload',
    'What is sent to the request URL. Patient engagement has `ocean-json` only; for eReferrals `fhir-r4` of guide 0.11.1 ' +
      'is what a new integration should have. A combination that a module does not have is refused ' +
      '(`format-not-for-module`).',
  );
  notes.object(oceanJsonPayload, {}, { format: 'Ocean’s own JSON.' });
  notes.object(
    fhirPayload,
    {},
    { format: 'An HL7 FHIR R4 message bundle.', guide: 'Version of the Ontario guide.' },
  );

  describeAuthentication(notes);

  notes.object(
    endpointSchema,
    {
      id: 'Endpoint',
      description:
        'What is known of the endpoint behind the request URL. `unchecked`: nothing yet. `verified`: it answered the ' +
        'challenge. `failing`: it did not. `erroring`: deliveries fail.',
    },
    {
      status: 'What is known.',
      httpStatus: 'HTTP status of its last answer, where there was one.',
      reason:
        'Why it failed: `unreachable`, `timeout`, `tls`, `refused-address`, `authentication`, `redirect`, `http-status`, `not-json`, ' +
        '`challenge-mismatch`, or another word.',
      checkedAt: { description: 'When this was found out.', format: 'date-time' },
      since: {
        description:
          'When it began to be what it is: finding the same again does not begin anew. May be left out.',
        format: 'date-time',
      },
    },
  );

  notes.object(
    launchSettingsSchema,
    {
      id: 'LaunchSettings',
      description: `The system that a sender is led to once a referral is sent. Texts that a sender reads are each ${EITHER}.`,
    },
    {
      ...LAUNCH_FIELDS,
      confirmationMessage:
        'What a sender is told instead of the usual sentence. Untrusted: whoever shows it sanitises it.',
      logoUrl: 'Picture of at most 256 KiB, PNG or WebP.',
    },
  );

  notes.schema(
    draft.baseLaunchUrl,
    'BaseLaunchUrl',
    `A URL that a sender’s browser opens. Its rules, each refused with a code of its own (\`url-…\`):\n\n${BASE_LAUNCH_URL_RULES}`,
  );
  notes.object(
    draft.launch,
    {
      id: 'LaunchSettingsDraft',
      description: `Launch settings as they are written. Texts are trimmed. ${LENGTHS}`,
    },
    {
      ...LAUNCH_FIELDS,
      confirmationMessage: MESSAGE,
      logoUrl:
        'As `POST /logos` answered it: a server accepts no other address, as a browser of each sender asks for it.',
      useIframe: `${LAUNCH_FIELDS.useIframe} Left out: no.`,
      allowTopNavigation: `${LAUNCH_FIELDS.allowTopNavigation} Left out: no.`,
    },
  );

  notes.object(
    integrationSchema,
    {
      id: 'Integration',
      description:
        'An integration as it is read. Fields that the server does not know are kept as they were written, and answered.',
    },
    {
      id: { description: 'Given by the server.', readOnly: true },
      version: {
        description: 'Another one after each change; the ETag holds it in quotes. Opaque.',
        readOnly: true,
      },
      ...INTEGRATION_FIELDS,
      events: `${INTEGRATION_FIELDS.events}, also codes that no catalogue has, in the order given.`,
      enabled: 'Whether messages are sent, and whether it can be launched.',
      endpoint: {
        description: 'What is known of its endpoint. A check changes it, but not the version.',
        readOnly: true,
      },
      launch: 'The launch; null or left out: none.',
      createdAt: { description: 'When it was registered.', format: 'date-time', readOnly: true },
      updatedAt: { description: 'When it was last changed.', format: 'date-time', readOnly: true },
    },
  );

  notes.schema(
    draft.requestUrl,
    'RequestUrl',
    `A URL that the server calls. Its rules, each refused with a code of its own (\`url-…\`):\n\n${REQUEST_URL_RULES}`,
  );
  notes.schema(
    draft.tokenUrl,
    'TokenUrl',
    'A URL that the server calls, by the rules of RequestUrl.',
  );
  notes.object(
    draft.integration,
    {
      id: 'IntegrationDraft',
      description: `An integration as it is written, whole. Fields that the server does not know are kept, up to ${LIMITS.unknownMembers} characters of JSON in all (\`too-long\`). What is nested over ${LIMITS.depth} levels deep is refused. ${LENGTHS} Names that others read hold no control, invisible or direction-changing character (\`name-invisible\`). What is wrong is refused all at once, with a pointer at each field.`,
    },
    {
      ...INTEGRATION_FIELDS,
      name: `${INTEGRATION_FIELDS.name} Trimmed, and not empty then.`,
      events: `${INTEGRATION_FIELDS.events}. Codes that the server does not know are kept.`,
      enabled: 'Left out: true when registering, as it was when updating.',
      launch:
        'Null or left out: none. Patient engagement has none: it is refused (`launch-not-for-module`).',
    },
  );
};
