/**
 * Recognises names that mean a patient: of parameters, of members, of path segments.
 *
 * A name is cut into words (case, digits, `_`, `-`, accents) and components (`.`, `[]`, `:`), and each word is judged, so that
 * `client_dob` and `p[hcn]` are found, and `dobson`, `hcnotes` and `phone` are not. In English and French: health card numbers
 * under their provinces' names, record and social insurance numbers, date of birth, and the names of a person.
 */

/** Between two words that belong together; absent in `healthcard`. */
const S = '[-.]?';
const START = '(?:^|[-.])';
const END = '(?=[-.]|$)';
/** What says that a number follows: `hcn_no`, `ohipNumber`. */
const NUMBER = 'no|nbr|nr|num|number|numero';
const AFFIX = `(?:${S}(?:${NUMBER}|id|code|value|version))?`;
/** A patient, under the names of clinics and records. */
const PATIENT = '(?:patient|patiente|pt|usager|usagere)';
/** What belongs to a patient, where it stands beside the word: `patientName`, `pt_phone`, `idPatient`. */
const OF_PATIENT =
  `(?:${NUMBER}|names?|initials|identifiers?|refs?|reference|keys?|uuid|guid|uid|ids?|code|value|e${S}mail|phone|mobile|cell|tel` +
  `|telephone|address|postal${S}code|zip|sex|gender|age|birth|family|given|nom|courriel|adresse|${S}sexe)`;

/** Letters of an abbreviation that change of case may have cut: `DoB`, `hCN`. */
const letters = (words: string): string =>
  words
    .split(' ')
    .map((word) => [...word].join(S))
    .join('|');

const PERSONAL_WORDS = [
  // Health card, record and other numbers by their abbreviations: OHIP; HCN, HIN and HN as EMRs say; PHN, PHIN, HSN, ULI; RAMQ, NAM;
  // JHN as FHIR says.
  `(?:(?:patient|pt|client|member|user|subject|person|my)${S})?(?:(?:${letters('hcn ohip phn phin hsn ramq mrn jhn dob yob ddn ssn')})s?` +
    `|hin|hn|uli|nam|sin)${AFFIX}`,
  `(?:hc|mcp|msi|msp|mhsip|ahcip|ahc|dva|ifhp|nhs|medicare)${S}(?:${NUMBER}|card)s?`,
  `(?:(?:${NUMBER})${S}(?:de?${S})?)?(?:care${S}card|carte${S}(?:d${S}|de${S})?(?:assurance${S}maladie|maladie|sante|soleil))s?${AFFIX}`,
  `health${S}(?:care${S})?(?:card|${NUMBER})s?${AFFIX}`,
  `personal${S}health${S}(?:identification|identifier|id|information)${AFFIX}`,
  `(?:medical|patient)${S}record${S}(?:${NUMBER}|id)`,
  `social${S}(?:insurance|security)${AFFIX}|assurance${S}sociale`,
  `(?:${NUMBER})${S}(?:d${S}|de${S})?(?:assurance|ass)${S}(?:maladie|mal|sociale)`,
  // Birth.
  `(?:date|day|month|year|place)${S}of${S}birth|birth${S}(?:dates?|day|dt|month|year|place)|b${S}date|b${S}day`,
  `(?:date|dt|jour|mois|annee|lieu)${S}(?:de${S})?naissance|naissance${S}(?:date|jour|mois|annee|lieu)`,
];

/** The names of a person, which are nobody's secret where they are those of the staff: `providerFirstName`. */
const PERSON_NAMES =
  `(?:first|last|given|family|middle|maiden|birth)${S}names?|sur${S}name|fore${S}name` +
  `|prenoms?|nom${S}(?:de${S})?(?:famille|naissance|jeune${S}fille)`;
const STAFF =
  '(?:provider|practitioner|physician|doctor|dr|nurse|specialist|clinician|prescriber|professional|sender|referrer|referring|requester|' +
  'recipient|user|staff|author|contact|admin|agent|owner|account|medecin|infirmiere|expediteur|destinataire|utilisateur)';

/** Names that mean a patient as the whole of a component: `healthId`, `chartNo`, OSCAR's `demographic_no`. */
const WHOLE = [
  `(?:${PATIENT}${S})?(?:health|hc|charts?|demographics?|assurance${S}maladie|health${S}insurance|dossier${S}medical)${S}(?:${NUMBER}|id|code|value)`,
  `(?:no|numero)${S}(?:hc|dossier${S}medical)`,
  `(?:${PATIENT}${S})?(?:health${S}insurance|full${S}name|nom${S}complet|naissance)`,
];

const personalWord = new RegExp(`${START}(?:${PERSONAL_WORDS.join('|')})${END}`);
const personName = new RegExp(`${START}(?:${PERSON_NAMES})${END}`);
const staffName = new RegExp(
  `${START}${STAFF}${S}(?:[a-z]+${S})?(?:${PERSON_NAMES})${END}|viet${S}nam${END}`,
  'g',
);
/** Digits after a component are its index. */
const LAST = '(?=(?:[-.]\\d+)*(?:\\.|$))';
const whole = new RegExp(`(?:^|\\.)(?:${WHOLE.join('|')})${LAST}`);
const ofPatient = new RegExp(
  `${START}${PATIENT}s?${S}${OF_PATIENT}(?:${S}(?:${NUMBER}|id|code|value|first|last|full|text))?${LAST}` +
    `|${START}${OF_PATIENT}${S}(?:of|du|de|d)?${S}(?:the|le|la|l)?${S}${PATIENT}${LAST}` +
    `|(?:^|\\.)patients?(?:\\.[^.]+)*\\.${OF_PATIENT}${LAST}` +
    `|${START}(?:subject|beneficiary|insured|person)${S}identifier${LAST}`,
);
/** SMART's `patient`, alone or at the end: `patient`, `context.patient`, `patient[0]`; not `patient-portal`. */
const barePatient = /(?:^|\.)patient(?:[-.]\d+)*$/;

/** Words by `-`, components by `.`. */
const cut = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z\d])(?=[A-Z])/g, '$1-')
    .replace(/([A-Z])(?=[A-Z][a-z])/g, '$1-')
    .toLowerCase()
    .replace(/([a-z])(?=\d)|(\d)(?=[a-z])/g, '$&-')
    .replace(/[.[\]:]+/g, '.')
    .replace(/[^a-z\d.]+/g, '-')
    .replace(/-?\.-?/g, '.')
    .replace(/^[-.]+|[-.]+$/g, '');

/** Longer names are no names: they would only cost time. */
const MAX_NAME = 200;

/** What a name, as written, means: a number or date of a patient, the name of a person, or nothing of either. */
export const personalMeaning = (name: string): 'number' | 'name' | undefined => {
  if (name.length > MAX_NAME) return undefined;
  const words = cut(name);
  if (!words) return undefined;
  const notStaff = words.replace(staffName, '.');
  if (personName.test(notStaff)) return 'name';
  return personalWord.test(notStaff) ||
    whole.test(words) ||
    ofPatient.test(words) ||
    barePatient.test(words)
    ? 'number'
    : undefined;
};
