/**
 * The logo: chosen or dropped, uploaded, shown, removed. The rows `logo-act-*` and `logo-url-*` of the corpus
 * (test/corpora/logos.json) are each a test here or, where the page needs a policy of its own, in logo-policy.test.ts.
 */
import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { BackendError } from '../../../../../src/backend/backend-error.js';
import { MemoryBackend } from '../../../../../src/backend/memory.js';
import type { OceanIntegrationForm } from '../../../../../src/registration/integration-form.js';
import { saveButton } from '../../../../support/forms.js';
import {
  allByRole,
  byLabel,
  byRole,
  descriptionOf,
  enter,
  readText,
  until,
} from '../../../../support/queries.js';
import { chooseFile, drop, picture, transferOf } from './logo-files.js';
import {
  fillInLaunch,
  focused,
  heard,
  launchOf,
  openAdvanced,
  openStored,
} from '../open-advanced.js';

const input = (form: OceanIntegrationForm) => byLabel(form, 'Logo');
const zone = (form: OceanIntegrationForm) =>
  form.shadowRoot?.querySelector('.logo-zone') as Element;
const picturesIn = (form: OceanIntegrationForm) => zone(form).querySelectorAll('img');
const shown = (form: OceanIntegrationForm) =>
  until(() => [...picturesIn(form)].find((img) => img.complete && img.naturalWidth > 0));
const logoUrl = (form: OceanIntegrationForm) => launchOf(form).logoUrl;
const uploaded = (form: OceanIntegrationForm) => until(() => logoUrl(form));
const message = (form: OceanIntegrationForm) => descriptionOf(input(form));

/** Waits for the upload to be let through, or to be given up. */
class HeldBackend extends MemoryBackend {
  uploads = 0;
  aborted = 0;
  answer: 'wait' | 'go' | BackendError = 'wait';

  override async uploadLogo(
    ...[blob, options = {}]: Parameters<MemoryBackend['uploadLogo']>
  ): Promise<{ logoUrl: string }> {
    this.uploads += 1;
    options.signal?.addEventListener('abort', () => (this.aborted += 1));
    options.onProgress?.(0.5);
    while (this.answer === 'wait') {
      if (options.signal?.aborted) throw new BackendError('aborted', 'Given up.');
      await aTimeout(5);
    }
    if (this.answer !== 'go') throw this.answer;
    return super.uploadLogo(blob, options);
  }
}

