/** The URL rules against the corpora, and what the corpora don't say, in Node. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseBaseLaunchUrl, parseRequestUrl } from '../../src/integration/urls.js';
import type { Deployment } from '../../src/integration/rules.js';
import type { UrlProblem, UrlResult, UrlWarning } from '../../src/integration/urls.js';
import { fastestOf } from '../support/time.js';
import { checkRows, DEPLOYMENTS } from './url-corpus.js';
import type { UrlRow } from './url-corpus.js';

const own = new URL('../corpora/urls.json', import.meta.url);
/** Not part of the project; read in place where it is. */
const thirdParty = new URL('../../../shared/corpora/third-party/urls.json', import.meta.url);

const codeOf = (result: UrlResult): UrlProblem | 'ok' => (result.ok ? 'ok' : result.code);
const warningsOf = (result: UrlResult): readonly UrlWarning[] => (result.ok ? result.warnings : []);
const warningCodes = (result: UrlResult): string[] => warningsOf(result).map(({ code }) => code);

describe('URL corpora', () => {
  for (const [name, file] of [
    ['own', own],
    ['third-party', thirdParty],
  ] as const) {
    for (const deployment of DEPLOYMENTS) {
      const skip = !existsSync(file) && `the ${name} corpus is not here`;
      it(`${name} rows hold in a deployment that is ${deployment}`, { skip }, () => {
        const rows = JSON.parse(readFileSync(file, 'utf8')) as UrlRow[];
        const failures = checkRows(rows, deployment);
        assert.deepEqual(failures, []);
      });
    }
  }
});

