/** Names, references and hosts are no words of a language: a browser that translates the page leaves them as they are. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/index.js';
import { MemoryBackend } from '../../src/backend/memory.js';
import type { LaunchSettings } from '../../src/integration/schema.js';
import { readText, until } from '../support/queries.js';

const SETTINGS: LaunchSettings = {
  companyName: 'Maple Summer Company',
  baseLaunchUrl: 'https://red-apple.example/start',
  applicationName: 'Green Orange',
  useIframe: false,
};

const INTEGRATION = {
  id: 'i-1',
  version: '1',
  module: 'ereferrals',
  name: 'Winter Light',
  requestUrl: 'https://blue-pear.example/hook',
  payload: { format: 'fhir-r4', guide: '0.11.1' },
  authentication: { type: 'none' },
  events: ['add-service-request'],
  enabled: true,
  endpoint: { status: 'failing', httpStatus: 503 },
  launch: null,
};

/** Texts in which one of the words stands and which a translation would change. */
const translated = (element: Element, words: readonly string[]): string[] => {
  const found: string[] = [];
  const walker = document.createTreeWalker(element.shadowRoot!, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { data } = node as Text;
    if (!words.some((word) => data.includes(word))) continue;
    const bearer = node.parentElement?.closest<HTMLElement>('[translate]');
    if (bearer?.getAttribute('translate') !== 'no') found.push(data.trim());
  }
  return found;
};

const WORDS = [
  'Maple Summer',
  'Green Orange',
  'red-apple',
  'REF-1',
  'Winter Light',
  'blue-pear',
  'HTTP',
];

const ELEMENTS: [name: string, make: () => Promise<Element>][] = [
  [
    'header',
    () => fixture(html`<ocean-referral-header .settings=${SETTINGS}></ocean-referral-header>`),
  ],
  [
    'footer',
    () => fixture(html`<ocean-referral-footer .settings=${SETTINGS}></ocean-referral-footer>`),
  ],
  [
    'confirmation',
    () =>
      fixture(
        html`<ocean-referral-confirmation
          referral-ref="REF-1"
          .settings=${SETTINGS}
        ></ocean-referral-confirmation>`,
      ),
  ],
  [
    'frame',
    () =>
      fixture(
        html`<ocean-launch-frame url="about:blank" .settings=${SETTINGS}></ocean-launch-frame>`,
      ),
  ],
  [
    'list',
    () =>
      fixture(
        html`<ocean-integration-list
          .backend=${new MemoryBackend({ integrations: [INTEGRATION as never] })}
        ></ocean-integration-list>`,
      ),
  ],
];

for (const [name, make] of ELEMENTS) {
  it(`stay in the ${name}`, async () => {
    const element = await make();
    await until(() => WORDS.some((word) => readText(element.shadowRoot).includes(word)));
    // "Continue to Green Orange" is a sentence of ours, as a button's whole name.
    const sentences = /^(?:Continue to|Continuer vers) /;
    expect(translated(element, WORDS).filter((text) => !sentences.test(text))).to.deep.equal([]);
  });
}
