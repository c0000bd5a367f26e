/**
 * Finds personal health information in an address.
 *
 * PHI never travels in a URL (PHIPA; URLs end up in histories, logs and `Referer` headers). A base launch URL is the same
 * for every patient, so a parameter of such a name is either a template that someone means to fill, or a patient. Looked at are
 * the names in query, fragment, matrix parameters, user information and in whatever the values hold (addresses, JSON, base64), a
 * path segment of such a name that a value follows, and the registered systems of health card numbers. The host is not.
 */
import { personalMeaning } from './patient-names.js';

/** Base64 inside base64, at most. */
const DEPTH = 3;

/** All percent-encoding decoded, however often it was done, in one pass. */
const decode = (text: string): string => {
  const bytes = new TextEncoder().encode(text);
  let length = 0;
  for (const byte of bytes) {
    bytes[length++] = byte;
    // A decoded character may complete another escape, as in `%2541`.
    while (length > 2 && bytes[length - 3] === 0x25) {
      const hex = String.fromCharCode(bytes[length - 2] ?? 0, bytes[length - 1] ?? 0);
      if (!/^[\da-f]{2}$/i.test(hex)) break;
      length -= 2;
      bytes[length - 1] = parseInt(hex, 16);
    }
  }
  return new TextDecoder().decode(bytes.subarray(0, length));
};

/** What base64 or base64url holds, where that is a text with a structure. */
const decodeBase64 = (token: string): string | undefined => {
  try {
    const binary = atob(token.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(binary, (character) => character.charCodeAt(0)),
    );
    return /[=:"/?&;]/.test(text) && !/[^\s\x20-\uffff]|\x7f/.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Identifier systems by value: those that the Canadian URI Registry has for health card numbers (`ca-on-patient-hcn`,
 * `ca-bc-patient-healthcare-id`, ...), for social insurance numbers and the federal programs; OIDs of the Alberta, British
 * Columbia, Quebec and Ontario numbers and of the US social security number; and the HL7 types of such identifiers.
 */
const SYSTEMS = new RegExp(
  'namingsystem/(?:id-)?ca-[a-z]{2}-patient-' +
    '|namingsystem/ca-(?:social-insurance-number|permanent-resident-card-number|federal-firstnation-band-id' +
    '|indigenous-northern-affairs-number|interim-federal-health-id|(?:veterans-affairs|correctional-service|royal-mounted-police|armed-forces)-health-id)' +
    '|(?:^|[^\\d.])2\\.16\\.840\\.1\\.113883\\.4\\.(?:1|20|50|56|59)(?!\\d)' +
    '|sid/us-ssn|v2-0203\\|(?:jhn|jpid|mr|ss|ppn)\\b',
  'i',
);

/** A number behind its name, in one text: `HCN1234567897`, `hcn|1234-567-897`. */
const LABELLED =
  /(?:^|[^a-z])(?:hcn|ohip|phn|phin|mrn|jhn|hin|ramq|nam|sin|dob|ddn|health-?card)(?:[-_]?(?:no|num|number))?[^a-z\d]{0,3}(?:[a-z]{4}[ -]?\d{4}|\d(?:[ -]?\d){5})/i;

/** A search of FHIR's for one patient. */
const PATIENT_SEARCH =
  /(?:^|[/=])Patient\/?\?(?:[^#]*&)?(?:_id|identifier|name|family|given|birthdate|phone|email|telecom|address[\w-]*)(?::\w+)?=/;

/** A segment that names a page, not a person. */
const PAGE =
  /^(?:|\*.*|list|search|find|new|add|edit|create|index|form|page|home|lookup|validate|verify|check|help|v\d+(?:\.\d+)*)$/i;

const isIdentifier = (segment: string): boolean => /\d/.test(segment) && !PAGE.test(segment);

/** A path segment that names a patient's data, with the value after it: `/hcn/1234567897`, `/patient/name/Smith`. */
const hasPersonalPath = (text: string): boolean => {
  const segments = text.split('/');
  const names = segments.map((segment) => segment.split(/[?#&;=,(]/).pop() ?? '');
  return segments.some((segment, index) => {
    const name = names[index - 1];
    if (!name) return false;
    const [value = ''] = segment.split(/[?#&;=,)]/);
    if (/^patients?$/i.test(name)) return /\d{3}|^\d+$/.test(value);
    const meaning = personalMeaning(name) ?? personalMeaning(`${names[index - 2] ?? ''}.${name}`);
    if (!meaning) return false;
    return meaning === 'name' || /name$|^(?:nom|prenom)/i.test(name)
      ? !PAGE.test(value)
      : isIdentifier(value);
  });
};

/** Whether a decoded text holds a parameter, member or path segment that names a patient's data. */
const isPersonalText = (text: string, depth: number): boolean => {
  // Of a nested address, the host is no name; user information is.
  const plain = text
    .replace(/[a-z][a-z\d+.-]{0,20}:\/\/(?:([^/?#&;@]*)@)?[^/?#&;@]*/gi, '$1/')
    .replace(/["']\s*:/g, '=')
    .replace(/:\s+/g, ':');
  if (SYSTEMS.test(text) || LABELLED.test(plain) || PATIENT_SEARCH.test(plain)) return true;
  if (hasPersonalPath(plain)) return true;
  for (const token of plain.split(/[\s?#&;/,"'{}()|<>!]+/)) {
    const parts = token.split('=');
    const last = parts.length - 1;
    if (parts.slice(0, last).some(personalMeaning)) return true;
    const pairs = token.split(/[:=]/);
    if (pairs.some((name, at) => /\d/.test(pairs[at + 1] ?? '') && personalMeaning(name)))
      return true;
  }
  if (!depth) return false;
  return (plain.match(/[\w+/-]{8,}={0,2}/g) ?? []).some((run) =>
    [run, ...(run.includes('/') ? run.split('/') : [])].some((token) => {
      const inner = token.length < 8 ? undefined : decodeBase64(token);
      return inner !== undefined && isPersonalText(`?${decode(inner)}`, depth - 1);
    }),
  );
};

/** Whether an address, absolute, holds what identifies a patient, by the names in it. */
export const hasPatientParameter = (href: string): boolean => {
  const afterHost = href.replace(/^[^/?#]*\/\/[^/?#]*/, '');
  // Names without a value count only where they are written as such: in the query, the fragment and after a `;` of the path.
  const [path = '', ...rest] = afterHost.split(/(?=[?#])/);
  const matrix = path.split('/').flatMap((segment) => segment.split(';').slice(1));
  const names = [...matrix, ...rest.join('').split(/[?#&;]/)];
  return (
    names.some((pair) => {
      const name = decode(pair.replace(/=.*$/s, ''));
      return !name.includes('/') && personalMeaning(name) !== undefined;
    }) || isPersonalText(decode(afterHost), DEPTH)
  );
};
