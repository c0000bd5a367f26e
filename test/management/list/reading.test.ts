/** The list of integrations as it is read: what each column tells, how an endpoint is, and where in the list one is. */
import { expect } from '@open-wc/testing';
import { BackendError } from '../../../src/backend/backend-error.js';
import { MemoryBackend } from '../../../src/backend/memory.js';
import { OceanIntegrationList } from '../../../src/management/list/integration-list.js';
import { describeElement } from '../../support/element-suite.js';
import { allByRole, byLabel, byRole, choose, readText, until } from '../../support/queries.js';
import {
  HeldBackend,
  SOME,
  belowOf,
  eventsOf,
  focusIn,
  integration,
  many,
  mountList,
  namesOf,
  openDetails,
  openList,
  press,
  rowOf,
  saidBy,
  search,
  textOf,
} from './list-page.js';

describeElement({
  tagName: 'ocean-integration-list',
  element: OceanIntegrationList,
  create: () =>
    Object.assign(document.createElement('ocean-integration-list'), {
      backend: new MemoryBackend({ integrations: SOME }),
    }),
  ready: (element) =>
    until(() => {
      const found = namesOf(element as OceanIntegrationList).length === SOME.length;
      const spoken = element.closest('[lang=fr]') ? 'Inscrire une intégration' : 'Register';
      return found && readText(element.shadowRoot).includes(spoken);
    }),
  words: { en: 'Register an integration', fr: 'Inscrire une intégration' },
});

const cellsOf = (row: HTMLElement): string[] =>
  allByRole(row, 'cell').map((cell) => {
    const words = cell.cloneNode(true) as Element;
    for (const label of words.querySelectorAll('.label')) label.remove();
    return readText(words);
  });

describe('what a row tells', () => {
  it('is name, host, module, payload, events, launch, health and whether it is enabled', async () => {
    const list = await openList();
    const headings = allByRole(list, 'columnheader').map(readText);
    expect(headings).to.deep.equal([
      'Integration',
      'Module',
      'Payload',
      'Events',
      'Launch',
      'Endpoint',
      'Enabled',
      'Details',
    ]);
    const row = rowOf(list, 'Birch Messages');
    expect(readText(row)).to.include('status-404.birch.example');
    expect(cellsOf(row)).to.deep.equal([
      'Patient engagement',
      'Ocean JSON',
      '2',
      'No',
      'Check failed HTTP 404',
      'Yes',
      'Details',
    ]);
    expect(cellsOf(rowOf(list, 'Amber Imaging'))[3]).to.equal('Yes');
    expect(cellsOf(rowOf(list, 'Cedar Lab'))[5]).to.equal('No');
  });

  it('tells health by words and by the hexagon’s colour and sign', async () => {
    const list = await openList();
    const health = ['Amber Imaging', 'Birch Messages', 'Cedar Lab', 'Dune Clinic'].map((name) => {
      const shown = rowOf(list, name).querySelector<HTMLElement>('.health');
      return [shown?.dataset['status'], readText(shown)];
    });
    expect(health).to.deep.equal([
      ['verified', 'Verified'],
      ['failing', 'Check failed HTTP 404'],
      ['erroring', 'Deliveries fail'],
      ['unchecked', 'Not checked'],
    ]);
    const signs = [...(list.shadowRoot?.querySelectorAll('.hexagon') ?? [])].map(
      (hexagon) => hexagon.innerHTML,
    );
    expect(new Set(signs)).to.have.length(4);
  });

  it('says, opened, what the endpoint answered, since when, when, and what to do', async () => {
    const list = await openList();
    await openDetails(list, 'Birch Messages');
    const details = belowOf(list, 'Birch Messages');
    expect(details).to.match(
      /^The endpoint did not pass the check\. Fix the endpoint, then check it again\. The endpoint answered with HTTP status 404\. Since Mar\.? 1, 2026, .* Checked Mar\.? 3, 2026, /,
    );
    await openDetails(list, 'Cedar Lab');
    expect(belowOf(list, 'Cedar Lab')).to.include(
      'then check it again and redeliver what failed. The endpoint’s TLS certificate is not valid for this host, or has expired.',
    );
    await openDetails(list, 'Dune Clinic');
    expect(belowOf(list, 'Dune Clinic')).to.include('The endpoint has not been checked yet.');
  });

  it('shows a reason of a newer server as it came, and no date that is none', async () => {
    const odd = integration('i-1', 'Odd', {
      endpoint: { status: 'failing', reason: 'too <b>odd</b>', checkedAt: '2026-03-03T15:00:00Z' },
    });
    const list = await openList({ integrations: [odd] });
    await openDetails(list, 'Odd');
    expect(belowOf(list, 'Odd')).to.include('too <b>odd</b>');
    expect(belowOf(list, 'Odd')).not.to.match(/Invalid|undefined|null/);
  });

  it('shows names as text, however odd they are', async () => {
    const names = [
      '<img src=x onerror=alert(1)>',
      '\u202Egnissim',
      '{{name}} ${name}',
      'ÿ'.repeat(200),
    ];
    const list = await openList({
      integrations: names.map((name, index) => integration(`i-${index}`, name)),
    });
    // What reverses the text around it is not drawn.
    const shown = names.map((name) => name.replace('\u202E', ''));
    expect(namesOf(list)).to.deep.equal(shown);
    expect(list.shadowRoot?.querySelector('img')).to.equal(null);
  });

  it('keeps its details with it, whatever its id is', async () => {
    const ids = ['a b', 'a_b', 'a"b', '\uD800', 'é#.>'];
    const list = await openList({
      integrations: ids.map((id, index) => integration(id, `Clinic ${index}`)),
    });
    for (const index of ids.keys()) {
      const button = byRole(list, 'button', `Details of Clinic ${index}`);
      await openDetails(list, `Clinic ${index}`);
      const controls = button.getAttribute('aria-controls') ?? '';
      expect(controls).not.to.match(/\s/);
      expect(list.shadowRoot?.getElementById(controls)?.previousElementSibling).to.equal(
        rowOf(list, `Clinic ${index}`),
      );
    }
  });
});

