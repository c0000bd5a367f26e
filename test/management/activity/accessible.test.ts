/** Each state of the activity passes axe, in both languages, in light, dark and forced colours; has room on a narrow page; and keeps to the page's policy. */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { MemoryBackend } from '../../../src/backend/memory.js';
import { violationsIn } from '../../support/accessible.js';
import { COLOURS, showIn } from '../../support/colours.js';
import { allByRole, byRole, elementsIn, nameOf, readText, until } from '../../support/queries.js';
import { lookAgain, mount, show, withDeliveries } from './activity-host.js';
import type { ActivityHost } from './activity-host.js';
import { deliveries, delivery } from './made-up-deliveries.js';

type Lang = 'en' | 'fr';

const WORDS = {
  en: { send: /^Send test event/, sample: 'Show sample payload', bulk: /^Redeliver all/ },
  fr: {
    send: /^Envoyer un événement d’essai/,
    sample: 'Afficher un exemple de charge utile',
    bulk: /^Renvoyer tout/,
  },
} as const;

const LONG = '<!doctype html><title>x</title>' + 'a-long-word'.repeat(100);

const ready = async (host: ActivityHost, lang: Lang): Promise<ActivityHost> => {
  await until(() => byRole(host, 'heading', lang === 'en' ? /^Activity of/ : /^Activité :/));
  return host;
};

const STATES: Record<string, (lang: Lang) => Promise<ActivityHost>> = {
  empty: async (lang) => ready((await show({ lang })).host, lang),
  loading: async (lang) =>
    ready((await mount({ lang, backend: new MemoryBackend({ latency: Infinity }) })).host, lang),
  'a test event with its sample and answer': async (lang) => {
    const { host } = await show({ lang, draft: { requestUrl: 'https://html.example.org/' } });
    await ready(host, lang);
    byRole(host, 'button', WORDS[lang].sample).click();
    byRole(host, 'button', WORDS[lang].send).click();
    await until(() => host.shadowRoot?.querySelector('figure.code'));
    (await until(() => host.shadowRoot?.querySelector<HTMLElement>('.answer button'))).click();
    await host.updateComplete;
    return host;
  },
  'deliveries of all outcomes, with attempts open': async (lang) => {
    const attempt = { at: '2026-11-01T12:00:00Z', httpStatus: 500, answer: LONG };
    const all = [
      delivery(4, 'pending'),
      ...deliveries(3, 2),
      delivery(1, 'failed', { attempts: [attempt, attempt] }),
    ];
    all[1] = delivery(3, 'delivered', { test: true });
    all[2] = delivery(2, 'delivered', {
      eventType: 'a-very-long-code-of-a-newer-server-'.repeat(3),
    });
    const { host } = await show({ lang, through: withDeliveries(all) });
    await ready(host, lang);
    for (const button of host.shadowRoot!.querySelectorAll<HTMLElement>(
      '.delivery [aria-expanded]',
    ))
      button.click();
    await host.updateComplete;
    for (const button of host.shadowRoot!.querySelectorAll<HTMLElement>('.answer button'))
      button.click();
    await host.updateComplete;
    return host;
  },
  'older ones, and new ones waiting': async (lang) => {
    const all = deliveries(120, 1);
    const { host } = await show({ lang, through: withDeliveries(all) });
    await ready(host, lang);
    host.shadowRoot!.querySelector<HTMLElement>('.activity-older')!.click();
    await until(() => host.shadowRoot!.querySelectorAll('.delivery').length === 100);
    all.unshift(delivery(121));
    lookAgain();
    await until(() => host.shadowRoot!.querySelector('.delivery-line button'));
    return host;
  },
  'delivering all again': async (lang) => {
    const backend = new MemoryBackend();
    const { host } = await show({
      lang,
      backend,
      sent: 3,
      draft: { requestUrl: 'https://status-500.example.org/' },
    });
    await ready(host, lang);
    backend.latency = Infinity;
    byRole(host, 'button', WORDS[lang].bulk).click();
    await until(() => byRole(host, 'progressbar'));
    return host;
  },
  'failed to load': async (lang) => {
    const backend = new MemoryBackend();
    backend.failures = { listDeliveries: 'network' };
    const { host } = await mount({ lang, backend });
    await until(() => byRole(host, 'alert'));
    return ready(host, lang);
  },
  'without permission': async (lang) => {
    const backend = new MemoryBackend();
    const { host } = await show({ lang, backend, sent: 1 });
    await ready(host, lang);
    backend.failures = { sendTestEvent: 'forbidden' };
    byRole(host, 'button', WORDS[lang].send).click();
    await until(() => byRole(host, 'alert'));
    return host;
  },
  'to look at': async (lang) => ready((await show({ lang, sent: 1, mayAct: false })).host, lang),
};

