/** How the endpoint's check works: told in steps, with a command and a handler to copy. */
import { expect, fixture, html } from '@open-wc/testing';
import type { IntegrationBackend } from '../../../../src/backend/backend.js';
import '../../../../src/define/integration-form.js';
import { curlCommand } from '../../../../src/registration/parts/explanation/explanation-panel.js';
import type { OceanIntegrationForm } from '../../../../src/registration/integration-form.js';
import { useClipboard } from '../../../support/clipboard.js';
import { allByRole, byLabel, byRole, enter, readText, until } from '../../../support/queries.js';

const backend = {
  listEventTypes: async () => [],
  listIntegrations: async () => ({ items: [] }),
  checkEndpoint: async () => ({ status: 'verified' }),
} as unknown as IntegrationBackend;

const open = async (
  lang = 'en',
  summary = 'How the check works',
): Promise<OceanIntegrationForm> => {
  const wrapper = await fixture<HTMLElement>(
    html`<div lang=${lang}>
      <ocean-integration-form .backend=${backend}></ocean-integration-form>
    </div>`,
  );
  const form = wrapper.querySelector('ocean-integration-form')!;
  (await until(() => byRole(form, 'button', summary))).click();
  await until(() => allByRole(form, 'region').some((each) => each.localName === 'pre'));
  return form;
};

describe('the explanation of the endpoint’s check', () => {
  let clipboard: ReturnType<typeof useClipboard>;
  beforeEach(() => {
    clipboard = useClipboard();
  });
  afterEach(() => clipboard.restore());

  it('tells the exchange in steps, and is accessible', async () => {
    const form = await open();
    const steps = readText(form.shadowRoot!.querySelector('.explanation ol'));
    for (const fact of ['POST', '200', 'same challenge', '5 seconds'])
      expect(steps).to.contain(fact);
    await expect(form).to.be.accessible();
  });

  it('copies a command for the URL that was entered', async () => {
    const form = await open();
    enter(byLabel(form, 'Request URL'), 'https://north.example.org/ocean?key=a%20b');
    await form.updateComplete;
    byRole(form, 'button', /^Copy Try in a terminal/).click();
    await until(() => clipboard.written.length === 1);
    expect(clipboard.written[0]).to.match(
      /^curl [^]*'https:\/\/north\.example\.org\/ocean\?key=a%20b'$/,
    );
  });

  it('copies a handler', async () => {
    const form = await open();
    byRole(form, 'button', /^Copy Sample handler/).click();
    await until(() => clipboard.written.length === 1);
    expect(clipboard.written[0]).to.contain('challenge');
    expect(clipboard.written[0]).to.equal(byRole(form, 'region', /^Sample handler/).textContent);
  });

  it('gives a shell nothing to run but curl', () => {
    const command = curlCommand(`https://x.example.org/?a=';touch pwned;'$(id)`);
    const outside = command.replaceAll(String.raw`'\''`, '').replace(/'[^']*'/g, '');
    expect(outside).to.match(/^curl [a-z0-9\s\\-]*$/);
  });

  it('speaks French', async () => {
    const form = await open('fr', 'Comment fonctionne la vérification');
    expect(readText(form.shadowRoot!.querySelector('.explanation'))).to.contain(
      'Ocean transmet du JSON',
    );
    expect(allByRole(form, 'button', /^Copier /)).to.have.length(2);
  });
});