describe('where in the list one is', () => {
  it('is told to screen readers by row and count, over all pages', async () => {
    const list = await openList({ integrations: many(120), pageSize: 50 });
    const table = byRole(list, 'table', 'Integrations');
    expect(table.getAttribute('aria-rowcount')).to.equal('121');
    expect(rowOf(list, 'Clinic 1').getAttribute('aria-rowindex')).to.equal('2');
    expect(textOf(list)).to.include('1 to 50 of 120');
    await press(list, 'Next page');
    await until(() => namesOf(list)[0] === 'Clinic 51');
    expect(rowOf(list, 'Clinic 51').getAttribute('aria-rowindex')).to.equal('52');
    expect(textOf(list)).to.include('51 to 100 of 120');
    await until(() => saidBy(list) === '51 to 100 of 120');
    await press(list, 'Next page');
    await until(() => namesOf(list).length === 20);
    expect(byRole(list, 'button', 'Next page').getAttribute('aria-disabled')).to.equal('true');
    await press(list, 'Previous page');
    await until(() => namesOf(list)[0] === 'Clinic 51');
    await press(list, 'Previous page');
    await until(() => namesOf(list)[0] === 'Clinic 1');
    expect(byRole(list, 'button', 'Previous page').getAttribute('aria-disabled')).to.equal('true');
  });

  it('does not jump where “Next page” is pressed while a page is on its way', async () => {
    const backend = new HeldBackend({ integrations: many(30) });
    const list = await openList({ backend, pageSize: 10 });
    backend.holds = true;
    await press(list, 'Next page');
    await press(list, 'Next page');
    expect(backend.waiting).to.equal(1);
    backend.answer();
    await until(() => namesOf(list)[0] === 'Clinic 11');
    expect(textOf(list)).to.include('11 to 20 of 30');
  });

  it('is kept when the list is taken out of the page and comes back, and by refresh()', async () => {
    const list = await openList({ integrations: many(30), pageSize: 10 });
    await press(list, 'Next page');
    await until(() => namesOf(list)[0] === 'Clinic 11');
    const page = list.parentElement as HTMLElement;
    list.remove();
    await new Promise((resolve) => setTimeout(resolve, 20));
    page.append(list);
    await list.updateComplete;
    await until(() => namesOf(list)[0] === 'Clinic 11');
    list.refresh();
    await until(() => textOf(list).includes('11 to 20 of 30'));
    expect(namesOf(list)[0]).to.equal('Clinic 11');
  });

  it('is the page before where all of a page is gone meanwhile', async () => {
    const integrations = many(11);
    const backend = new MemoryBackend({ integrations });
    const list = await openList({ backend, pageSize: 10 });
    await press(list, 'Next page');
    await until(() => namesOf(list)[0] === 'Clinic 11');
    await backend.deleteIntegration('i-11', { version: 'v1' });
    list.refresh();
    await until(() => namesOf(list).length === 10);
    expect(textOf(list)).to.include('1 to 10 of 10');
  });

  it('begins with the first page of another backend, another page size or another module', async () => {
    const list = await openList({ integrations: many(30), pageSize: 10 });
    await press(list, 'Next page');
    await until(() => namesOf(list)[0] === 'Clinic 11');
    list.pageSize = 20;
    await until(() => namesOf(list).length === 20);
    expect(namesOf(list)[0]).to.equal('Clinic 1');
    list.backend = new MemoryBackend({ integrations: SOME });
    await list.updateComplete;
    expect(namesOf(list)).to.deep.equal([]);
    await until(() => namesOf(list).length === 4);
    list.module = 'patient-engagement';
    await until(() => namesOf(list).join() === 'Birch Messages');
    expect(allByRole(list, 'combobox', 'Module')).to.have.length(0);
  });

  it('scrolls and filters through ten thousand by pages', async () => {
    const list = await openList({ integrations: many(10_000) });
    expect(namesOf(list)).to.have.length(50);
    expect(byRole(list, 'table').getAttribute('aria-rowcount')).to.equal('10001');
    expect(textOf(list)).to.include('1 to 50 of 10,000');
    search(list, 'clinic 9999');
    await until(() => namesOf(list).join() === 'Clinic 9999');
    await until(() => saidBy(list) === '1 integration');
  });
});

