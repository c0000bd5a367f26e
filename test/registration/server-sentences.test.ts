/** What a server refuses, in the form: our own sentence first, then the server's with its language, and no code alone. */
import { expect } from '@open-wc/testing';
import { BackendError } from '../../src/backend/backend-error.js';
import { MemoryBackend } from '../../src/backend/memory.js';
import type { OceanIntegrationForm } from '../../src/registration/integration-form.js';
import { DRAFT, fillIn, openForm } from '../support/forms.js';
import {
  allByRole,
  byLabel,
  byRole,
  descriptionOf,
  enter,
  readText,
  until,
} from '../support/queries.js';

/** Nothing of what any object has of its own accord, and no missing value. */
const NEVER = /native code|function|\[object|undefined|null|NaN|\{|\}/;

const refuse = async (
  fieldErrors: BackendError['fieldErrors'],
  options: { kind?: 'invalid' | 'conflict'; detail?: string; language?: string } = {},
): Promise<OceanIntegrationForm> => {
  const backend = new MemoryBackend();
  const form = await openForm({ backend });
  fillIn(form);
  const { kind = 'invalid', ...rest } = options;
  backend.failNext(new BackendError(kind, 'Refused.', { fieldErrors, ...rest }), {
    method: 'registerIntegration',
  });
  byRole(form, 'button', 'Register integration').click();
  await until(() => allByRole(form, 'heading', /^(There is a problem|The service)/)[0]);
  return form;
};

const problemAt = (form: OceanIntegrationForm): HTMLElement | null | undefined =>
  form.shadowRoot?.querySelector('#requestUrl-problem');

describe('A refusal of the server', () => {
  for (const [code, own] of [
    ['url-not-https', 'The URL must start with https://, so that it is encrypted.'],
    ['required', 'Enter the request URL.'],
    ['nobody-knows-this', 'This value is not valid. Check it.'],
    ['', 'This value is not valid. Check it.'],
    ['constructor', 'This value is not valid. Check it.'],
    ['__proto__', 'This value is not valid. Check it.'],
    ['toString', 'This value is not valid. Check it.'],
    ['hasOwnProperty', 'This value is not valid. Check it.'],
  ] as const) {
    it(`stands after our own words: ${code || 'no code'}`, async () => {
      const form = await refuse([
        { pointer: '/requestUrl', code, detail: 'Cette adresse est bloquée.', language: 'fr' },
      ]);
      const problem = await until(() => problemAt(form));
      expect(readText(problem)).to.equal(`${own} Cette adresse est bloquée.`);
      expect(problem.querySelector('[lang=fr]')?.textContent).to.equal(
        'Cette adresse est bloquée.',
      );
      expect(descriptionOf(byLabel(form, 'Request URL'))).to.include(own);
      const summary = readText(byRole(form, 'group', 'There is a problem'));
      expect(summary).to.include(`${own} Cette adresse est bloquée.`);
      expect(summary).not.to.match(NEVER);
    });

    it(`is our own sentence alone where the server has none: ${code || 'no code'}`, async () => {
      const form = await refuse([{ pointer: '/requestUrl', code }]);
      expect(readText(await until(() => problemAt(form)))).to.equal(own);
    });
  }

  it('has no language of ours where the server names none', async () => {
    const form = await refuse([{ pointer: '/requestUrl', code: 'x', detail: 'Ez nem jó.' }]);
    const problem = await until(() => problemAt(form));
    expect(problem.querySelector('span')?.getAttribute('lang')).to.equal('');
  });

  for (const [code, own] of [
    ['format-not-for-module', 'This payload type does not go with the module.'],
    ['nobody-knows-this', 'This value is not valid. Check it.'],
    ['constructor', 'This value is not valid. Check it.'],
    ['__proto__', 'This value is not valid. Check it.'],
  ] as const) {
    it(`of no field is a sentence, never the code or the pointer: ${code}`, async () => {
      const form = await refuse([{ pointer: '/somewhere/else', code }]);
      const summary = readText(byRole(form, 'group', 'There is a problem'));
      expect(summary).to.include(own);
      expect(summary).not.to.match(NEVER);
      expect(summary).not.to.include(code);
      expect(summary).not.to.include('somewhere');
    });
  }

  it('of the whole stands after our own words, in its language', async () => {
    const form = await refuse([], {
      kind: 'conflict',
      detail: 'Ce nom existe déjà.',
      language: 'fr',
    });
    const notice = byRole(form, 'group', /^The service refused this/);
    expect(readText(notice)).to.match(/Your changes are not saved\..*Ce nom existe déjà\./);
    expect(notice.querySelector('[lang=fr]')?.textContent).to.equal('Ce nom existe déjà.');
  });
});

describe('A reason of a newer server', () => {
  for (const reason of ['dns-rebound', 'constructor', '__proto__', 'valueOf']) {
    it(`is never shown alone: ${reason}`, async () => {
      const backend = new MemoryBackend({
        integrations: [
          {
            ...DRAFT,
            id: 'i-1',
            version: '1',
            endpoint: { status: 'failing', reason },
          },
        ],
      });
      const form = await openForm({ backend, id: 'i-1' });
      enter(byLabel(form, 'Integration name'), 'Other');
      const text = await until(() => {
        const shown = readText(form.shadowRoot);
        return shown.includes('did not pass') && shown.includes(reason) ? shown : undefined;
      });
      expect(text).to.include(`Reason given by the service: ${reason}.`);
      expect(text).not.to.match(/native code|\[object/);
    });
  }
});
