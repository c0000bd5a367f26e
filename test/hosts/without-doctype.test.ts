/** Older pages have no doctype, and browsers lay them out as they did long ago. The widgets look the same there. */
import { expect } from '@open-wc/testing';
import { DRAFT } from '../support/forms.js';
import { until } from '../support/queries.js';

/** A script of the host's, and what is there once its widget is. */
interface Widget {
  readonly script: string;
  readonly ready: string;
}

const WIDGETS: Record<string, Widget> = {
  'the form': {
    script: `
      const form = document.createElement('ocean-integration-form');
      form.backend = new MemoryBackend({ integrations: [] });
      document.body.append(form);`,
    ready: '[name="/events"]',
  },
  'the form with a launch and its preview': {
    script: `
      const form = document.createElement('ocean-integration-form');
      form.backend = new MemoryBackend({ integrations: [] });
      form.value = { launch: SETTINGS };
      document.body.append(form);`,
    ready: 'ocean-referral-confirmation',
  },
  'the list': {
    script: `
      const list = document.createElement('ocean-integration-list');
      list.backend = new MemoryBackend();
      await list.backend.registerIntegration(${JSON.stringify(DRAFT)}, { idempotencyKey: 'one' });
      document.body.append(list);`,
    ready: 'tbody button',
  },
  'header and footer': {
    script: `
      const launch = document.createElement('ocean-referral-launch');
      launch.settings = SETTINGS;
      document.body.append(launch);`,
    ready: '.next',
  },
  'a confirmation with its countdown': {
    script: `
      const launch = document.createElement('ocean-referral-launch');
      launch.settings = SETTINGS;
      launch.autoLaunch = 60;
      document.body.append(launch);
      launch.confirm({ referralRef: 'a1b2-c3d4' });`,
    ready: '#stay',
  },
};

const page = (doctype: string, script: string): string => `${doctype}
  <html lang="en">
    <style>
      body {
        margin: 1rem;
        color: #123456;
        font: italic 14px/1.3 serif;
        --ocean-color-text: #330033;
      }
    </style>
    <body>
      <script type="module">
        import '/src/define/index.ts';
        import { MemoryBackend } from '/src/backend/memory.ts';
        const SETTINGS = {
          companyName: 'Northern Imaging',
          applicationName: 'NI Booking',
          category: 'Diagnostic imaging',
          baseLaunchUrl: 'https://book.northern-imaging.example/start',
        };
        ${script}
      </script>
    </body>
  </html>`;

const inShadows = function* (root: Element | ShadowRoot): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    if (root instanceof root.ownerDocument.defaultView!.ShadowRoot) yield element;
    if (element.shadowRoot) yield* inShadows(element.shadowRoot);
  }
};

const LOOKS = [
  'color',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'line-height',
  'white-space',
  'box-sizing',
  'margin',
  'padding',
] as const;

const looksOf = (element: Element): string => {
  const style = element.ownerDocument.defaultView!.getComputedStyle(element);
  return [element.localName, ...LOOKS.map((name) => style.getPropertyValue(name))].join('; ');
};

/** How all that is inside the widget looks, once it is there and has come to rest. */
const open = async (doctype: string, { script, ready }: Widget): Promise<string[]> => {
  const frame = document.createElement('iframe');
  frame.width = '900';
  frame.height = '700';
  document.body.append(frame);
  try {
    const inside = frame.contentDocument as Document;
    // Unlike `srcdoc`, which has no quirks.
    inside.open();
    inside.write(page(doctype, script));
    inside.close();
    expect(inside.compatMode).to.equal(doctype ? 'CSS1Compat' : 'BackCompat');
    await until(() => [...inShadows(inside.body)].some((each) => each.matches(ready)), 8_000);
    let looks: string[] = [];
    await until(() => {
      const before = looks.join();
      looks = [...inShadows(inside.body)].map(looksOf);
      return looks.join() === before;
    });
    return looks;
  } finally {
    frame.remove();
  }
};

describe('On a page without a doctype', () => {
  for (const [name, widget] of Object.entries(WIDGETS))
    it(`${name} looks as it does elsewhere`, async () => {
      const elsewhere = await open('<!doctype html>', widget);
      expect(elsewhere).to.have.length.above(10);
      expect(await open('', widget)).to.deep.equal(elsewhere);
    });
});
