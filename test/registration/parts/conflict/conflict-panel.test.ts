/** Someone else saved meanwhile: the user sees both versions, field by field, and nothing typed is lost. */
import { expect, fixture, html } from '@open-wc/testing';
import { BackendError } from '../../../../src/backend/backend-error.js';
import type { IntegrationBackend } from '../../../../src/backend/backend.js';
import '../../../../src/define/integration-form.js';
import type { Integration, IntegrationDraft } from '../../../../src/integration/schema.js';
import type { OceanIntegrationForm } from '../../../../src/registration/integration-form.js';
import {
  allByRole,
  byLabel,
  byRole,
  descriptionOf,
  enter,
  nameOf,
  readText,
  until,
} from '../../../support/queries.js';

const OPENED: Integration = {
  id: '7',
  version: 'v1',
  module: 'ereferrals',
  name: 'North',
  requestUrl: 'https://north.example.org/ocean',
  payload: { format: 'fhir-r4', guide: '0.11.1' },
  authentication: { type: 'basic', username: 'ocean', hasPassword: true },
  events: ['add-service-request', 'revoke-service-request'],
  enabled: true,
  endpoint: { status: 'verified' },
  launch: null,
};

/** Holds one integration; `theirs` is what someone else saves once the form is open. */
class Service {
  stored: Integration = OPENED;
  readonly saved: { draft: IntegrationDraft; version: string }[] = [];

  readonly backend = {
    listEventTypes: async () => [],
    listIntegrations: async () => ({ items: [] }),
    getIntegration: async () => this.stored,
    checkEndpoint: async () => ({ status: 'verified' }),
    updateIntegration: async (
      _id: string,
      draft: IntegrationDraft,
      { version }: { version: string },
    ) => {
      if (version !== this.stored.version) throw new BackendError('conflict', 'Changed meanwhile.');
      this.saved.push({ draft, version });
      return { ...this.stored, version: `${version}+` };
    },
  } as unknown as IntegrationBackend;
}

const open = async (service: Service, lang = 'en'): Promise<OceanIntegrationForm> => {
  const wrapper = await fixture<HTMLElement>(
    html`<div lang=${lang}>
      <ocean-integration-form integration-id="7" .backend=${service.backend}>
      </ocean-integration-form>
    </div>`,
  );
  const form = wrapper.querySelector('ocean-integration-form')!;
  await until(() => byRole(form, 'form'));
  return form;
};

/** The form with `mine` typed into the name, after a save that found `theirs`. */
const conflict = async (
  theirs: Partial<Integration>,
  mine = 'My name',
): Promise<{ form: OceanIntegrationForm; service: Service }> => {
  const service = new Service();
  const form = await open(service);
  if (mine) enter(byLabel(form, 'Integration name'), mine);
  service.stored = { ...OPENED, ...theirs, version: 'v2' };
  byRole(form, 'button', 'Save changes').click();
  await until(() => byRole(form, 'button', /^(Keep all mine|Continue)$/));
  return { form, service };
};

const group = (form: Element, name: string): HTMLElement => byRole(form, 'radiogroup', name);
const choices = (form: Element): [string, string][] =>
  allByRole(form, 'radiogroup')
    .filter((each) => each.classList.contains('conflict-row'))
    .map((each) => [
      nameOf(each),
      allByRole<HTMLInputElement>(each, 'radio')
        .filter((radio) => radio.checked)
        .map(nameOf)
        .join(),
    ]);

const save = async (form: Element, service: Service): Promise<IntegrationDraft> => {
  byRole(form, 'button', 'Save changes').click();
  await until(() => service.saved.length > 0);
  return service.saved[0]!.draft;
};

