/** Older libraries change what is built in. What Prototype (1.6 and 1.7) does, the widgets work with. */
import { expect } from '@open-wc/testing';
import type { IntegrationDraft, LaunchSettings } from '../../src/integration/schema.js';
import { DRAFT } from '../support/forms.js';
import { until } from '../support/queries.js';
import { SETTINGS, inHostPage, withinWidgets } from './host-frame.js';

const PROTOTYPE = `
  <script>
    (function () {
      function $A(iterable) {
        if (!iterable) return [];
        if ('toArray' in Object(iterable)) return iterable.toArray();
        var length = iterable.length || 0, results = new Array(length);
        while (length--) results[length] = iterable[length];
        return results;
      }
      Array.from = $A;
      // For whoever goes through an array with for…in.
      Array.prototype.each = Array.prototype.forEach;
      Array.prototype.toArray = function () { return [].concat(this); };
      Array.prototype.entries = Array.prototype.toArray;
      Array.prototype.reduce = function () { return this.length > 1 ? this : this[0]; };
      String.prototype.toJSON = function () { return '"' + this + '"'; };
      Array.prototype.toJSON = function () {
        return '[' + this.map(function (each) { return JSON.stringify(each); }).join(', ') + ']';
      };
      Date.prototype.toJSON = function () { return '"' + this.toISOString() + '"'; };
    })();
  </script>`;

interface HostWindow {
  /** Bodies of what was sent to be saved. */
  sent?: string[];
}

const shown = (page: Document, selector: string): HTMLElement[] =>
  [...withinWidgets(page.body)].filter((each) => each.matches(selector)) as HTMLElement[];

const buttonOf = (page: Document, words: string): HTMLElement | undefined =>
  shown(page, 'button, summary').find(({ innerText }) => innerText.trim() === words);

const DRAFT_WITH_MESSAGE: IntegrationDraft = {
  ...DRAFT,
  events: ['add-service-request', 'notify-add-appointment'],
  launch: {
    ...(JSON.parse(SETTINGS) as LaunchSettings),
    confirmationMessage: 'Hi <b onclick="x">there</b>',
  },
};

describe('Beside a library that changes what is built in', () => {
  it('a form sends what stands in it, sanitised', () =>
    inHostPage(
      {
        head: PROTOTYPE,
        script: `
          window.sent = [];
          const backend = new RestBackend({
            baseUrl: '/api',
            retries: 0,
            fetch: async (url, { method, body }) => {
              if (method === 'POST') window.sent.push(body);
              return new Response('{"title":"Not now"}', { status: 503 });
            },
          });
          put('ocean-integration-form', {
            backend,
            value: ${JSON.stringify(DRAFT_WITH_MESSAGE)},
          });`,
      },
      async (page) => {
        (await until(() => buttonOf(page, 'Advanced settings'))).click();
        await until(() => shown(page, 'textarea')[0]);
        buttonOf(page, 'Register integration')?.click();
        const [body] = await until(() => {
          const { sent = [] } = page.defaultView as unknown as HostWindow;
          return sent.length > 0 && sent;
        });
        const draft = JSON.parse(body ?? '') as IntegrationDraft;
        expect(draft.name).to.equal('Northern Imaging');
        expect(draft.events).to.deep.equal(DRAFT_WITH_MESSAGE.events);
        expect(draft.launch?.confirmationMessage).to.equal('<p>Hi <b>there</b></p>');
      },
    ));

  it('a form tells what is missing, at each field and above', () =>
    inHostPage(
      {
        head: PROTOTYPE,
        script: `put('ocean-integration-form', { backend: new MemoryBackend() });`,
      },
      async (page) => {
        (await until(() => buttonOf(page, 'Register integration'))).click();
        await until(() => shown(page, '.notice a').length === 3);
        expect(shown(page, '[aria-invalid]')).to.have.length.above(1);
      },
    ));

  it('a list and a launch work', () =>
    inHostPage(
      {
        head: PROTOTYPE,
        script: `
          const backend = new MemoryBackend();
          await backend.registerIntegration(${JSON.stringify(DRAFT)}, { idempotencyKey: 'one' });
          put('ocean-integration-list', { backend });
          put('ocean-referral-launch', { settings: ${SETTINGS} })
            .confirm({ referralRef: 'a1b2-c3d4' });`,
      },
      async (page) => {
        await until(() => buttonOf(page, 'Northern Imaging'));
        const [proceed] = await until(() => {
          const links = shown(page, 'a#proceed') as HTMLAnchorElement[];
          return links.length > 0 && links;
        });
        expect(proceed?.href).to.equal(
          'https://book.northern-imaging.example/start?referralRef=a1b2-c3d4',
        );
      },
    ));
});
