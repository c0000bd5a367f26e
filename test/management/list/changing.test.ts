/** What is done to an integration from its row: enabling, checking, deleting; and what the row says when that does not work. */
import { expect } from '@open-wc/testing';
import type { BackendError } from '../../../src/backend/backend-error.js';
import { MemoryBackend } from '../../../src/backend/memory.js';
import { UNDO_TIME } from '../../../src/management/list/removal.js';
import { useClipboard } from '../../support/clipboard.js';
import { allByRole, byRole, readText, until } from '../../support/queries.js';
import {
  HeldBackend,
  LAUNCH,
  SOME,
  belowOf,
  eventsOf,
  focusIn,
  hastening,
  integration,
  many,
  namesOf,
  openDetails,
  openList,
  press,
  rowOf,
  saidBy,
  switchOf,
  textOf,
} from './list-page.js';
import type { OceanIntegrationList } from '../../../src/management/list/integration-list.js';

const isOn = (list: OceanIntegrationList, name: string): boolean =>
  switchOf(list, name).getAttribute('aria-checked') === 'true';

const isBusy = (list: OceanIntegrationList, name: string): boolean =>
  rowOf(list, name).getAttribute('aria-busy') === 'true';

const settled = (list: OceanIntegrationList, name: string) => until(() => !isBusy(list, name));

describe('enabling and disabling', () => {
  it('shows at once what was asked for, saves it, and says so', async () => {
    const backend = new MemoryBackend({ integrations: SOME, latency: 40 });
    const list = await openList({ backend });
    switchOf(list, 'Amber Imaging').click();
    await list.updateComplete;
    expect(isOn(list, 'Amber Imaging')).to.equal(false);
    expect(isBusy(list, 'Amber Imaging')).to.equal(true);
    await settled(list, 'Amber Imaging');
    await until(() => saidBy(list) === '“Amber Imaging” is disabled.');
    const { enabled, launch, authentication } = await backend.getIntegration('i-1');
    expect(enabled).to.equal(false);
    expect(launch?.applicationName).to.equal(LAUNCH.applicationName);
    expect(authentication).to.deep.equal({ type: 'none' });
    switchOf(list, 'Amber Imaging').click();
    await until(() => saidBy(list) === '“Amber Imaging” is enabled.');
    expect(isOn(list, 'Amber Imaging')).to.equal(true);
  });

  it('keeps a stored secret, which the list never knows', async () => {
    const backend = new MemoryBackend();
    const { id } = await backend.registerIntegration(
      {
        ...SOME[0],
        name: 'Guarded',
        authentication: { type: 'basic', username: 'ocean', password: 'made-up' },
      } as never,
      { idempotencyKey: 'k' },
    );
    const list = await openList({ backend });
    switchOf(list, 'Guarded').click();
    await until(() => saidBy(list) === '“Guarded” is disabled.');
    const { authentication } = await backend.getIntegration(id);
    expect(authentication).to.include({ type: 'basic', hasPassword: true });
  });

  it('goes back where it failed, says why in the row, and tells the host once', async () => {
    const backend = new MemoryBackend({ integrations: SOME });
    const list = await openList({ backend });
    const events = eventsOf(list);
    backend.failNext('forbidden');
    switchOf(list, 'Amber Imaging').focus();
    switchOf(list, 'Amber Imaging').click();
    await until(() => belowOf(list, 'Amber Imaging') !== '');
    expect(isOn(list, 'Amber Imaging')).to.equal(true);
    expect(belowOf(list, 'Amber Imaging')).to.equal('You do not have permission to do this.');
    expect(readText(allByRole(list, 'alert')[0])).to.include('permission');
    expect(focusIn(list)).to.equal('Enable Amber Imaging');
    expect(events.map(({ type, detail }) => [type, (detail as BackendError).kind])).to.deep.equal([
      ['ocean-error', 'forbidden'],
    ]);
    switchOf(list, 'Amber Imaging').click();
    await settled(list, 'Amber Imaging');
    await until(() => belowOf(list, 'Amber Imaging') === '');
    expect(isOn(list, 'Amber Imaging')).to.equal(false);
  });

  it('is one request, however often it is pressed meanwhile', async () => {
    const backend = new MemoryBackend({ integrations: SOME, latency: 40 });
    const list = await openList({ backend });
    for (let times = 0; times < 3; times++) {
      switchOf(list, 'Amber Imaging').click();
      await list.updateComplete;
    }
    expect(isOn(list, 'Amber Imaging')).to.equal(false);
    await settled(list, 'Amber Imaging');
    expect((await backend.getIntegration('i-1')).enabled).to.equal(false);
  });

  it('meets someone else’s change: the row says so and shows what it is now', async () => {
    const backend = new MemoryBackend({ integrations: SOME });
    const list = await openList({ backend });
    backend.touch('i-1', { name: 'Amber Imaging East' });
    switchOf(list, 'Amber Imaging').click();
    await until(() => belowOf(list, 'Amber Imaging').includes('Someone else changed this'));
    expect(isOn(list, 'Amber Imaging')).to.equal(true);
    await press(list, 'Show the current version');
    await until(() => namesOf(list).includes('Amber Imaging East'));
    expect(belowOf(list, 'Amber Imaging East')).to.equal('');
    await until(() => focusIn(list) === 'Open Amber Imaging East');
  });

  it('of one that is gone: the row goes once it was looked at', async () => {
    const backend = new MemoryBackend({ integrations: SOME });
    const list = await openList({ backend });
    await backend.deleteIntegration('i-1', { version: 'v1' });
    switchOf(list, 'Amber Imaging').click();
    await until(() => belowOf(list, 'Amber Imaging').includes('no longer exists'));
    await press(list, 'Show the current version');
    await until(() => !namesOf(list).includes('Amber Imaging'));
    expect(textOf(list)).to.include('1 to 3 of 3');
    await until(() => saidBy(list) === 'This integration no longer exists.');
    expect(focusIn(list)).to.equal('search');
  });
});