describe('parseRequestUrl', () => {
  const reasons: readonly (readonly [unknown, UrlProblem])[] = [
    ['', 'url-empty'],
    [' \u200b\ufeff\n', 'url-empty'],
    [undefined, 'url-invalid'],
    [null, 'url-invalid'],
    [7, 'url-invalid'],
    [{ toString: () => 'https://example.com/' }, 'url-invalid'],
    [`https://example.com/${'a'.repeat(8173)}`, 'url-too-long'],
    [`https://example.com/${'é'.repeat(2000)}`, 'url-too-long'],
    ['https://example.com/a b', 'url-space'],
    ['https://example.com/a\u3000b', 'url-space'],
    ['https://exam\u2028ple.com/', 'url-space'],
    ['https://example.com/\u202egpj.exe', 'url-invisible'],
    ['https://example.com/\u0085x', 'url-invisible'],
    ['https://example.com/\\hook', 'url-slashes'],
    ['https:/example.com/', 'url-slashes'],
    ['https:///example.com/', 'url-slashes'],
    ['example.com', 'url-scheme-missing'],
    ['localhost:3000', 'url-scheme-missing'],
    ['/hook', 'url-scheme-missing'],
    ['mailto:a@example.com', 'url-scheme'],
    ['HTTP://example.com/', 'url-not-https'],
    ['https://a@example.com/', 'url-user-info'],
    ['https://{{tenant}}.example.com/', 'url-placeholder'],
    ['https://%HOST%/hook', 'url-placeholder'],
    ['https://<your-host>/hook', 'url-placeholder'],
    ['https://example.com/${id}', 'url-placeholder'],
    ['https://example.com/%7bid%7d', 'url-placeholder'],
    ['https://%65xample.com/', 'url-host-encoded'],
    ['https://a..example/', 'url-host-label'],
    [`https://${'a'.repeat(64)}.example/`, 'url-host-label'],
    ['https://0x7f.1/', 'url-host-number'],
    ['https://010.0.0.1/', 'url-host-number'],
    ['https://localhost/', 'url-host-not-public'],
    ['https://a.localhost/', 'url-host-not-public'],
    ['https://EMR.Local/', 'url-host-not-public'],
    ['https://metadata.goog/', 'url-host-forbidden'],
    ['https://example.com:0/', 'url-port'],
    ['https://example.com:22/', 'url-port'],
    ['https://exa^mple.com/', 'url-invalid'],
    ['https://xn--a.example/', 'url-invalid'],
    ['https://exa|mple.com/', 'url-invalid'],
    ['https://example.com:99999/', 'url-invalid'],
  ];
  for (const [input, code] of reasons) {
    it(`refuses ${JSON.stringify(input)?.slice(0, 60)} as ${code}`, () => {
      assert.equal(codeOf(parseRequestUrl(input as string)), code);
    });
  }

  it('refuses every character that hides or turns text', () => {
    const hidden = [
      0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x17b4, 0x180b, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e,
      0x200f, 0x202a, 0x202e, 0x2060, 0x2061, 0x2064, 0x2066, 0x2069, 0x206f, 0x2800, 0x3164,
      0xfe00, 0xfe0f, 0xfeff, 0xffa0, 0xfff9, 0x1d173, 0xe0001, 0xe0041, 0xe0100,
    ];
    const accepted = hidden.filter(
      (code) => parseRequestUrl(`https://example.com/a${String.fromCodePoint(code)}b`).ok,
    );
    assert.deepEqual(accepted, []);
  });

  const suggestions: readonly (readonly [string, string | undefined])[] = [
    ['example.com/hook', 'https://example.com/hook'],
    ['example.com:8443/hook', 'https://example.com:8443/hook'],
    ['http://example.com', 'https://example.com/'],
    ['http://example.com:443/', 'https://example.com/'],
    ['https:example.com/hook', 'https://example.com/hook'],
    ['https:////example.com/hook', 'https://example.com/hook'],
    ['example', undefined],
    ['localhost:3000', undefined],
    ['me@example.com', undefined],
    ['http://10.0.0.1/', undefined],
    ['10.0.0.1/hook', undefined],
    ['ftp://example.com/', undefined],
  ];
  for (const [input, suggestion] of suggestions) {
    it(`suggests ${suggestion ?? 'nothing'} for ${input}`, () => {
      const result = parseRequestUrl(input);
      assert.equal(result.ok, false);
      assert.equal(result.ok ? null : result.suggestion, suggestion);
    });
  }

  it('tells what a deployment allows beyond a public one', () => {
    const result = parseRequestUrl('http://emr:25/{id}', { deployment: 'development' });
    assert.deepEqual(result, {
      ok: true,
      url: 'http://emr:25/%7Bid%7D',
      warnings: [
        { code: 'url-normalised' },
        { code: 'url-placeholder-left' },
        { code: 'url-unencrypted' },
        { code: 'url-port-unusual' },
        { code: 'url-not-public', host: 'emr' },
      ],
    });
  });

  it('shows an internationalised name in ASCII, and as typed', () => {
    assert.deepEqual(warningsOf(parseRequestUrl('https://München.example/')), [
      { code: 'url-normalised' },
      { code: 'url-idn', host: 'xn--mnchen-3ya.example', unicodeHost: 'München.example' },
    ]);
    assert.deepEqual(warningsOf(parseRequestUrl('https://XN--mnchen-3ya.example:8443/')), [
      { code: 'url-normalised' },
      { code: 'url-idn', host: 'xn--mnchen-3ya.example' },
    ]);
  });

  it('drops a fragment and says so, and leaves a bare # alone', () => {
    const result = parseRequestUrl('https://example.com/hook?a=1#part');
    assert.deepEqual(result, {
      ok: true,
      url: 'https://example.com/hook?a=1',
      warnings: [{ code: 'url-fragment-dropped' }],
    });
    assert.deepEqual(parseRequestUrl('https://example.com/#'), {
      ok: true,
      url: 'https://example.com/#',
      warnings: [],
    });
  });

  it('counts an unknown deployment as public', () => {
    const options = { deployment: 'lab' as Deployment };
    assert.equal(codeOf(parseRequestUrl('https://emr.local/', options)), 'url-host-not-public');
    assert.equal(
      codeOf(parseRequestUrl('http://example.com/', null as unknown as undefined)),
      'url-not-https',
    );
  });

  it('stays fast on hostile input', async () => {
    const inputs = [
      ' '.repeat(2_000_000) + 'x',
      'x' + ' '.repeat(2_000_000) + 'x',
      `https://${'a.'.repeat(4000)}example/`,
      `https://example.com/${'%'.repeat(8000)}`,
      `https://${'%a'.repeat(4000)}/`,
      `https:${'/'.repeat(8000)}`,
      `${'1'.repeat(8000)}:`,
    ];
    const { ms } = await fastestOf(1_000, () => {
      for (const input of inputs) {
        parseRequestUrl(input);
        parseBaseLaunchUrl(`https://example.com/?${input}`);
      }
    });
    assert.ok(ms < 1_000, `${ms} ms`);
  });
});

