/** The directory that the portal refers to, and its patients. All made up. */
import type { ReferralForm } from '../../src/integration/schema.js';

interface Text {
  en: string;
  fr: string;
}

export const PATIENTS: readonly { id: string; name: string; born: number }[] = [
  { id: 'patient-1', name: 'Alex Testerman', born: 1958 },
  { id: 'patient-2', name: 'Morgan Example', born: 1984 },
  { id: 'patient-3', name: 'Sacha Fictif', born: 2015 },
];

export const LISTINGS: readonly { id: string; form: string; name: Text }[] = [
  {
    id: 'listing-mri',
    form: 'form-imaging',
    name: { en: 'Northern Imaging: MRI', fr: 'Imagerie du Nord : IRM' },
  },
  {
    id: 'listing-cardiology',
    form: 'form-cardiology',
    name: { en: 'Valley Health: cardiology', fr: 'Santé de la Vallée : cardiologie' },
  },
  {
    id: 'listing-dermatology',
    form: 'form-dermatology',
    name: {
      en: 'Fernbrook Clinic: dermatology (no launch)',
      fr: 'Clinique Fernbrook : dermatologie (sans lancement)',
    },
  },
];

export const REFERRAL_FORMS: readonly ReferralForm[] = LISTINGS.map(({ id, form, name }) => ({
  id: form,
  name,
  listings: [{ id, name }],
}));
