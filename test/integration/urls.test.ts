/** The URL rules against the corpora in a browser: its `URL` is another one than Node's. */
import { expect } from '@open-wc/testing';
import { parseRequestUrl } from '../../src/integration/urls.js';
import { skip } from '../support/skip.js';
import { checkRows, DEPLOYMENTS } from './url-corpus.js';
import type { UrlRow } from './url-corpus.js';

describe('URL corpora', () => {
  for (const name of ['own', 'third-party']) {
    for (const deployment of DEPLOYMENTS) {
      it(`${name} rows hold in a deployment that is ${deployment}`, async function () {
        const response = await fetch(`/corpora/${name}/urls.json`);
        if (response.status === 404 && name === 'third-party')
          return skip(this, 'the public test suites are not beside the repository');
        const rows = (await response.json()) as UrlRow[];
        const failures = checkRows(rows, deployment);
        expect(failures).to.deep.equal([]);
      });
    }
  }
});

describe('A host that Firefox’s own URL does not read', () => {
  const rows: [input: string, stored: string | undefined][] = [
    ['https://*.example.com/hook', 'https://*.example.com/hook'],
    ['https://**.EXAMPLE.com:8443/*?q=*#*', 'https://**.example.com:8443/*?q=*'],
    ['https://a*b.example.com/zqs', 'https://a*b.example.com/zqs'],
    ['https://zq*zqq*.example.com/ZQS', 'https://zq*zqq*.example.com/ZQS'],
    ['https://a"b.example.com/"', 'https://a"b.example.com/%22'],
    ['https://*".example.com/', 'https://*".example.com/'],
    ['https://xn--*.example.com/', undefined],
    ['https://*^.example.com/', undefined],
    ['https://*.example.com:99999/', undefined],
  ];
  for (const [input, stored] of rows)
    it(`${input} is ${stored ? `stored as ${stored}` : 'refused'}`, () => {
      const result = parseRequestUrl(input, { deployment: 'public' });
      expect(result.ok ? result.url : undefined).to.equal(stored);
    });
});
