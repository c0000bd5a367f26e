/** The rules for URLs in words: JSON Schema cannot say them. They are those of `src/integration/urls.ts`, by number. */

const COMMON = [
  'R0: not empty.',
  'R1: white space, no-break and zero-width spaces and byte order marks around it are dropped.',
  'R2: no space, tab, line break, control, invisible or direction-changing character inside.',
  'R3: https; http only where the deployment of the server allows it.',
  'R4: absolute, with its scheme.',
  'R5: no user name or password.',
  'R6: parses by the WHATWG URL standard; an IPv4 address is written as four decimal numbers.',
  'R7: no host of cloud metadata, multicast, reserved, unspecified or IPv4-in-IPv6 addresses; no loopback, link-local, ' +
    'private or local host, unless the deployment allows it. The server checks again after it has resolved the name.',
  'R8: not port 0, nor a port that browsers block (for a request URL, unless the deployment allows it).',
  'R9: no empty label, none over 63 characters, no name over 253.',
  'R10: no backslash, and exactly two slashes after the scheme.',
];

const LENGTH = 'R13: at most 8,192 characters (UTF-16 code units), also in its parsed form.';

const REST = [
  'R14: no unfilled placeholder, such as {{tenant}} or ${id}.',
  'R15: no percent-encoding in the host.',
  'R16: everything else that is well formed is taken.',
];

const listed = (rules: readonly string[]): string => rules.map((rule) => `- ${rule}`).join('\n');

export const REQUEST_URL_RULES = listed([
  ...COMMON,
  'R11: a fragment is dropped: it is never sent to a server.',
  'R12: stored and answered in its parsed form.',
  LENGTH,
  ...REST,
]);

export const BASE_LAUNCH_URL_RULES = listed([
  ...COMMON,
  'R11: query and fragment are kept byte for byte, but for what the URL standard encodes.',
  'R12: stored and answered in its parsed form.',
  LENGTH,
  ...REST,
  'No name that identifies a patient (`hcn`, `healthCard`, `dob`, `patientName` and the like): names are cut into words at case, ' +
    'digits and separators, and each word is judged, in path segments that a value follows, matrix parameters, query, fragment ' +
    'and in addresses, JSON and base64 inside values (code `url-patient-identifier`). No identifier system of health cards as a value.',
  'No parameter `referralRef`, `siteNum` or `launch` in its query: a launch adds them (code `url-launch-parameter`).',
]);
