/** Registration: classes alone register nothing; a name that is taken is kept, and said only where it matters. */
import { expect } from '@open-wc/testing';
import { define } from '../src/ui/define-element.js';
import { VERSION } from '../src/version.js';

const NAMES = [
  'ocean-backend',
  'ocean-integration-form',
  'ocean-integration-list',
  'ocean-launch-frame',
  'ocean-referral-confirmation',
  'ocean-referral-footer',
  'ocean-referral-header',
  'ocean-referral-launch',
];
const VERSION_KEY = Symbol.for('ocean-integrations/version');

const newElement = (): CustomElementConstructor => class extends HTMLElement {};

/** A class as another copy of the library left it. */
const elementOfVersion = (version: string): CustomElementConstructor =>
  Object.defineProperty(newElement(), VERSION_KEY, { value: version });

describe('define', () => {
  const { warn } = console;
  let warnings: string[];

  beforeEach(() => {
    warnings = [];
    console.warn = (...values: unknown[]) => warnings.push(values.join(' '));
  });
  afterEach(() => {
    console.warn = warn;
  });

  it('is not called by importing the classes', async () => {
    const { OceanBackend } = await import('../src/index.js');
    expect(OceanBackend).to.be.a('function');
    for (const name of NAMES) expect(customElements.get(name), name).to.equal(undefined);
  });

  it('registers all elements, with their classes, when the module for all is imported', async () => {
    await import('../src/define/index.js');
    const classes = (await import('../src/index.js')) as Record<string, unknown>;
    for (const name of NAMES) {
      const className = name.replace(/(?:^|-)(\w)/g, (_all, first: string) => first.toUpperCase());
      expect(customElements.get(name), name).to.be.a('function').and.to.equal(classes[className]);
    }
    expect(warnings).to.deep.equal([]);
  });

  it('is silent when a define module runs again', async () => {
    await import('../src/define/index.js');
    const before = NAMES.map((name) => customElements.get(name));
    for (const name of NAMES) await import(`../src/define/${name.replace('ocean-', '')}.ts?again`);
    expect(NAMES.map((name) => customElements.get(name))).to.deep.equal(before);
    expect(warnings).to.deep.equal([]);
  });

  it('keeps the first of two copies of the same version, silently', () => {
    const first = newElement();
    define('x-same-version', first);
    define('x-same-version', newElement());
    expect(customElements.get('x-same-version')).to.equal(first);
    expect(warnings).to.deep.equal([]);
  });

  it('keeps the first of two versions, and names both', () => {
    const first = elementOfVersion('0.0.1');
    customElements.define('x-other-version', first);
    define('x-other-version', newElement());
    expect(customElements.get('x-other-version')).to.equal(first);
    expect(warnings).to.have.lengthOf(1);
    expect(warnings[0]).to.include('<x-other-version>').and.include('0.0.1').and.include(VERSION);
  });

  it("keeps a stranger's element, and says so", () => {
    const first = newElement();
    customElements.define('x-of-a-stranger', first);
    define('x-of-a-stranger', newElement());
    expect(customElements.get('x-of-a-stranger')).to.equal(first);
    expect(warnings).to.have.lengthOf(1);
    expect(warnings[0]).to.include('<x-of-a-stranger>');
  });
});
