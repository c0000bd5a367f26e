/**
 * Recognises a number that is written like a provincial health card, so that it is put into no URL.
 *
 * Only where shape and check digit are public, since an opaque reference may be a number too: Ontario (10 digits, the last one by
 * Luhn, with or without the two letters of its version code; Nova Scotia's 10 digits are found by the same rule), British Columbia
 * (10 digits from 9 on, the last one modulo 11) and Quebec (four letters of the name, then a date of birth with 50 added to a woman's
 * month, and two digits). Of ten opaque numbers of 10 digits one has such a check digit by chance: it is taken for a card, too.
 *
 * Alberta, Saskatchewan, Manitoba and New Brunswick have 9 digits, Prince Edward Island 8, Newfoundland and Labrador 12, Nunavut and
 * Yukon 9, the Northwest Territories a letter and 7 digits. None of these publishes a check digit, and without one every reference of
 * that many digits would be refused.
 */

/** A label before the number, as forms and records write it. */
const LABEL = /^(?:HCN|HN|HC|OHIP|PHN|RAMQ|NAM|JHN|HIN|ON|BC|QC|NS|CA)(?=[^A-Z]|[A-Z]{4}\d)/;

const passesLuhn = (digits: string): boolean => {
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (index % 2 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
};

/** Weights of the second to the ninth digit (BC Ministry of Health, conformance standards). */
const BC_WEIGHTS = [2, 4, 8, 5, 10, 9, 7, 3];

const isBritishColumbian = (digits: string): boolean => {
  const sum = BC_WEIGHTS.reduce(
    (total, weight, index) => total + ((Number(digits[index + 1]) * weight) % 11),
    0,
  );
  return digits.startsWith('9') && 11 - (sum % 11) === Number(digits[9]);
};

const isQuebecer = (number: string): boolean => {
  const [, year = '', month = '', day = ''] = /^[A-Z]{4}(\d\d)(\d\d)(\d\d)\d\d$/.exec(number) ?? [];
  const monthOfYear = Number(month) > 50 ? Number(month) - 50 : Number(month);
  const days = new Date(2000 + Number(year), monthOfYear, 0).getDate();
  return monthOfYear > 0 && monthOfYear < 13 && Number(day) > 0 && Number(day) <= days;
};

/** Whether a text is, as a whole, a number of the shape and check digit of a provincial health card; spaces and dashes aside. */
export const isHealthCardNumber = (text: string): boolean => {
  const [written = ''] = text.split('|').slice(-1);
  let number = written
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\d]+/gu, '');
  number = number.replace(LABEL, '');
  if (isQuebecer(number)) return true;
  // HealthNet BC writes its numbers with leading zeros.
  const [, digits] = /^(?:000)?([1-9]\d{9})[A-Z]{0,2}$/.exec(number) ?? [];
  return digits !== undefined && (passesLuhn(digits) || isBritishColumbian(digits));
};