describe('a conflict', () => {
  it('shows what differs, and what each has', async () => {
    const { form } = await conflict({
      name: 'Their name',
      requestUrl: 'https://theirs.example.org/ocean',
    });
    expect(choices(form)).to.deep.equal([
      ['Integration name', 'Mine My name'],
      ['Request URL', 'Theirs https://theirs.example.org/ocean'],
    ]);
    const name = group(form, 'Integration name');
    expect(allByRole(name, 'radio').map(nameOf)).to.deep.equal([
      'Mine My name',
      'Theirs Their name',
    ]);
    expect(descriptionOf(name)).to.equal('Changed by both of you');
    expect(descriptionOf(group(form, 'Request URL'))).to.equal('Changed by someone else');
  });

  it('takes the focus, and is accessible', async () => {
    const { form } = await conflict({ name: 'Their name' });
    await until(() => form.shadowRoot?.activeElement?.id === 'result');
    await expect(form).to.be.accessible();
  });

  it('goes on with what is chosen, and saves it over their version', async () => {
    const { form, service } = await conflict({
      name: 'Their name',
      requestUrl: 'https://theirs.example.org/ocean',
      events: ['add-service-request'],
    });
    byRole(group(form, 'Integration name'), 'radio', /^Theirs/).click();
    byRole(group(form, 'Events'), 'radio', /^Mine/).click();
    await form.updateComplete;
    byRole(form, 'button', 'Use selected versions').click();
    await until(() => byLabel(form, 'Integration name').value === 'Their name');
    expect(allByRole(form, 'button', 'Use selected versions')).to.deep.equal([]);
    await until(() =>
      /Your choices are now in the form/.test(readText(byRole(form, 'status', /Your/))),
    );
    expect(nameOf(form.shadowRoot!.activeElement!)).to.equal('Save changes');

    const draft = await save(form, service);
    expect(service.saved[0]!.version).to.equal('v2');
    expect(draft.name).to.equal('Their name');
    expect(draft.requestUrl).to.equal('https://theirs.example.org/ocean');
    expect(draft.events).to.deep.equal(['add-service-request', 'revoke-service-request']);
  });

  it('keeps all mine', async () => {
    const { form, service } = await conflict({
      name: 'Their name',
      requestUrl: 'https://north.example.org/theirs',
    });
    byRole(form, 'button', 'Keep all mine').click();
    const draft = await save(form, service);
    expect([draft.name, draft.requestUrl]).to.deep.equal(['My name', OPENED.requestUrl]);
  });

  it('takes all theirs', async () => {
    const { form, service } = await conflict({
      name: 'Their name',
      authentication: { type: 'webhook-key', hasKey: true },
    });
    byRole(form, 'button', 'Take all theirs').click();
    await until(() => byLabel<HTMLSelectElement>(form, 'Authentication').value === 'webhook-key');
    const draft = await save(form, service);
    expect(draft.name).to.equal('Their name');
    expect(draft.authentication).to.deep.equal({ type: 'webhook-key' });
  });

  it('tells events by what each has more or less', async () => {
    const { form } = await conflict(
      { events: ['add-service-request', 'something-new'] },
      OPENED.name,
    );
    expect(allByRole(group(form, 'Events'), 'radio').map(nameOf)).to.deep.equal([
      'Mine 2 events With: Referral withdrawn',
      'Theirs 2 events With: something-new',
    ]);
  });

  it('tells events that are missing on one side only', async () => {
    const { form } = await conflict({ events: ['add-service-request'] }, OPENED.name);
    expect(allByRole(group(form, 'Events'), 'radio').map(nameOf)).to.deep.equal([
      'Mine 2 events With: Referral withdrawn',
      'Theirs 1 event Without: Referral withdrawn',
    ]);
  });

  it('follows what is still being typed', async () => {
    const { form } = await conflict({ name: 'Their name' });
    enter(byLabel(form, 'Integration name'), 'Another name');
    await form.updateComplete;
    expect(choices(form)).to.deep.equal([['Integration name', 'Mine Another name']]);
  });

  it('offers to go on where nothing differs', async () => {
    const { form, service } = await conflict({ name: 'Same' }, 'Same');
    expect(choices(form)).to.deep.equal([]);
    byRole(form, 'button', 'Continue').click();
    const draft = await save(form, service);
    expect(draft.name).to.equal('Same');
  });

  it('never shows a secret', async () => {
    const service = new Service();
    const form = await open(service);
    enter(byLabel(form, 'Password'), 'my-secret');
    enter(byLabel(form, 'Integration name'), 'My name');
    service.stored = { ...OPENED, name: 'Their name', version: 'v2' };
    byRole(form, 'button', 'Save changes').click();
    await until(() => byRole(form, 'button', 'Keep all mine'));
    expect(form.shadowRoot!.textContent).not.to.contain('my-secret');
    expect(readText(form.shadowRoot)).to.contain('Passwords and keys are not compared.');
    byRole(form, 'button', 'Take all theirs').click();
    const { authentication } = await save(form, service);
    expect(authentication).to.include({ password: 'my-secret' });
  });

  it('asks again when there is yet another version', async () => {
    const { form, service } = await conflict({ name: 'Their name' });
    byRole(group(form, 'Integration name'), 'radio', /^Theirs/).click();
    service.stored = { ...service.stored, name: 'A third name', version: 'v3' };
    byRole(form, 'button', 'Keep all mine').click();
    byRole(form, 'button', 'Save changes').click();
    await until(() => choices(form)[0]?.[1] === 'Mine My name');
    expect(allByRole(group(form, 'Integration name'), 'radio').map(nameOf)[1]).to.equal(
      'Theirs A third name',
    );
  });

  it('speaks French', async () => {
    const { form } = await conflict({ name: 'Leur nom' });
    form.parentElement!.lang = 'fr';
    // The form's own texts and the panel's arrive one by one.
    await until(() => byRole(form, 'button', 'Garder ma version'));
    await until(() => byRole(form, 'radiogroup', 'Nom de l’intégration'));
    expect(choices(form)).to.deep.equal([['Nom de l’intégration', 'Ma version My name']]);
  });
});