describe('The logo', () => {
  it('is drawn anew, uploaded and shown, with its name and size', async () => {
    const form = await openAdvanced();
    chooseFile(input(form), await picture('Northern.png'));
    expect(await uploaded(form)).to.match(/^data:image\/png;base64,/);
    await heard(form, 'Northern.png is uploaded.');
    const { naturalWidth } = await shown(form);
    expect(naturalWidth).to.equal(64);
    expect(readText(zone(form))).to.include('Northern.png 64 × 32 pixels');
  });

  it('is saved', async () => {
    const backend = new MemoryBackend();
    const form = await openAdvanced({ backend });
    fillInLaunch(form);
    chooseFile(input(form), await picture());
    const saved = await form.submit();
    expect(saved?.launch?.logoUrl, 'saving waits for the upload').to.match(/^data:image\/png/);
  });

  it('shows how far the upload is, and can be cancelled, which keeps the earlier logo and the file', async () => {
    const backend = new HeldBackend();
    backend.answer = 'go';
    const form = await openAdvanced({ backend });
    chooseFile(input(form), await picture('first.png'));
    const first = await uploaded(form);
    backend.answer = 'wait';
    chooseFile(input(form), await picture('second.png', 90, 90));
    const progress = await until(() =>
      byRole<HTMLProgressElement>(form, 'progressbar', 'Upload of the logo'),
    );
    await until(() => progress.value === 0.5);
    expect(readText(zone(form))).to.include('Uploading second.png…');
    byRole(form, 'button', 'Cancel upload').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => allByRole(form, 'progressbar').length === 0);
    await until(() => backend.aborted === 1);
    expect(logoUrl(form)).to.equal(first);
    expect(readText(zone(form))).to.include('first.png');
    expect(readText(focused(form))).to.equal('Choose another logo');
    await heard(form, 'second.png could not be uploaded. The upload was stopped.');
    backend.answer = 'go';
    byRole(form, 'button', 'Try again').click();
    await until(() => logoUrl(form) !== first);
  });

  it('has a bar without an end where the backend does not tell how far it is', async () => {
    const backend = new MemoryBackend();
    backend.uploadLogo = () => new Promise(() => undefined);
    const form = await openAdvanced({ backend });
    chooseFile(input(form), await picture());
    const progress = await until(() => byRole<HTMLProgressElement>(form, 'progressbar'));
    await until(() => readText(zone(form)).includes('Uploading'));
    expect(progress.position).to.equal(-1);
  });

  it('says why an upload failed, keeps the file, and tries again', async () => {
    const backend = new HeldBackend();
    backend.answer = new BackendError('network', 'Gone.');
    const form = await openAdvanced({ backend });
    const errors: string[] = [];
    form.addEventListener('ocean-error', ({ error }) => errors.push(error.kind));
    chooseFile(input(form), await picture('north.png'));
    await until(() =>
      message(form).includes('north.png could not be uploaded. The service cannot be reached.'),
    );
    await heard(form, 'north.png could not be uploaded.');
    expect(errors).to.deep.equal(['network']);
    backend.answer = 'go';
    byRole(form, 'button', 'Try again').focus();
    await sendKeys({ press: 'Enter' });
    await uploaded(form);
    expect(message(form)).not.to.include('could not');
    expect(readText(focused(form))).to.equal('Choose another logo');
  });

  for (const [kind, words] of [
    ['too-large', 'accepts logos up to 256 kB'],
    ['invalid', 'PNG and WebP pictures only'],
    ['unavailable', 'The service has a problem. Try again in a few minutes.'],
  ] as const) {
    it(`says what the service does not take: ${kind}`, async () => {
      const backend = new MemoryBackend();
      backend.failNext(kind, { method: 'uploadLogo' });
      const form = await openAdvanced({ backend });
      chooseFile(input(form), await picture());
      await until(() => message(form).includes(words));
      expect(logoUrl(form)).to.equal(null);
    });
  }

  for (const [name, file, words] of [
    ['empty', () => new File([], 'a.png'), 'a.png: The file is empty.'],
    ['text', () => new File(['hello'], 'a.png'), 'a.png: The file cannot be read as a picture.'],
    ['too large', () => new File([new Uint8Array(5 * 1024 * 1024 + 1)], 'a.png'), 'over 5 MB'],
    [
      'PDF',
      () => new File(['%PDF-1.7\n%âãÏÓ\n1 0 obj'], 'a.pdf'),
      'not a PNG, JPEG, WebP, GIF or SVG',
    ],
    [
      'SVG with a script',
      () => new File(['<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'], 'a.svg'),
      'The SVG contains parts that are not safe.',
    ],
  ] as const) {
    it(`refuses a file with a sentence, and keeps the earlier logo: ${name}`, async () => {
      const form = await openAdvanced();
      chooseFile(input(form), await picture());
      const first = await uploaded(form);
      chooseFile(input(form), file());
      await until(() => message(form).includes(words));
      expect(message(form)).to.include('The earlier logo is kept.');
      expect(logoUrl(form)).to.equal(first);
      expect(descriptionOf(byRole(form, 'button', 'Choose another logo'))).to.include(words);
    });
  }

  it('asks for a description, which is the picture’s text, and lets it be', async () => {
    const form = await openAdvanced();
    const description = byLabel(form, 'Logo description');
    expect(descriptionOf(description)).not.to.include('Describe the logo');
    chooseFile(input(form), await picture());
    await uploaded(form);
    await until(() => descriptionOf(description).includes('Describe the logo'));
    enter(description, 'Logo of the North');
    await form.updateComplete;
    expect(descriptionOf(description)).not.to.include('Describe the logo');
    expect((await shown(form)).alt).to.equal('Logo of the North');
    expect(launchOf(form).logoAlt).to.equal('Logo of the North');
  });

  it('drops an upload that ends when the form is about another integration', async () => {
    const backend = new HeldBackend({ integrations: [] });
    const form = await openAdvanced({ backend });
    chooseFile(input(form), await picture());
    await until(() => backend.uploads === 1);
    const other = await backend.registerIntegration(
      {
        ...form.value,
        name: 'Other',
        requestUrl: 'https://a.example.org/',
        events: ['add-service-request'],
        launch: null,
      },
      { idempotencyKey: 'k' },
    );
    form.integrationId = other.id;
    await until(() => byLabel(form, 'Integration name').value === 'Other');
    backend.answer = 'go';
    await aTimeout(100);
    expect(form.value.launch).to.equal(null);
  });

  it('stops the upload when the form leaves the page, and can go on when it is back', async () => {
    const backend = new HeldBackend();
    const form = await openAdvanced({ backend });
    chooseFile(input(form), await picture('north.png'));
    await until(() => backend.uploads === 1);
    const parent = form.parentElement as Element;
    form.remove();
    await until(() => backend.aborted === 1);
    parent.append(form);
    await until(() => message(form).includes('The upload was stopped.'));
    backend.answer = 'go';
    byRole(form, 'button', 'Try again').click();
    await uploaded(form);
  });
});

