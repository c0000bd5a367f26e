/** The URL rules against the corpora in a browser: its `URL` is another one than Node's. */
import { expect } from '@open-wc/testing';
import { checkRows, DEPLOYMENTS } from './url-corpus.js';
import type { UrlRow } from './url-corpus.js';

describe('URL corpora', () => {
  for (const name of ['own', 'third-party']) {
    for (const deployment of DEPLOYMENTS) {
      it(`${name} rows hold in a deployment that is ${deployment}`, async function () {
        const response = await fetch(`/corpora/${name}/urls.json`);
        if (response.status === 404 && name === 'third-party') {
          console.log('The third-party URL corpus is not here: skipped.');
          this.skip();
        }
        const rows = (await response.json()) as UrlRow[];
        const { held, failures } = checkRows(rows, deployment);
        console.log(`URL rows, ${name}, ${deployment}: ${held} of ${rows.length} hold`);
        expect(failures).to.deep.equal([]);
      });
    }
  }
});
