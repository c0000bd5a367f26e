/** What a sender reads of launch settings: in one language or two, and whatever stands in them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LaunchSettings } from '../../src/integration/schema.js';
import { senderView } from '../../src/launch/sender-view.js';

const SETTINGS: Partial<LaunchSettings> = {
  companyName: { en: 'Northern Imaging', fr: 'Imagerie du Nord' },
  applicationName: 'Booking',
  category: { en: 'Imaging', fr: '' },
  baseLaunchUrl: 'https://book.example:8443/start',
  confirmationMessage: { en: '', fr: '<p>Merci.</p>' },
  logoUrl: 'https://cdn.example/logo.png',
  logoAlt: { en: ' A north star ', fr: 'Une étoile polaire' },
};

describe('senderView', () => {
  it('gives each text in the language asked for', () => {
    const { company, application, logoAlt } = senderView(SETTINGS, 'fr');
    assert.deepEqual(company, { text: 'Imagerie du Nord' });
    assert.deepEqual(application, { text: 'Booking' });
    assert.deepEqual(logoAlt, { text: 'Une étoile polaire' });
    assert.deepEqual(senderView(SETTINGS, 'en').company, { text: 'Northern Imaging' });
    assert.deepEqual(senderView(SETTINGS, 'en').logoAlt, { text: 'A north star' });
  });

  it('falls back to the other language, and says which that is', () => {
    assert.deepEqual(senderView(SETTINGS, 'fr').category, { text: 'Imaging', lang: 'en-CA' });
    assert.deepEqual(senderView(SETTINGS, 'en').message, { text: '<p>Merci.</p>', lang: 'fr-CA' });
  });

  it('names what is launched: the application, else the company, else the host', () => {
    const { companyName, baseLaunchUrl } = SETTINGS;
    const nameOf = (settings: Partial<LaunchSettings>) => senderView(settings, 'en').application;
    assert.deepEqual(nameOf(SETTINGS), { text: 'Booking' });
    assert.deepEqual(nameOf({ companyName, baseLaunchUrl, applicationName: ' ' }), {
      text: 'Northern Imaging',
    });
    assert.deepEqual(nameOf({ companyName: { en: '', fr: 'Imagerie' }, applicationName: '' }), {
      text: 'Imagerie',
      lang: 'fr-CA',
    });
    assert.deepEqual(nameOf({ baseLaunchUrl: baseLaunchUrl }), {
      text: 'book.example:8443',
    });
    assert.deepEqual(nameOf({}), { text: '' });
  });

  const hosts: readonly (readonly [unknown, string | undefined])[] = [
    ['https://book.example/a?b#c', 'book.example'],
    ['https://BOOK.example:443/', 'book.example'],
    ['http://localhost:8080/', 'localhost:8080'],
    ['https://bücher.example/', 'xn--bcher-kva.example'],
    ['https://[::1]:8443/', '[::1]:8443'],
    ['https://a@book.example/', undefined],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['/start', undefined],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
    [7, undefined],
    [['https://book.example/'], undefined],
  ];
  for (const [baseLaunchUrl, host] of hosts)
    it(`host of ${JSON.stringify(baseLaunchUrl)}: ${host ?? 'none'}`, () =>
      assert.equal(senderView({ baseLaunchUrl } as Partial<LaunchSettings>, 'en').host, host));

  const logos: readonly (readonly [unknown, string | undefined])[] = [
    ['https://cdn.example/logo.png', 'https://cdn.example/logo.png'],
    ['http://cdn.example/logo.png', undefined],
    ['data:image/svg+xml;base64,AA', undefined],
    ['/logos/1', 'https://portal.example/logos/1'],
    ['logo.svg', 'https://portal.example/referrals/logo.svg'],
    ['data:image/png;base64,AA', 'data:image/png;base64,AA'],
    ['blob:https://portal.example/1', 'blob:https://portal.example/1'],
    ['javascript:alert(1)', undefined],
    [' java\tscript:alert(1)', undefined],
    ['file:///logo.png', undefined],
    ['about:blank', undefined],
    ['https://', undefined],
    ['', undefined],
    [null, undefined],
    [7, undefined],
    [{}, undefined],
  ];
  for (const [logoUrl, address] of logos)
    it(`logo ${JSON.stringify(logoUrl)}: ${address ?? 'none'}`, () => {
      const { logoUrl: found } = senderView(
        { logoUrl } as Partial<LaunchSettings>,
        'en',
        'https://portal.example/referrals/new',
      );
      assert.equal(found, address);
    });

  it('has no logo where a relative address has nothing to be relative to', () =>
    assert.equal(senderView({ logoUrl: 'logo.png' }, 'en').logoUrl, undefined));

  const TEXTS = [
    'companyName',
    'applicationName',
    'category',
    'confirmationMessage',
    'logoAlt',
  ] as const;
  const odd: unknown[] = [
    undefined,
    null,
    0,
    7,
    NaN,
    true,
    [],
    ['Northern'],
    {},
    { en: null },
    { fr: 7 },
    { en: ['a'], fr: {} },
    { en: undefined, fr: undefined },
    () => 'x',
    Symbol('x'),
  ];
  for (const value of odd)
    it(`reads nothing, and breaks on nothing, of ${typeof value} ${JSON.stringify(value) ?? ''}`, () => {
      for (const language of ['en', 'fr'] as const) {
        const settings = Object.fromEntries(
          [...TEXTS, 'baseLaunchUrl', 'logoUrl', 'useIframe'].map((name) => [name, value]),
        );
        const view = senderView(settings, language);
        for (const key of ['application', 'company', 'category', 'message', 'logoAlt'] as const)
          assert.equal(view[key].text, '', key);
        assert.equal(view.host, undefined);
        assert.equal(view.logoUrl, undefined);
      }
    });
});