describe('The logo, done by a user', () => {
  it('logo-act-multi: of two files dropped, the first is taken, and that is said', async () => {
    const form = await openAdvanced();
    drop(zone(form), transferOf(await picture('one.png', 40, 40), await picture('two.png')));
    await uploaded(form);
    expect(message(form)).to.include('Only one file can be the logo. The file one.png was kept.');
    await heard(form, 'one.png');
    expect((await shown(form)).naturalWidth).to.equal(40);
  });

  it('logo-act-text: text dropped is ignored', async () => {
    const form = await openAdvanced();
    const transfer = new DataTransfer();
    transfer.setData('text/plain', 'hello');
    drop(zone(form), transfer);
    await aTimeout(50);
    expect(logoUrl(form)).to.equal(null);
    expect(message(form)).not.to.include('hello');
    expect(zone(form).hasAttribute('data-over')).to.equal(false);
  });

  it('logo-act-outside: a file dropped beside the zone does not take the page away', async () => {
    const form = await openAdvanced();
    const taken = drop(byLabel(form, 'Company name'), transferOf(await picture()));
    expect(taken, 'the browser’s own handling').to.equal(false);
    await aTimeout(50);
    expect(logoUrl(form)).to.equal(null);
    const text = new DataTransfer();
    text.setData('text/plain', 'hello');
    expect(drop(byLabel(form, 'Company name'), text), 'text goes where it was dropped').to.equal(
      true,
    );
  });

  it('logo-act-cancel: a file dialog that is cancelled keeps the earlier logo', async () => {
    const form = await openAdvanced();
    chooseFile(input(form), await picture());
    const first = await uploaded(form);
    chooseFile(input(form));
    input(form).dispatchEvent(new Event('cancel', { bubbles: true }));
    await aTimeout(50);
    expect(logoUrl(form)).to.equal(first);
  });

  it('logo-act-same: the same file chosen twice is taken twice', async () => {
    const backend = new HeldBackend();
    backend.answer = 'go';
    const form = await openAdvanced({ backend });
    const file = await picture();
    chooseFile(input(form), file);
    await uploaded(form);
    expect(input(form).value, 'so that choosing it again is a change').to.equal('');
    chooseFile(input(form), file);
    await until(() => backend.uploads === 2);
  });

  it('logo-act-remove: removed, saved so, its address revoked, the focus on the button', async () => {
    const { form, backend, id } = await openStored({});
    chooseFile(input(form), await picture());
    await uploaded(form);
    const { src } = await shown(form);
    expect(src).to.match(/^blob:/);
    byRole(form, 'button', 'Remove the logo').click();
    await form.updateComplete;
    expect(readText(focused(form))).to.equal('Choose a logo');
    expect(picturesIn(form)).to.have.length(0);
    await heard(form, 'The logo is removed.');
    const gone = await fetch(src).then(
      () => false,
      () => true,
    );
    expect(gone, 'the address leads nowhere any more').to.equal(true);
    enter(byLabel(form, 'Integration name'), 'Changed');
    saveButton(form).click();
    await until(() => readText(form.shadowRoot).includes('Your changes are saved.'));
    expect((await backend.getIntegration(id)).launch?.logoUrl ?? null).to.equal(null);
  });

  it('logo-act-keyboard: chosen, replaced and removed without a pointer', async () => {
    const form = await openAdvanced();
    let opened = 0;
    input(form).addEventListener('click', (event) => {
      event.preventDefault();
      opened += 1;
    });
    byRole(form, 'button', 'Choose a logo').focus();
    await sendKeys({ press: 'Enter' });
    expect(opened).to.equal(1);
    chooseFile(input(form), await picture());
    await uploaded(form);
    expect(readText(focused(form))).to.equal('Choose another logo');
    await sendKeys({ press: ' ' });
    expect(opened).to.equal(2);
    await sendKeys({ press: 'Tab' });
    expect(readText(focused(form))).to.equal('Remove the logo');
    await sendKeys({ press: ' ' });
    await until(() => logoUrl(form) === null);
  });

  it('logo-act-paste: a picture that is pasted is ignored', async () => {
    const form = await openAdvanced();
    byRole(form, 'button', 'Choose a logo').focus();
    const clipboardData = transferOf(await picture());
    const paste = new ClipboardEvent('paste', {
      bubbles: true,
      composed: true,
      cancelable: true,
      clipboardData,
    });
    expect(focused(form)?.dispatchEvent(paste)).to.equal(true);
    await aTimeout(50);
    expect(logoUrl(form)).to.equal(null);
  });
});