describe('looking for some of them', () => {
  it('searches as one types, by name and by URL', async () => {
    const list = await openList();
    search(list, 'cedar.exa');
    await until(() => namesOf(list).join() === 'Cedar Lab');
    search(list, '');
    await until(() => namesOf(list).length === 4);
    await until(() => saidBy(list) === '4 integrations');
  });

  it('drops an answer that a later one has overtaken', async () => {
    const backend = new HeldBackend({ integrations: SOME });
    const list = await openList({ backend });
    backend.holds = true;
    search(list, 'amber');
    await until(() => backend.waiting === 1);
    search(list, 'birch');
    await until(() => backend.waiting === 2);
    backend.answer(1);
    await until(() => namesOf(list).join() === 'Birch Messages');
    backend.answer(0);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(namesOf(list)).to.deep.equal(['Birch Messages']);
  });

  it('asks at once for the first letter, and not for each that follows', async () => {
    const backend = new HeldBackend({ integrations: SOME });
    const list = await openList({ backend });
    const before = backend.asked.length;
    const field = byRole<HTMLInputElement>(list, 'searchbox');
    for (const text of ['b', 'bi', 'bir', 'birc', 'birch']) {
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
    await list.updateComplete;
    expect(backend.asked.slice(before).map(({ query }) => query)).to.deep.equal(['b']);
    await until(() => backend.asked.length === before + 2);
    expect(backend.asked.at(-1)?.query).to.equal('birch');
  });

  it('keeps what was typed just before the list was taken out of the page', async () => {
    const list = await openList();
    search(list, 'x');
    search(list, 'dune');
    const page = list.parentElement as HTMLElement;
    list.remove();
    await new Promise((resolve) => setTimeout(resolve, 20));
    page.append(list);
    await until(() => namesOf(list).join() === 'Dune Clinic');
    expect(byRole<HTMLInputElement>(list, 'searchbox').value).to.equal('dune');
  });

  it('filters by module and by health, and sorts', async () => {
    const list = await openList();
    choose(byLabel(list, 'Module'), 'Patient engagement');
    await until(() => namesOf(list).join() === 'Birch Messages');
    choose(byLabel(list, 'Module'), 'All');
    choose(byLabel(list, 'Endpoint status'), 'Deliveries fail');
    await until(() => namesOf(list).join() === 'Cedar Lab');
    choose(byLabel(list, 'Endpoint status'), 'All');
    await until(() => namesOf(list).length === 4);
    const backwards = [...SOME].reverse();
    list.backend = new MemoryBackend({ integrations: backwards });
    await until(() => namesOf(list)[0] === 'Dune Clinic');
    choose(byLabel(list, 'Sort by'), 'Name');
    await until(() => namesOf(list)[0] === 'Amber Imaging');
  });

  it('offers to clear what nothing matches, and puts the focus into the search', async () => {
    const list = await openList();
    search(list, 'nothing like it');
    await until(() => textOf(list).includes('No integration matches.'));
    await until(() => saidBy(list) === '0 integrations');
    byRole(list, 'button', 'Clear the search and filters').focus();
    await press(list, 'Clear the search and filters');
    await until(() => namesOf(list).length === 4);
    expect(focusIn(list)).to.equal('search');
    expect(byRole<HTMLInputElement>(list, 'searchbox').value).to.equal('');
  });
});

describe('before there is anything to read', () => {
  it('holds the place while it loads, and says so', async () => {
    const list = await mountList({ backend: new MemoryBackend({ latency: Infinity }) });
    expect(readText(allByRole(list, 'status')[0])).to.equal('Loading the integrations…');
    expect(list.getBoundingClientRect().height).to.be.greaterThan(300);
  });

  it('tells what an integration is where there is none, with the button', async () => {
    const list = await mountList({ integrations: [] });
    await until(() => textOf(list).includes('There are no integrations yet.'));
    expect(textOf(list)).to.include('can also take the sender of a referral to that system');
    const events = eventsOf(list);
    (allByRole(list, 'button', 'Register an integration').at(-1) as HTMLElement).click();
    expect(events).to.deep.equal([{ type: 'ocean-register', detail: {} }]);
  });

  it('says so too where the list is of one module that has none', async () => {
    const list = await mountList({ integrations: [], module: 'ereferrals' });
    await until(() => textOf(list).includes('There are no integrations yet.'));
  });

  it('can be tried again where it failed, once for each failure told to the host', async () => {
    const backend = new MemoryBackend({ integrations: SOME });
    backend.failNext('unavailable');
    const list = await mountList({ backend });
    const events = eventsOf(list);
    await until(() => textOf(list).includes('The integrations could not be loaded.'));
    expect(textOf(list)).to.include('The service has a problem. Try again in a few minutes.');
    backend.failNext('network');
    byRole(list, 'button', 'Try again').focus();
    await press(list, 'Try again');
    await until(() => textOf(list).includes('The service cannot be reached.'));
    expect(events.map(({ type }) => type)).to.include('ocean-error');
    await press(list, 'Try again');
    await until(() => namesOf(list).length === 4);
    expect(focusIn(list)).to.equal('search');
  });

  it('waits as long as the service asks for', async () => {
    const backend = new MemoryBackend({ integrations: SOME });
    backend.failNext(new BackendError('rate-limited', 'Slowly.', { retryAfter: 1 }));
    const list = await mountList({ backend });
    await until(() => textOf(list).includes('Try again in 1 second.'));
    expect(allByRole(list, 'button', 'Try again')).to.have.length(0);
    await press(list, 'Try again');
    await until(() => namesOf(list).length === 4);
  });

  it('goes back to the first page where the service takes a cursor no more', async () => {
    const backend = new MemoryBackend({ integrations: many(30) });
    const list = await openList({ backend, pageSize: 10 });
    backend.failNext('invalid');
    await press(list, 'Next page');
    await press(list, 'Try again');
    await until(() => namesOf(list)[0] === 'Clinic 1');
  });
});

describe('what this user may not do', () => {
  it('is left out, and said', async () => {
    const list = await openList({
      capabilities: { register: false, edit: false, remove: false, enable: false, activity: false },
    });
    expect(textOf(list)).to.include('You can view integrations, but you cannot change them.');
    expect(allByRole(list, 'button', /^Register/)).to.have.length(0);
    expect(byRole(list, 'switch', 'Enable Amber Imaging').ariaDisabled).to.equal('true');
    await openDetails(list, 'Amber Imaging');
    const offered = allByRole(rowOf(list, 'Amber Imaging').nextElementSibling as Element, 'button');
    expect(offered.map(readText)).to.deep.equal(['Copy as JSON']);
  });

  it('is one thing where it is one', async () => {
    const list = await openList({ capabilities: { remove: false } });
    expect(textOf(list)).not.to.include('but you cannot change them');
    await openDetails(list, 'Amber Imaging');
    expect(allByRole(list, 'button', 'Delete')).to.have.length(0);
    expect(allByRole(list, 'button', 'Check endpoint')).to.have.length(1);
  });
});

describe('a host’s mistake', () => {
  const { warn } = console;
  let said: string[];
  beforeEach(() => {
    said = [];
    console.warn = (...texts: unknown[]) => void said.push(texts.join(' '));
  });
  afterEach(() => {
    console.warn = warn;
  });

  it('is told once, and the list stands', async () => {
    const list = await openList({ module: 'referrals' as never, pageSize: 1000 });
    expect(namesOf(list)).to.have.length(4);
    await openList({ module: 'referrals' as never, pageSize: 1000 });
    expect(said.filter((text) => text.includes('`module`'))).to.have.length(1);
    expect(said.filter((text) => text.includes('`page-size`'))).to.have.length(1);
    expect(byLabel(list, 'Module').isConnected).to.equal(true);
  });
});