describe('the activity, accessible', () => {
  afterEach(async () => {
    await showIn('light');
    await setViewport({ width: 800, height: 600 });
    document.documentElement.style.removeProperty('color-scheme');
    document.body.style.removeProperty('background');
  });

  for (const [state, open] of Object.entries(STATES))
    for (const lang of ['en', 'fr'] as const)
      for (const colours of COLOURS)
        it(`${state}: passes axe in ${lang}, ${colours}`, async () => {
          document.documentElement.style.setProperty('color-scheme', 'light dark');
          document.body.style.setProperty('background', 'Canvas');
          await showIn(colours);
          const host = await open(lang);
          expect(await violationsIn(host)).to.deep.equal([]);
          host.remove();
        });

  for (const [state, open] of Object.entries(STATES))
    it(`${state}: has room in 320 pixels, in French`, async () => {
      await setViewport({ width: 320, height: 600 });
      const host = await open('fr');
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      host.remove();
    });

  for (const [state, open] of Object.entries(STATES))
    it(`${state}: keeps to the page’s policy, and each id is one element’s`, async () => {
      const host = await open('en');
      const all = [...elementsIn(host)];
      expect(all.filter((element) => element.matches('style, [style]'))).to.deep.equal([]);
      const ids = all.map(({ id }) => id).filter(Boolean);
      expect(ids).to.deep.equal([...new Set(ids)]);
      host.remove();
    });

  it('names each button with what it acts on', async () => {
    const { host } = await show({ through: withDeliveries(deliveries(30, 1, 'failed')) });
    const names = allByRole(host, 'button').map(nameOf);
    expect(names).to.deep.equal([...new Set(names)]);
    for (const button of allByRole(host, 'button'))
      expect(nameOf(button)).to.contain(readText(button));
  });

  it('tells the outcome by a sign and by words', async () => {
    const all = [delivery(3, 'pending'), delivery(2, 'failed'), delivery(1)];
    const { host } = await show({ through: withDeliveries(all) });
    const outcomes = [...host.shadowRoot!.querySelectorAll('.delivery .outcome')];
    const signs = outcomes.map((each) => getComputedStyle(each, '::before').content);
    expect(new Set(signs).size).to.equal(3);
    expect(outcomes.map((each) => readText(each.querySelector('strong')))).to.deep.equal([
      'Pending',
      'Failed',
      'Delivered',
    ]);
  });

  it('speaks French, live', async () => {
    const { host } = await show({ sent: 1, draft: { requestUrl: 'https://tls.example.org/' } });
    host.parentElement!.lang = 'fr';
    await until(() => /En échec aucune réponse, après 80 ms/.test(readText(host.shadowRoot)));
    expect(readText(host.shadowRoot)).to.contain('Nouvel aiguillage envoyé');
  });

  it('is shown anew after it was closed', async () => {
    const { host } = await show({ sent: 1 });
    host.close();
    host.requestUpdate();
    await until(() => readText(host.shadowRoot) === '');
    host.open = true;
    await until(() => byRole(host, 'list', 'Deliveries'));
  });

  it('copes with whatever a backend has for ids', async () => {
    const { host } = await show();
    host.close();
    const odd = 'a b/c.1:é"#';
    const item = delivery(1, 'failed', { id: odd });
    host.integration = { ...host.integration, id: odd };
    host.backend = withDeliveries([item])(new MemoryBackend());
    host.open = true;
    const button = await until(() => byRole(host, 'button', /^Attempts/));
    button.click();
    await until(() => readText(host.shadowRoot).includes(`Reference ${odd}`));
    const ids = [...elementsIn(host)].map(({ id }) => id).filter(Boolean);
    expect(ids.filter((id) => !/^[\w-]+$/.test(id))).to.deep.equal([]);
    expect(ids).to.include(button.getAttribute('aria-controls'));
  });
});
