/** Opens the registration form as a host's page would, with the in-memory backend behind it. */
import { fixture, html } from '@open-wc/testing';
import { ifDefined } from 'lit/directives/if-defined.js';
import { MemoryBackend } from '../../src/backend/memory.js';
import type { IntegrationBackend } from '../../src/backend/backend.js';
import '../../src/define/integration-form.js';
import type { IntegrationDraft } from '../../src/integration/schema.js';
import type { OceanIntegrationForm } from '../../src/registration/integration-form.js';
import { allByRole, byLabel, byRole, enter, readText, until } from './queries.js';

export interface OpenOptions {
  backend?: IntegrationBackend;
  lang?: string;
  id?: string;
  draftKey?: string;
  readonly?: boolean;
}

/** The form, ready to be used: loaded, with its events. */
export const openForm = async (options: OpenOptions = {}): Promise<OceanIntegrationForm> => {
  const form = await mountForm(options);
  await until(() => allByRole(form, 'checkbox').length > 3);
  return form;
};

/** The form as soon as it stands in the page. */
export const mountForm = async ({
  backend = new MemoryBackend(),
  lang = 'en',
  id,
  draftKey,
  readonly = false,
}: OpenOptions = {}): Promise<OceanIntegrationForm> => {
  const page = await fixture<HTMLElement>(
    html`<div lang=${lang}>
      <ocean-integration-form
        integration-id=${ifDefined(id)}
        draft-key=${ifDefined(draftKey)}
        ?readonly=${readonly}
        .backend=${backend}
      ></ocean-integration-form>
    </div>`,
  );
  return page.querySelector('ocean-integration-form') as OceanIntegrationForm;
};

/** A whole draft of made-up data. */
export const DRAFT: IntegrationDraft = {
  module: 'ereferrals',
  name: 'Northern Imaging',
  requestUrl: 'https://hooks.northern-imaging.example/ocean',
  payload: { format: 'fhir-r4', guide: '0.11.1' },
  authentication: { type: 'none' },
  events: ['add-service-request'],
  enabled: true,
  launch: null,
};

/** Fills in what a new integration needs, as a user does. */
export const fillIn = (form: OceanIntegrationForm, name = 'Northern Imaging'): void => {
  enter(byLabel(form, 'Integration name'), name);
  enter(byLabel(form, 'Request URL'), DRAFT.requestUrl);
  byRole(form, 'checkbox', 'New referral sent').click();
};

export const saveButton = (form: OceanIntegrationForm): HTMLElement =>
  byRole(form, 'button', /^(Register integration|Save changes)$/);

/** The notice above the form: its heading. */
export const noticeOf = async (form: OceanIntegrationForm, heading: string | RegExp) => {
  const found = await until(() => allByRole(form, 'heading', heading)[0]);
  return readText(found.parentElement);
};
