/** logo-act-offline-preview: a page whose policy lets no picture be shown. A file of its own: the policy stays. */
import { expect } from '@open-wc/testing';
import { byLabel, byRole, readText, until } from '../../../../support/queries.js';
import { chooseFile, picture } from './logo-files.js';
import { launchOf, openAdvanced } from '../open-advanced.js';

describe('The logo where the page’s policy forbids blob: and data: pictures', () => {
  before(() => {
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "img-src 'self'";
    document.head.append(policy);
  });

  it('is uploaded, and its name stands in the picture’s place', async () => {
    const form = await openAdvanced();
    chooseFile(byLabel(form, 'Logo'), await picture('north.png'));
    await until(() => launchOf(form).logoUrl);
    const box = form.shadowRoot?.querySelector('.logo-box') as Element;
    await until(() => !box.querySelector('img') && readText(box) === 'north.png');
    expect(readText(form.shadowRoot)).to.include('The picture cannot be shown here.');
    byRole(form, 'button', 'Remove the logo').click();
    await until(() => launchOf(form).logoUrl === null);
  });

  it('says that a drawing cannot be taken here', async () => {
    const form = await openAdvanced();
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>';
    chooseFile(byLabel(form, 'Logo'), new File([svg], 'north.svg', { type: 'image/svg+xml' }));
    await until(() =>
      readText(form.shadowRoot).includes('north.svg: This page cannot draw SVG pictures.'),
    );
  });
});
