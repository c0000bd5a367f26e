/** `<ocean-backend>` gives the elements below it a backend, whenever either of them is upgraded. */
import { expect, fixture, html } from '@open-wc/testing';
import { ContextConsumer } from '@lit/context';
import { LitElement } from 'lit';
import { BackendConsumer } from '../../src/backend/backend-consumer.js';
import { backendContext } from '../../src/backend/backend-context.js';
import { OceanBackend } from '../../src/backend/backend-element.js';
import type { IntegrationBackend } from '../../src/backend/backend.js';
import { MemoryBackend } from '../../src/backend/memory.js';
import { RestBackend } from '../../src/backend/rest.js';
import { until } from '../support/queries.js';

class BackendUser extends LitElement {
  static override properties = { backend: { attribute: false } };
  declare backend?: IntegrationBackend;
  readonly consumer = new BackendConsumer(this, () => 'en-CA');
}
customElements.define('backend-user', BackendUser);

const host = document.createElement('div');
host.innerHTML = '<ocean-backend memory><backend-user></backend-user></ocean-backend>';
document.body.append(host);
const early = host.querySelector('backend-user') as BackendUser;

describe('<ocean-backend>', () => {
  // The first test defines the element: what stands above was there before it.
  it('serves what was upgraded before it', async () => {
    await early.updateComplete;
    expect(early.consumer.value).to.equal(undefined);
    await import('../../src/define/backend.js');
    expect(host.firstElementChild).to.be.instanceOf(OceanBackend);
    await until(() => early.consumer.value);
    expect(early.consumer.value).to.be.instanceOf(MemoryBackend);
    host.remove();
  });

  const mount = async (template: ReturnType<typeof html>): Promise<BackendUser> => {
    const page = await fixture<HTMLElement>(html`<div>${template}</div>`);
    return page.querySelector('backend-user') as BackendUser;
  };

  it('gives a REST backend for base-url', async () => {
    const user = await mount(
      html`<ocean-backend base-url="/api/ocean"><backend-user></backend-user></ocean-backend>`,
    );
    await until(() => user.consumer.value);
    expect(user.consumer.value).to.be.instanceOf(RestBackend);
  });

  it('gives the host’s own before any other, and follows a change', async () => {
    const own = new MemoryBackend();
    const user = await mount(
      html`<ocean-backend memory .backend=${own}><backend-user></backend-user></ocean-backend>`,
    );
    expect(user.consumer.value).to.equal(own);
    const other = new MemoryBackend();
    (user.parentElement as OceanBackend).backend = other;
    await until(() => user.consumer.value === other);
    (user.parentElement as OceanBackend).backend = undefined;
    await until(() => user.consumer.value !== other && user.consumer.value);
  });

  it('is overruled by an element’s own backend, and by a nearer one', async () => {
    const near = new MemoryBackend();
    const user = await mount(
      html`<ocean-backend memory>
        <ocean-backend .backend=${near}><backend-user></backend-user></ocean-backend>
      </ocean-backend>`,
    );
    await until(() => user.consumer.value === near);
    user.backend = new MemoryBackend();
    expect(user.consumer.value).to.equal(user.backend);
  });

  it('serves what stands in a shadow root, and what comes later', async () => {
    const page = await fixture<HTMLElement>(html`<ocean-backend memory><p></p></ocean-backend>`);
    const shadow = page.querySelector('p') as HTMLElement;
    const user = document.createElement('backend-user') as BackendUser;
    shadow.append(user);
    await until(() => user.consumer.value);
    const deep = document.createElement('div');
    const inner = document.createElement('backend-user') as BackendUser;
    deep.attachShadow({ mode: 'open' }).append(inner);
    page.append(deep);
    await until(() => inner.consumer.value);
  });

  it('tells the site number to who asks by the context', async () => {
    const user = await mount(
      html`<ocean-backend memory site-number="1234"><backend-user></backend-user></ocean-backend>`,
    );
    const consumer = new ContextConsumer(user, { context: backendContext, subscribe: true });
    await until(() => consumer.value?.siteNumber === '1234');
  });
});
