/**
 * Which deployments may name a host or a port, as tables (rules R7 and R8 of the URL rules).
 *
 * Advice, not protection: a browser can't resolve names, so a backend checks again what a name resolves to.
 */

/**
 * The least closed deployment that may name a host: 0 every one, 1 on-premise and development, 2 development alone,
 * 3 none.
 */
export type Reach = 0 | 1 | 2 | 3;

/**
 * Special-purpose addresses in CIDR notation; the first row that holds an address decides, and one in no row is public.
 *
 * Source: IANA IPv4 and IPv6 Special-Purpose Address Registries and IPv4/IPv6 Multicast Address Space registries.
 * Blocks that the registry calls globally reachable (AS112, AMT, ORCHIDv2, protocol anycast) are refused too: nobody's
 * web server stands there. Metadata services: the clouds' own documentation.
 */
const ADDRESS_BLOCKS: readonly (readonly [Reach, string])[] = [
  // Cloud metadata and credentials: AWS, Azure, Google and others (link-local), ECS, EKS, Tencent, Scaleway; Alibaba,
  // Volcengine, Azure's wire server; AWS, EKS, Google, Oracle, Scaleway and Linode over IPv6. Before the blocks that hold them.
  [
    3,
    '169.254.169.254/32 169.254.170.2/32 169.254.170.23/32 169.254.0.23/32 169.254.42.42/32 100.100.100.200/32 100.96.0.96/32 ' +
      '168.63.129.16/32 fd00:ec2::254/128 fd00:ec2::23/128 fd20:ce::254/128 fd00:c1::a9fe:a9fe/128 fd00:42::42/128 fd00:a9fe:a9fe::1/128',
  ],
  // Loopback, private (with IPv6's former site-local), carrier-grade NAT.
  [
    1,
    '127.0.0.0/8 ::1/128 10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 100.64.0.0/10 fc00::/7 fec0::/10',
  ],
  // Link-local, documentation, benchmarks.
  [
    2,
    '169.254.0.0/16 fe80::/10 192.0.2.0/24 198.51.100.0/24 203.0.113.0/24 2001:db8::/32 3fff::/20 198.18.0.0/15 2001:2::/48',
  ],
  // Unspecified, protocol assignments, AS112, AMT, 6to4 relays, multicast and reserved.
  [
    3,
    '0.0.0.0/8 192.0.0.0/24 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.175.48.0/24 224.0.0.0/3 ' +
      // IPv4 inside IPv6 (translated, NAT64, 6to4, and Teredo in 2001::/23): what is reached is not what is read.
      '::ffff:0:0:0/96 64:ff9b::/96 64:ff9b:1::/48 2002::/16 2001::/23 ' +
      '100::/64 100:0:0:1::/64 2620:4f:8000::/48 5f00::/16 ff00::/8',
  ],
];

/** Names of cloud metadata services, and of the single label that their networks resolve. */
const METADATA_NAME =
  /^(metadata|instance-data|rancher-metadata)(\.([\w-]+\.)*internal|\.goog|\.(tencentyun|packet|platformequinix)\.(com|net))?$/;

/**
 * Top-level names that resolve on a local network alone. Source: RFC 6761 (`localhost`), RFC 6762 (`local`, and the
 * names of its appendix G), RFC 8375 (`home.arpa`), ICANN (`internal`), and `localdomain` by custom.
 */
const LOCAL_NAME =
  /\.(localhost|local|localdomain|internal|intranet|private|corp|home|lan|home\.arpa)$/;

/**
 * Ports that browsers refuse to fetch from. Source: Fetch standard, "bad port". Port 0 is refused everywhere and is
 * not here.
 */
const BAD_PORTS =
  ' 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 123 135 137 139 143 161 179 ' +
  '389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990 993 995 1719 1720 1723 2049 3659 4045 4190 ' +
  '5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080 ';

/** Whether browsers refuse to open a port, as `URL.port` gives it (empty for the scheme's own). */
export const isBadPort = (port: string): boolean => port !== '' && BAD_PORTS.includes(` ${port} `);

/** Whether a host, as `URL.hostname` gives it, is an address rather than a name. */
export const isAddress = (hostname: string): boolean => /^\[|^\d+(\.\d+){3}$/.test(hostname);

/** An address as its family and its bits, so that a block holds it where its own bits come first. */
const toBits = (address: string): string => {
  if (address.includes('.')) return '4' + binary(address.split('.'), 10, 8);
  const [head, tail] = address.split('::').map((half) => (half ? half.split(':') : []));
  const words = [...(head ?? []), ...(tail ?? [])];
  words.splice(head?.length ?? 0, 0, ...Array<string>(8 - words.length).fill('0'));
  return '6' + binary(words, 16, 16);
};

const binary = (parts: readonly string[], base: number, width: number): string =>
  parts.map((part) => parseInt(part, base).toString(2).padStart(width, '0')).join('');

const addressReach = (address: string): Reach => {
  let bits = toBits(address);
  // IPv4-mapped (::ffff:0:0/96) and IPv4-compatible (::/96) addresses reach the IPv4 address that they hold.
  if (address !== '::1' && /^60{80}(0{16}|1{16})/.test(bits)) bits = '4' + bits.slice(-32);
  const row = ADDRESS_BLOCKS.find(([, blocks]) =>
    blocks.split(' ').some((block) => {
      const [prefix = '', length] = block.split('/');
      return bits.startsWith(toBits(prefix).slice(0, Number(length) + 1));
    }),
  );
  return row ? row[0] : 0;
};

/** Which deployments may name a host, as `URL.hostname` gives it (R7). */
export const hostReach = (hostname: string): Reach => {
  if (isAddress(hostname)) return addressReach(hostname.replace(/[[\]]/g, ''));
  const name = hostname.replace(/\.$/, '');
  if (METADATA_NAME.test(name)) return 3;
  return !name.includes('.') || LOCAL_NAME.test(name) ? 1 : 0;
};

/** Whether a name has an empty label, a label over 63 or more than 253 characters (R9; RFC 1035). One final dot is fine. */
export const hasBadLabel = (hostname: string): boolean => {
  const name = hostname.replace(/\.$/, '');
  return /^\.|\.\.|\.$|[^.]{64}/.test(name) || name.length > 253;
};
