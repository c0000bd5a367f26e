/** Whether a referral's reference may travel in a URL: it is opaque, and nothing of a patient. */
import { isHealthCardNumber } from './health-card-number.js';
import { hasPatientParameter } from './url-patient-parameters.js';

/** Whether a reference is a health card number, or holds what identifies a patient (`hcn=...`, `Patient/123`). */
export const isPatientReference = (reference: string): boolean =>
  isHealthCardNumber(reference) ||
  hasPatientParameter(`https://x/?${new URLSearchParams({ _: reference }).toString()}`);