describe('a page that was asked for before something changed, and comes after', () => {
  const held = async () => {
    const backend = new HeldBackend({ integrations: SOME });
    const list = await openList({ backend });
    backend.holds = true;
    list.refresh();
    await until(() => backend.waiting === 1);
    return { backend, list };
  };

  it('takes back nothing that was saved', async () => {
    const { backend, list } = await held();
    switchOf(list, 'Amber Imaging').click();
    await until(() => saidBy(list) === '“Amber Imaging” is disabled.');
    backend.answer();
    await until(() => !list.shadowRoot?.querySelector('table[aria-busy]'));
    expect(isOn(list, 'Amber Imaging')).to.equal(false);
  });

  it('knows better than what was taken back', async () => {
    const backend = new HeldBackend({ integrations: SOME });
    const list = await openList({ backend });
    const { version, ...theirs } = await backend.getIntegration('i-1');
    await backend.updateIntegration('i-1', { ...theirs, name: 'Amber North' }, { version });
    backend.holds = true;
    list.refresh();
    await until(() => backend.waiting === 1);
    switchOf(list, 'Amber Imaging').click();
    await until(() => belowOf(list, 'Amber Imaging').includes('Someone else changed'));
    backend.answer();
    await until(() => namesOf(list).includes('Amber North'));
    expect(isOn(list, 'Amber North')).to.equal(true);
  });

  it('brings back nothing that was deleted', async () => {
    const restore = hastening(UNDO_TIME, 20);
    try {
      const { backend, list } = await held();
      await openDetails(list, 'Birch Messages');
      await press(list, 'Delete');
      byRole(byRole(list, 'dialog'), 'button', 'Delete').click();
      await until(() => focusIn(list) === 'Undo');
      byRole(list, 'searchbox').focus();
      await until(() => saidBy(list) === '“Birch Messages” is deleted.');
      backend.answer();
      await until(() => !list.shadowRoot?.querySelector('table[aria-busy]'));
      expect(namesOf(list)).to.deep.equal(['Amber Imaging', 'Cedar Lab', 'Dune Clinic']);
      expect(textOf(list)).to.include('1 to 3 of 3');
    } finally {
      restore();
    }
  });
});

describe('checking an endpoint again', () => {
  it('shows what was found, in the row and to screen readers', async () => {
    const backend = new MemoryBackend({
      integrations: [integration('i-1', 'Mended', { endpoint: { status: 'failing' } })],
    });
    const list = await openList({ backend });
    await openDetails(list, 'Mended');
    backend.latency = 40;
    await press(list, 'Check endpoint');
    expect(readText(rowOf(list, 'Mended'))).to.include('Checking…');
    await until(() => readText(rowOf(list, 'Mended')).includes('Verified'));
    expect(belowOf(list, 'Mended')).to.include('The endpoint has passed the check.');
    await until(() => saidBy(list) === 'Mended: Verified');
  });

  it('that cannot be asked for says why, and claims no health', async () => {
    const backend = new MemoryBackend({ integrations: SOME });
    const list = await openList({ backend });
    await openDetails(list, 'Birch Messages');
    backend.failNext('rate-limited');
    await press(list, 'Check endpoint');
    await until(() => belowOf(list, 'Birch Messages').includes('Too many requests'));
    expect(readText(rowOf(list, 'Birch Messages'))).to.include('Check failed HTTP 404');
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(saidBy(list)).not.to.include('Birch');
  });
});