describe('A logo’s address from a server', () => {
  /** The picture that the form tries to show. */
  const triedFor = async (address: string) => {
    const { form } = await openStored({ logoUrl: address, logoAlt: 'North' });
    return { form, img: picturesIn(form)[0] };
  };

  for (const [row, address] of [
    ['logo-url-js', 'javascript:alert(1)'],
    ['logo-url-datasvg', 'data:image/svg+xml,<svg onload=alert(1)>'],
    ['logo-url-http', 'http://cdn.example.com/l.png'],
  ] as const) {
    it(`${row}: is not used`, async () => {
      const { form, img } = await triedFor(address);
      expect(img).to.equal(undefined);
      expect(zone(form).querySelector('object, iframe, embed, svg')).to.equal(null);
      expect(readText(zone(form)))
        .to.include('North')
        .and.to.include('cannot be shown here');
      expect(logoUrl(form), 'what is stored stays').to.equal(address);
    });
  }

  it('logo-url-other: of another site is loaded over https, without telling it the page', async () => {
    const { img } = await triedFor('https://evil.test/l.png');
    expect(img?.referrerPolicy).to.equal('no-referrer');
    expect(img?.getAttribute('src')).to.equal('https://evil.test/l.png');
  });

  for (const [row, address, name] of [
    ['logo-url-404', 'https://cdn.example.com/404.png', '404.png'],
    ['logo-url-html', 'https://cdn.example.com/login.html', 'login.html'],
  ] as const) {
    it(`${row}: its text and name stand in its place`, async () => {
      const { form } = await triedFor(address);
      const box = zone(form).querySelector('.logo-box') as Element;
      const before = box.getBoundingClientRect();
      picturesIn(form)[0]?.dispatchEvent(new Event('error'));
      await until(() => picturesIn(form).length === 0);
      expect(readText(box)).to.equal('North');
      expect(readText(zone(form))).to.include(name);
      const { width, height } = box.getBoundingClientRect();
      expect([width, height]).to.deep.equal([before.width, before.height]);
    });
  }

  it('logo-url-404: its name, where there is no description', async () => {
    const { form } = await openStored({ logoUrl: `${location.origin}/nothing/here.png` });
    await until(() => readText(zone(form).querySelector('.logo-box')) === 'here.png');
  });

  it('logo-url-slow: the room for it is there before it is', async () => {
    const { form } = await triedFor('https://cdn.example.com/slow.png');
    const { width, height } = (
      zone(form).querySelector('.logo-box') as Element
    ).getBoundingClientRect();
    expect([width, height]).to.deep.equal([160, 96]);
    const loaded = await openAdvanced();
    chooseFile(input(loaded), await picture('wide.png', 500, 20));
    await shown(loaded);
    const box = (zone(loaded).querySelector('.logo-box') as Element).getBoundingClientRect();
    expect([box.width, box.height]).to.deep.equal([160, 96]);
  });

  it('logo-url-svg: is shown through an img only', async () => {
    const { form, img } = await triedFor('https://cdn.example.com/l.svg');
    expect(img).to.be.instanceOf(HTMLImageElement);
    expect(zone(form).querySelector('object, iframe, embed, svg')).to.equal(null);
  });
});