describe('address classes', () => {
  /** First and last address of each block, and the neighbours outside. */
  const reach = {
    'every deployment': [
      '1.0.0.0 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 169.253.255.255 169.255.0.0',
      '172.15.255.255 172.32.0.0 191.255.255.255 192.0.1.0 192.0.3.0 192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0',
      '198.51.99.255 198.51.101.0 203.0.112.255 203.0.114.0 223.255.255.255',
      '[::ffff:8.8.8.8] [64:ff9c::1] [2001:200::1] [2001:db7::1] [2001:db9::1] [2003::1] [2606:4700::1111] [3ffe::1]',
      '[3fff:1000::1] [5eff::1] [5f01::1] [fbff::1] [fe00::1]',
    ],
    'on-premise': [
      '10.0.0.0 10.255.255.255 100.64.0.0 100.127.255.255 127.0.0.0 127.255.255.255 172.16.0.0 172.31.255.255',
      '192.168.0.0 192.168.255.255 [::1] [::ffff:127.0.0.1] [::ffff:a00:1] [::10.0.0.1] [fc00::] [fdff::1] [fec0::1]',
      'localhost localhost. a.localhost emr emr. emr.local emr.local. a.b.internal x.lan x.home x.corp x.intranet x.private',
      'x.home.arpa x.localdomain kubernetes.default.svc.cluster.local',
    ],
    development: [
      '169.254.0.0 169.254.255.255 169.254.169.253 192.0.2.0 192.0.2.255 198.18.0.0 198.19.255.255 198.51.100.0 203.0.113.255',
      '[::ffff:169.254.1.1] [fe80::1] [febf:ffff::1] [2001:db8::1] [2001:db8:ffff::1] [3fff::1] [3fff:fff::1]',
    ],
    none: [
      '0.0.0.0 0.255.255.255 192.0.0.0 192.0.0.255 192.31.196.1 192.52.193.1 192.88.99.1 192.175.48.1 224.0.0.0 239.255.255.255',
      '233.252.0.1 240.0.0.0 255.255.255.255 [::] [::ffff:0.0.0.0] [::ffff:224.0.0.1] [::ffff:0:8.8.8.8] [64:ff9b::8.8.8.8]',
      '[64:ff9b:1::1] [100::1] [100:0:0:1::1] [2001::1] [2001:1::1] [2001:10::1] [2001:20::1] [2001:1ff::1] [2002:808:808::1]',
      '[2620:4f:8000::1] [5f00::1] [ff00::1] [ff02::1] [ffff::1]',
      '169.254.169.254 169.254.170.2 169.254.170.23 100.100.100.200 168.63.129.16 [::ffff:a9fe:a9fe] [fd00:ec2::254] [fd20:ce::254]',
      'metadata metadata. metadata.google.internal METADATA.google.internal. metadata.goog metadata.internal',
      'metadata.azure.internal metadata.tencentyun.com instance-data instance-data.ec2.internal',
    ],
  };
  const expected: Record<string, readonly boolean[]> = {
    'every deployment': [true, true, true],
    'on-premise': [false, true, true],
    development: [false, false, true],
    none: [false, false, false],
  };
  for (const [name, hosts] of Object.entries(reach)) {
    for (const host of hosts.join(' ').split(' ')) {
      it(`${host}: ${name}`, () => {
        const accepted = DEPLOYMENTS.map(
          (deployment) => parseRequestUrl(`https://${host}/`, { deployment }).ok,
        );
        assert.deepEqual(accepted, expected[name]);
      });
    }
  }

  for (const host of 'metadata.example.com my-metadata.example.com localhost.example.com local.example.com'.split(
    ' ',
  )) {
    it(`${host} is a public name`, () => {
      assert.deepEqual(warningCodes(parseRequestUrl(`https://${host}/`)), []);
    });
  }
});

describe('ports', () => {
  it('refuses for a launch, in every deployment, what browsers block', () => {
    for (const port of [1, 22, 69, 6000, 6679, 10080, 0]) {
      for (const deployment of DEPLOYMENTS) {
        const url = `https://example.com:${port}/`;
        assert.equal(codeOf(parseBaseLaunchUrl(url, { deployment })), 'url-port');
      }
    }
  });

  it('leaves other ports alone', () => {
    for (const port of [2, 80, 444, 3000, 8080, 8443, 6670, 65535]) {
      assert.equal(codeOf(parseBaseLaunchUrl(`https://example.com:${port}/`)), 'ok');
    }
  });
});

