/** Names and descriptions of the schemas around the integrations: catalogues, launches, deliveries, pages, problems. */
import type { Documentation } from './documentation.js';
import {
  attemptSchema,
  deliveryPageSchema,
  deliverySchema,
  endpointCheckSchema,
  endpointTargetSchema,
  eventTypeListSchema,
  eventTypeSchema,
  fieldErrorSchema,
  integrationPageSchema,
  launchRequestSchema,
  launchSchema,
  listingSchema,
  logoSchema,
  problemSchema,
  publicLaunchSettingsSchema,
  referralFormPageSchema,
  referralFormSchema,
  storedEndpointTargetSchema,
  testEventSchema,
} from './schemas.js';

const PAGE_FIELDS = {
  items: 'At most as many as the limit says.',
  nextCursor:
    'Given as `cursor` for the next page. Null or left out: this is the last one. What is registered or deleted ' +
    'meanwhile makes the next page neither repeat nor skip.',
  total: 'How many there are on all pages.',
};

export const describeOthers = (notes: Documentation): void => {
  notes.object(
    integrationPageSchema,
    {
      id: 'IntegrationPage',
      description: 'A page of the integrations, in the order that was asked for.',
    },
    PAGE_FIELDS,
  );
  notes.object(
    referralFormPageSchema,
    { id: 'ReferralFormPage', description: 'A page of the referral forms.' },
    PAGE_FIELDS,
  );
  notes.object(
    deliveryPageSchema,
    { id: 'DeliveryPage', description: 'A page of the deliveries, the newest first.' },
    PAGE_FIELDS,
  );
  notes.object(
    eventTypeListSchema,
    { id: 'EventTypeList', description: 'All event types, on one page.' },
    { items: 'Each code once within its module.' },
  );
  notes.object(
    eventTypeSchema,
    { id: 'EventType', description: 'An event that an integration can be told of.' },
    {
      code: 'As it stands in a message and in `events`.',
      module: 'The module that has it.',
      name: 'What a form calls it.',
      description: 'When it happens.',
      focus: 'FHIR resources that its message is about.',
      direction:
        '`from-patient`, `from-requester`, `from-performer`, `from-informer`, or another word.',
    },
  );
  notes.object(
    referralFormSchema,
    {
      id: 'ReferralForm',
      description: 'A referral form, with the directory listings that use it.',
    },
    { id: 'Given by the server.', name: 'Its name.', listings: 'The listings that use it.' },
  );
  notes.object(
    listingSchema,
    { id: 'Listing', description: 'A service that can be referred to.' },
    { id: 'Given by the directory.', name: 'Its name.' },
  );

  notes.schema(
    endpointCheckSchema,
    'EndpointCheck',
    'What is checked: what stands in a form, or a stored integration with its stored secrets.',
  );
  notes.object(
    endpointTargetSchema,
    { id: 'EndpointTarget', description: 'What stands in a form. Secrets may be left out.' },
    {
      requestUrl: 'The endpoint.',
      payload: 'What it will be sent.',
      authentication: 'How a message proves where it is from.',
    },
  );
  notes.object(
    storedEndpointTargetSchema,
    { id: 'StoredEndpointTarget', description: 'A stored integration.' },
    { integrationId: 'Its id.' },
  );

  notes.object(
    logoSchema,
    { id: 'Logo', description: 'A picture that was uploaded.' },
    { logoUrl: 'Where a page gets it: absolute, or a path of the API’s origin.' },
  );
  notes.object(
    publicLaunchSettingsSchema,
    {
      id: 'PublicLaunchSettings',
      description:
        'The part of an integration that a referral portal’s page may know. No secret, no event, no request URL.',
    },
    {
      integrationId: 'The integration.',
      enabled: 'Whether it can be launched.',
      settings: 'Its launch settings.',
      listings: 'The listings of its referral form.',
    },
  );
  notes.object(
    launchRequestSchema,
    { id: 'LaunchRequest', description: 'A launch for one referral.' },
    {
      integrationId: 'The integration that is launched.',
      referralRef:
        'The opaque identifier of the referral. Never anything about the patient: a health card number, or what names a patient, is refused ' +
        '(code `url-patient-identifier`).',
    },
  );
  notes.object(
    launchSchema,
    { id: 'Launch', description: 'A launch for one referral.' },
    {
      url: 'The whole URL to open.',
      expiresAt: { description: 'When it stops working.', format: 'date-time' },
    },
  );

  notes.object(
    testEventSchema,
    { id: 'TestEvent', description: 'A message with made-up data.' },
    { eventType: 'Code of one of the events that the integration is told of.' },
  );
  notes.object(
    deliverySchema,
    {
      id: 'Delivery',
      description:
        'One message to an endpoint, however often it is tried. References only, no health information.',
    },
    {
      id: 'Given by the server; the same for every attempt.',
      integrationId: 'The integration.',
      eventType: 'Code of the event.',
      status:
        '`pending`: will be tried, or tried again. `delivered`: was answered 2xx. `failed`: given up.',
      test: 'Whether it was a test event.',
      createdAt: { description: 'When the event happened.', format: 'date-time' },
      attempts: 'The oldest first. None yet: it is queued.',
    },
  );
  notes.object(
    attemptSchema,
    { id: 'Attempt', description: 'One attempt to deliver.' },
    {
      at: { description: 'When.', format: 'date-time' },
      httpStatus: 'HTTP status of the answer, where there was one.',
      reason: 'Why it failed, in the words of an endpoint’s `reason`.',
      duration: 'Milliseconds.',
      answer: 'First part of the answer, at most 2,048 characters. Untrusted.',
    },
  );

  notes.object(
    problemSchema,
    { id: 'Problem', description: 'Why a request was refused (RFC 9457).' },
    {
      type: { description: 'Kind of problem. Left out: `about:blank`.', format: 'uri-reference' },
      title: 'The kind of problem, in a few words.',
      status: 'The HTTP status.',
      detail: 'What is wrong this time. Holds nothing that was secret or about a patient.',
      instance: { description: 'This occurrence.', format: 'uri-reference' },
      errors: 'What is wrong with the fields, all at once.',
    },
  );
  notes.object(
    fieldErrorSchema,
    { id: 'FieldError', description: 'What is wrong with one field.' },
    {
      pointer: 'JSON pointer (RFC 6901) into the request; for a parameter, a slash and its name.',
      code:
        'Why: `required`, `invalid`, `too-long`, or one of the more specific codes (`url-…`, `message-…`, ' +
        '`…-not-for-module`). A form has a sentence for each.',
      detail: 'A sentence, for a code that the form does not know.',
    },
  );
};
