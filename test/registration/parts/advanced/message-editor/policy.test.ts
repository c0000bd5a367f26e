/** Under a strict Content Security Policy with Trusted Types, no use of the advanced settings is reported. */
import { aTimeout, expect } from '@open-wc/testing';
import { byLabel, byRole, readText, until } from '../../../../support/queries.js';
import { chooseFile, picture } from '../logo/logo-files.js';
import { launchOf, openAdvanced } from '../open-advanced.js';

it('The advanced settings report nothing under a strict policy', async () => {
  const reported: string[] = [];
  document.addEventListener(
    'securitypolicyviolation',
    ({ violatedDirective, sample, blockedURI }) =>
      reported.push(`${violatedDirective} ${blockedURI} ${sample}`),
  );
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "style-src 'self'; require-trusted-types-for 'script'";
  document.head.append(policy);
  const form = await openAdvanced();
  byLabel(form, 'Referral form for associated listings').click();
  (await until(() => byRole(form, 'option', /^Cardiology: consultation/))).click();
  const area = byLabel<HTMLTextAreaElement>(form, 'Confirmation message (override)');
  area.focus();
  area.value = '<p onclick="x()">Hello <b>you</b></p>';
  area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await until(() => readText(byRole(form, 'region', 'Preview')).includes('Hello you'));
  area.select();
  byRole(form, 'button', 'Italic').click();
  byRole(form, 'button', 'Link').click();
  chooseFile(byLabel(form, 'Logo'), await picture());
  await until(() => launchOf(form).logoUrl);
  await aTimeout(300);
  expect(reported).to.deep.equal([]);
});
