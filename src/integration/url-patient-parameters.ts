/**
 * Recognises parameters that carry personal health information by their name.
 *
 * PHI never travels in a URL (PHIPA; URLs end up in histories, logs and `Referer` headers). A base launch URL is the same
 * for every patient, so a parameter of such a name is either a template that someone means to fill, or a patient.
 * Names are compared whole, without case, accents and separators: `patient-portal` and `healthcheck` are harmless.
 */

/**
 * Names that mean a person wherever they stand, in English and French: health card numbers under their provinces' names
 * (OHIP; PHN and ULI; PHIN; RAMQ, NAM; HCN and HIN as EMRs say; JHN as FHIR says), record and social insurance numbers,
 * date of birth, and the names of a person.
 */
const PERSONAL =
  ' hcn hin healthcard healthcardversion healthinsurance ohip phn phin uli ramq nam jhn mrn ssn sin ' +
  'dob birthdate birthday dateofbirth firstname lastname givenname familyname surname fullname ' +
  'carteassurancemaladie cartesante ddn datenaissance datedenaissance prenom nomdefamille ';

/** Names that mean a person where a number follows: `healthNumber`, `hc_no`, `chartNo`, OSCAR's `demographic_no`. */
const NUMBERED = ' hc health chart demographic medicalrecord assurancemaladie ';

/** Names that mean a person beside `patient`: `patientName`, `pt_phone`. `patient` (SMART) and `patientId` need none. */
const OF_PATIENT =
  ' name initials identifier ref key uuid guid email phone mobile address postalcode sex gender age birth nom ';

/** Whether a parameter's name, as written, means a patient. */
const isPersonal = (name: string): boolean => {
  const plain = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z\d/]/g, '');
  const own = plain.replace(/^(patient|pt(?=.))|(du)?patient$/, '');
  const stem = own.replace(/(no|nbr|num|number|numero|id|code|value)$|^(no|numero)/, '');
  const ofPatient = own !== plain;
  if (!stem) return ofPatient;
  const words = PERSONAL + (stem !== own ? NUMBERED : '') + (ofPatient ? OF_PATIENT : '');
  return [stem, own].some((word) => words.includes(` ${word} `));
};

/**
 * Whether a URL has a parameter that identifies a patient by its name: in the query, or in a fragment that holds one
 * (`#hcn=`, `#/route?hcn=`). Values are not looked at.
 */
export const hasPatientParameter = (href: string): boolean =>
  [...new URLSearchParams(href.replace(/^[^?#]*/, '').replace(/[?#;]/g, '&')).keys()].some(
    isPersonal,
  );
