/** A logo on its way, as far as it needs no browser: what is refused, stopped, tried again and forgotten. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LogoUpload } from '../../../../../src/registration/parts/advanced/logo/logo-field-upload.js';
import { FakeElement, fakeServices, settled } from '../../../form-services.js';

const uploading = () => {
  const host = new FakeElement();
  host.connect();
  const states: string[] = [];
  const services = fakeServices({ uploadLogo: async () => assert.fail('asked') });
  const upload: LogoUpload = new LogoUpload(host, services, () => states.push(upload.state.kind));
  return { host, upload, states };
};
/** Functions, so that one assertion does not narrow the type of the next. */
const kindOf = (upload: LogoUpload): string => upload.state.kind;
const failureOf = (upload: LogoUpload): string | undefined =>
  upload.state.kind === 'failed' ? upload.state.error.kind : undefined;
const file = (content: string, name = 'logo.png'): File => new File([content], name);

describe('A file that can be no logo', () => {
  const ROWS: [name: string, file: File, code: string][] = [
    ['an empty one', file(''), 'logo-empty'],
    ['one that is too large', file('x'.repeat(5 * 1024 * 1024 + 1)), 'logo-too-large'],
    ['text', file('Hello, this is no picture.'), 'logo-unreadable'],
    ['a document', file('%PDF-1.7 and so on and so on'), 'logo-type'],
    [
      'an SVG with a script',
      file('<svg xmlns="http://www.w3.org/2000/svg"><script>x()</script></svg>'),
      'logo-unsafe',
    ],
  ];
  for (const [name, given, code] of ROWS) {
    it(`is refused by its content: ${name}`, async () => {
      const { upload, states } = uploading();
      assert.equal(await upload.take(given), undefined);
      assert.deepEqual(upload.state, { kind: 'refused', code });
      assert.deepEqual(states, ['preparing', 'refused']);
      assert.equal(upload.busy, false);
      assert.equal(upload.prepared, undefined);
    });
  }
});

describe('A file on its way', () => {
  it('has a name that is fit to be shown', () => {
    const { upload } = uploading();
    void upload.take(file('', 'C:\\logos\\north\u202egnp.exe'));
    assert.doesNotMatch(upload.fileName, /[\\\u202e]/);
  });

  it('is stopped, and can be tried again', async () => {
    const { upload, states } = uploading();
    const taken = upload.take(file(''));
    upload.stop();
    assert.equal(await taken, undefined);
    assert.equal(failureOf(upload), 'aborted');
    await upload.retry();
    assert.deepEqual(states, ['preparing', 'failed', 'preparing', 'refused']);
  });

  it('is stopped where the element leaves the page, and not where it is moved', async () => {
    const { upload, host } = uploading();
    const taken = upload.take(file('x'.repeat(5 * 1024 * 1024 + 1)));
    host.move();
    await taken;
    assert.equal(kindOf(upload), 'refused');
    const again = upload.take(file(''));
    host.disconnect();
    await again;
    assert.equal(failureOf(upload), 'aborted');
  });

  it('gives way to the file that is chosen after it', async () => {
    const { upload } = uploading();
    const first = upload.take(file('', 'first.png'));
    const second = upload.take(file('no picture at all', 'second.png'));
    await Promise.all([first, second]);
    assert.equal(upload.fileName, 'second.png');
    assert.deepEqual(upload.state, { kind: 'refused', code: 'logo-unreadable' });
  });

  it('is forgotten with clear(): nothing is left to try again', async () => {
    const { upload, states } = uploading();
    await upload.take(file(''));
    upload.clear();
    await upload.retry();
    await settled();
    assert.deepEqual(states, ['preparing', 'refused', 'idle']);
  });
});