describe('parseBaseLaunchUrl', () => {
  const identifying = [
    'hcn HCN hc_no hc-number hin healthCard health_card health-card-number healthCardNumber HealthCardNo healthNumber',
    'ohip OHIPNumber phn phin uli ramq nam jhn mrn MRN medical_record_number chartNo chart_id demographic_no sin ssn',
    'dob DOB birthDate birth_date date-of-birth birthday patientDob patient.birthDate patient[dob] pt_dob patient%2edob patient%2Edob%7c',
    'patient patientId patient_id patientNo patientName patient-name PATIENTNAME patientFirstName patientRef patientEmail ptName',
    'firstName last_name surname givenName familyName fullName patient%4Eame',
    'dateDeNaissance ddn prénom nomPatient nom_du_patient idPatient noPatient numero_assurance_maladie carteSante',
  ];
  for (const name of identifying.join(' ').split(' ')) {
    it(`refuses ${name} in the query and the fragment`, () => {
      for (const part of [
        `?${name}=1`,
        `?a=1&${name}=`,
        `?${name}`,
        `?a=1;${name}=1`,
        `#${name}=1`,
        `#/r?${name}=1`,
      ]) {
        const result = parseBaseLaunchUrl(`https://example.com/launch${part}`);
        assert.equal(codeOf(result), 'url-patient-identifier', part);
      }
    });
  }

  const harmless = [
    'patient-portal patientPortal patientEngagement inpatient outpatient newPatient health healthcheck hc chart name id no code',
    'number value lang site iss client_id user username providerName email phone clinic category',
    'namespace mode casino single option pt-br ptype demographics birthing dobby a[] 0 _',
  ];
  for (const name of harmless.join(' ').split(' ')) {
    it(`leaves ${name} alone`, () => {
      const url = `https://example.com/launch?${name}=1#/route?${name}=1`;
      assert.deepEqual(parseBaseLaunchUrl(url), { ok: true, url, warnings: [] });
    });
  }

  for (const name of 'referralRef siteNum launch REFERRALREF sitenum Launch referral%52ef launch[] siteNum[0]'.split(
    ' ',
  )) {
    it(`refuses ${name} of its own in the query, where it would go before what a launch adds`, () => {
      for (const part of [`?${name}=1`, `?a=1&${name}`, `?a=1;${name}=2#b`, `/?${name}=#x`])
        assert.equal(
          codeOf(parseBaseLaunchUrl(`https://example.com/x${part}`)),
          'url-launch-parameter',
          part,
        );
    });
  }

  it('leaves what only looks like a parameter of a launch alone', () => {
    const names =
      'launchId launch_mode launchpad relaunch site siteNumber siteNo referral ref referralId referralReference my.launch';
    for (const name of names.split(' ')) {
      const url = `https://example.com/launch/siteNum?${name}=launch&x=referralRef#launch=1&siteNum=2`;
      assert.deepEqual(parseBaseLaunchUrl(url), { ok: true, url, warnings: [] });
    }
    assert.ok(parseRequestUrl('https://example.com/?launch=1').ok);
  });

  it('leaves values and paths alone', () => {
    const url = 'https://example.com/patient/hcn?next=dob&view=patientName#/mrn/list';
    assert.equal(codeOf(parseBaseLaunchUrl(url)), 'ok');
  });

  it('does not apply to a request URL, which no browser opens', () => {
    assert.equal(codeOf(parseRequestUrl('https://example.com/hook?patientId=1')), 'ok');
  });

  it('keeps query and fragment byte for byte', () => {
    const url = 'https://example.com/a?b=%7e&b=&&c=+%20;d=[x]&e=%2e|%-2e%-1%--#/r?f=%zz&g=~|%2e#h';
    assert.deepEqual(parseBaseLaunchUrl(url), { ok: true, url, warnings: [] });
  });

  it('keeps what browsers change in a path though the standard does not', () => {
    const url = 'https://*.example.com/%2e%2E%2f|/a%2E/...%2e/%-2e%-1%--';
    assert.deepEqual(parseBaseLaunchUrl(url), { ok: true, url, warnings: [] });
    const dots = parseBaseLaunchUrl('https://example.com/a/b/c/%2E/.%2e/%2e%2e/d%2e/%2e?x');
    assert.equal(dots.ok && dots.url, 'https://example.com/a/d%2e/?x');
  });

  it('refuses a placeholder in the fragment', () => {
    assert.equal(codeOf(parseBaseLaunchUrl('https://example.com/#/{id}')), 'url-placeholder');
  });
});
