/** Which addresses and URLs the server connects to: tables of its own, and every request URL of the corpus. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { mayConnect, readTargetUrl } from '../../../demo/server/outbound/addresses.js';
import { inputOf } from '../../integration/url-corpus.js';
import type { UrlRow } from '../../integration/url-corpus.js';

const LOOPBACK = ['127.0.0.1', '127.0.0.53', '127.255.255.255', '::1'];

const REFUSED: Record<string, string[]> = {
  private: [
    ...['10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.0.1'],
    ...['fc00::1', 'fd12:3456:789a::1', 'fec0::1'],
  ],
  'link-local': ['169.254.1.1', 'fe80::1', 'febf::1', 'fe80::1%eth0', '2606:4700:4700::1111%eth0'],
  'a metadata service': [
    ...['169.254.169.254', '169.254.170.2', '169.254.170.23', '100.100.100.200'],
    ...['168.63.129.16', 'fd00:ec2::254', 'fd20:ce::254'],
  ],
  'carrier-grade NAT': ['100.64.0.1', '100.127.255.255'],
  multicast: ['224.0.0.1', '239.255.255.255', 'ff02::1', 'ff0e::1'],
  'reserved, broadcast or unspecified': [
    ...['0.0.0.0', '0.1.2.3', '240.0.0.1', '255.255.255.255', '192.0.0.8', '192.88.99.1'],
    ...['::', '100::1', '5f00::1', '4000::1', 'e000::1'],
  ],
  'documentation or benchmarks': [
    ...['192.0.2.10', '198.51.100.7', '203.0.113.9', '198.18.0.1', '198.19.255.255'],
    ...['2001:db8::1', '3fff::1', '2001:2::1'],
  ],
  'IPv4 in IPv6, mapped': [
    ...['::ffff:10.0.0.1', '::ffff:169.254.169.254', '::ffff:7f00:1', '::ffff:8.8.8.8'],
  ],
  'IPv4 in IPv6, compatible or translated': ['::127.0.0.1', '::10.0.0.1', '::ffff:0:10.0.0.1'],
  '6to4': ['2002:7f00:1::', '2002:a00:1::1', '2002:808:808::1'],
  NAT64: ['64:ff9b::a00:1', '64:ff9b::7f00:1', '64:ff9b:1::a00:1', '64:ff9b::808:808'],
  Teredo: ['2001:0:4136:e378:8000:63bf:3fff:fdd2', '2001::1'],
  'no address': [
    '',
    'localhost',
    '127.1',
    '0x7f000001',
    '2130706433',
    '8.8.8',
    '[::1]',
    '8.8.8.8 ',
  ],
};

const PUBLIC = [
  ...['8.8.8.8', '1.1.1.1', '93.184.215.14', '172.15.0.1', '172.32.0.1', '100.63.255.255'],
  ...['100.128.0.1', '11.0.0.1', '2606:4700:4700::1111', '2a00:1450:4001::200e', '2620:fe::fe'],
];

describe('An address', () => {
  for (const [kind, addresses] of Object.entries(REFUSED))
    it(`is not connected to, whatever the setting: ${kind}`, () => {
      for (const address of addresses) {
        assert.equal(mayConnect(address, false), false, address);
        // Those that are loopback in another writing are not the demo's.
        assert.equal(mayConnect(address, true), false, address);
      }
    });

  it('of this machine is connected to where that is allowed alone', () => {
    for (const address of LOOPBACK) {
      assert.equal(mayConnect(address, false), false, address);
      assert.equal(mayConnect(address, true), true, address);
    }
  });

  it('that is public is connected to', () => {
    for (const address of PUBLIC) assert.equal(mayConnect(address, false), true, address);
  });
});

const rows = (
  JSON.parse(
    await readFile(new URL('../../corpora/urls.json', import.meta.url), 'utf8'),
  ) as UrlRow[]
).filter(({ field }) => field === 'webhookUrl');
const addressRows = rows.filter(({ rule }) => rule === 'R7');

describe(`The corpus's ${rows.length} request URLs`, () => {
  const hostOf = (text: string): string => new URL(text).hostname.replace(/[[\]]/g, '');

  it('are called where a public deployment accepts them, and no others', () => {
    assert.ok(rows.length > 200);
    for (const row of rows) {
      const called = readTargetUrl(inputOf(row), false) !== undefined;
      // Rows that either way is right for are not looked at.
      const { acceptable = [row.expect] } = row as { acceptable?: string[] };
      if (acceptable.includes('reject') && acceptable.length > 1) continue;
      // No scheme: the corpus would have it put in, which is the form's to offer.
      const accepts = !acceptable.includes('reject') && row.rule !== 'R4';
      assert.equal(called, accepts, `${row.id} ${inputOf(row).slice(0, 80)}`);
    }
  });

  it(`whose address is not public (${addressRows.length}) are called on this machine alone, where that is allowed`, () => {
    assert.ok(addressRows.length > 40);
    const called = addressRows
      .map(inputOf)
      .filter((input) => readTargetUrl(input, true) !== undefined);
    for (const input of called)
      assert.match(hostOf(input), /^(127\.\d+\.\d+\.\d+|::1|localhost\.?)$/, input);
    assert.ok(called.length >= 5);
  });

  it('name addresses that are refused where a name resolves to them, too', () => {
    const addresses = addressRows
      .map((row) => hostOf(inputOf(row)))
      .filter((host) => /^[\da-f.:]+$/.test(host) && /[.:]/.test(host));
    assert.ok(addresses.length > 25);
    for (const address of addresses) assert.equal(mayConnect(address, false), false, address);
  });
});

describe('A URL', () => {
  const NOT_CALLED = [
    ...['http://receiver.example.com/hook', 'ftp://receiver.example.com/', 'file:///etc/passwd'],
    ...['https://user:secret@receiver.example.com/', 'https://receiver.example.com:25/'],
    ...['https://receiver.example.com:0/', 'https://0x7f.1/', 'https://017700000001/'],
    ...[
      'https://2130706433/',
      'https://127.1/',
      'https://[fe80::1%25eth0]/',
      'gopher://127.0.0.1:6379/_x',
    ],
    ...['', 'https://', 'not a url', 'https://receiver.example.com\\@127.0.0.1/'],
  ];
  for (const text of NOT_CALLED)
    it(`is not called, also where this machine may be: ${text || 'nothing'}`, () => {
      assert.equal(readTargetUrl(text, false), undefined);
      assert.equal(readTargetUrl(text.replaceAll('127.0.0.1', '10.0.0.1'), true), undefined);
    });

  it('may have http and any port on this machine, where that is allowed', () => {
    for (const text of [
      'http://127.0.0.1:8080/hook',
      'http://localhost:25/',
      'https://[::1]/',
      'http://sink.localhost/',
    ]) {
      assert.equal(readTargetUrl(text, false), undefined, text);
      assert.equal(readTargetUrl(text, true)?.href, text);
    }
  });

  it('is called without its fragment', () => {
    assert.equal(
      readTargetUrl('https://receiver.example.com/hook?a=1#top', false)?.href,
      'https://receiver.example.com/hook?a=1',
    );
  });
});