const dialogOf = (list: OceanIntegrationList): HTMLElement => byRole(list, 'dialog');

const askToDelete = async (list: OceanIntegrationList, name: string): Promise<void> => {
  await openDetails(list, name);
  await press(list, 'Delete');
  await until(() => dialogOf(list));
};

const confirm = async (list: OceanIntegrationList): Promise<void> => {
  byRole(dialogOf(list), 'button', 'Delete').click();
  await list.updateComplete;
};

describe('deleting', () => {
  let restore = (): void => undefined;
  afterEach(() => restore());

  it('asks first, by name, with the listings that lose it, and begins on “Keep it”', async () => {
    const launch = { ...LAUNCH, referralFormId: 'form-001' };
    const list = await openList({
      integrations: [integration('i-1', 'Amber Imaging', { launch })],
    });
    await askToDelete(list, 'Amber Imaging');
    expect(allByRole(list, 'dialog', 'Delete “Amber Imaging”?')).to.have.length(1);
    await until(() => readText(dialogOf(list)).includes('These directory listings will lose'));
    expect(allByRole(dialogOf(list), 'listitem')).not.to.have.length(0);
    expect(focusIn(list)).to.equal('Keep it');
    byRole(dialogOf(list), 'button', 'Keep it').click();
    await until(() => allByRole(list, 'dialog').length === 0);
    expect(namesOf(list)).to.deep.equal(['Amber Imaging']);
  });

  it('says that no listing uses it, and where that could not be looked up', async () => {
    const backend = new MemoryBackend({ integrations: SOME });
    const list = await openList({ backend });
    backend.failNext('unavailable');
    await askToDelete(list, 'Amber Imaging');
    await until(() =>
      readText(dialogOf(list)).includes('We could not find out which directory listings'),
    );
    byRole(dialogOf(list), 'button', 'Keep it').click();
    await until(() => allByRole(list, 'dialog').length === 0);
    await press(list, 'Delete');
    await until(() =>
      readText(dialogOf(list)).includes('No directory listing uses this integration.'),
    );
  });

  it('takes it out of the list, and gives it back for some seconds', async () => {
    const backend = new MemoryBackend({ integrations: SOME });
    const list = await openList({ backend });
    const events = eventsOf(list);
    await askToDelete(list, 'Birch Messages');
    await confirm(list);
    await until(() => !namesOf(list).includes('Birch Messages'));
    expect(textOf(list)).to.include('“Birch Messages” will be deleted.');
    await until(() => focusIn(list) === 'Undo');
    await press(list, 'Undo');
    await until(() => namesOf(list).includes('Birch Messages'));
    expect(namesOf(list)[1]).to.equal('Birch Messages');
    await until(() => focusIn(list) === 'Open Birch Messages');
    await until(() => saidBy(list) === '“Birch Messages” is kept.');
    expect((await backend.listIntegrations()).total).to.equal(4);
    expect(events).to.deep.equal([]);
  });

  it('is for good after that, and tells the host', async () => {
    restore = hastening(UNDO_TIME, 50);
    const backend = new MemoryBackend({ integrations: SOME });
    const list = await openList({ backend });
    const events = eventsOf(list);
    await askToDelete(list, 'Birch Messages');
    await confirm(list);
    await until(() => focusIn(list) === 'Undo');
    // Who is on "Undo" is thinking.
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(events).to.deep.equal([]);
    byRole(list, 'searchbox').focus();
    await until(() => events.length > 0);
    expect(events).to.deep.equal([{ type: 'ocean-deleted', detail: { id: 'i-2' } }]);
    await until(() => saidBy(list) === '“Birch Messages” is deleted.');
    expect(textOf(list)).to.include('1 to 3 of 3');
    expect((await backend.listIntegrations()).total).to.equal(3);
  });

  it('waits while the pointer is on “Undo”, and goes on while the focus stays there as it leaves', async () => {
    restore = hastening(UNDO_TIME, 50);
    const list = await openList();
    const events = eventsOf(list);
    await askToDelete(list, 'Birch Messages');
    await confirm(list);
    await until(() => focusIn(list) === 'Undo');
    const undo = list.shadowRoot?.querySelector('.undo') as HTMLElement;
    undo.dispatchEvent(new PointerEvent('pointerenter'));
    undo.dispatchEvent(new PointerEvent('pointerleave'));
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(events).to.deep.equal([]);
    expect(focusIn(list)).to.equal('Undo');
  });

  it('puts it back where it failed, and says why in its row', async () => {
    restore = hastening(UNDO_TIME, 20);
    const backend = new MemoryBackend({ integrations: SOME });
    const list = await openList({ backend });
    await askToDelete(list, 'Birch Messages');
    backend.touch('i-2', { name: 'Birch Messages, moved' });
    await confirm(list);
    byRole(list, 'searchbox').focus();
    await until(() => namesOf(list).includes('Birch Messages'));
    expect(belowOf(list, 'Birch Messages')).to.include('Someone else changed this integration.');
  });

  it('deletes at once what is confirmed when another one is, or when the list leaves the page', async () => {
    const backend = new MemoryBackend({ integrations: SOME });
    const list = await openList({ backend });
    const events = eventsOf(list);
    await askToDelete(list, 'Birch Messages');
    await confirm(list);
    await askToDelete(list, 'Cedar Lab');
    await confirm(list);
    await until(() => events.length === 1);
    expect(textOf(list)).to.include('“Cedar Lab” will be deleted.');
    list.remove();
    await until(() => events.length === 2);
    expect(events.map(({ detail }) => (detail as { id: string }).id)).to.deep.equal(['i-2', 'i-3']);
  });

  it('leaves no page empty while there are others', async () => {
    restore = hastening(UNDO_TIME, 20);
    const list = await openList({ integrations: many(11), pageSize: 10 });
    await press(list, 'Next page');
    await until(() => namesOf(list).join() === 'Clinic 11');
    await askToDelete(list, 'Clinic 11');
    await confirm(list);
    expect(textOf(list)).not.to.include('There are no integrations yet.');
    byRole(list, 'searchbox').focus();
    await until(() => namesOf(list).length === 10);
    expect(textOf(list)).to.include('1 to 10 of 10');
  });

  it('closes its dialog when the list is moved, as a dialog moved is modal no more', async () => {
    const list = await openList();
    await askToDelete(list, 'Birch Messages');
    document.body.append(list);
    await until(() => allByRole(list, 'dialog').length === 0);
    expect(namesOf(list)).to.include('Birch Messages');
    list.remove();
  });
});

/** A list answers with less of each integration than is stored, which the contract allows. */
describe('a row of which the list knows less than is stored', () => {
  const launch = { ...LAUNCH, referralFormId: 'form-001' };

  class ShortList extends MemoryBackend {
    override async listIntegrations(...request: Parameters<MemoryBackend['listIntegrations']>) {
      const page = await super.listIntegrations(...request);
      const items = page.items.map((each): (typeof page.items)[number] => ({
        ...each,
        launch: null,
        events: [],
        authentication: { type: 'none' },
        payload: { format: 'ocean-json' },
      }));
      return { ...page, items };
    }
  }

  const stored = async (backend: MemoryBackend) => {
    const { launch, events, authentication, payload } = await backend.getIntegration('i-1');
    return { launch, events, authentication, payload };
  };

  const open = async () => {
    const backend = new ShortList({
      integrations: [integration('i-1', 'Amber Imaging', { launch })],
    });
    return { backend, list: await openList({ backend }), before: await stored(backend) };
  };

  it('changes nothing but what its switch is for', async () => {
    const { backend, list, before } = await open();
    expect(before.launch).not.to.equal(null);
    switchOf(list, 'Amber Imaging').click();
    await until(() => saidBy(list) === '“Amber Imaging” is disabled.');
    expect(await stored(backend)).to.deep.equal(before);
  });

  it('changes nothing by a check, nor by its switch after that', async () => {
    const { backend, list, before } = await open();
    await openDetails(list, 'Amber Imaging');
    await press(list, 'Check endpoint');
    await until(() => saidBy(list).startsWith('Amber Imaging:'));
    expect(await stored(backend)).to.deep.equal(before);
    switchOf(list, 'Amber Imaging').click();
    await until(() => saidBy(list) === '“Amber Imaging” is disabled.');
    expect(await stored(backend)).to.deep.equal(before);
  });

  it('is copied as it is stored', async () => {
    const clipboard = useClipboard();
    const { list, before } = await open();
    await openDetails(list, 'Amber Imaging');
    await press(list, 'Copy as JSON');
    await until(() => clipboard.written.length === 1);
    clipboard.restore();
    expect(JSON.parse(clipboard.written[0] ?? '')).to.deep.include(before);
  });

  it('names the listings that lose its launch before it is deleted', async () => {
    const { list } = await open();
    await openDetails(list, 'Amber Imaging');
    await press(list, 'Delete');
    await until(() =>
      readText(list.shadowRoot?.querySelector('dialog')).includes(
        'These directory listings will lose',
      ),
    );
  });
});
