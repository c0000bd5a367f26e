/** The part of launch settings that a referral portal's page may know. */
import type { LaunchSettings } from './schema.js';

/** By name: a field that this library doesn't know may not be meant for the public. */
const PUBLIC_FIELDS = [
  'companyName',
  'baseLaunchUrl',
  'applicationName',
  'category',
  'referralFormId',
  'confirmationMessage',
  'logoUrl',
  'logoAlt',
  'useIframe',
  'allowTopNavigation',
] as const satisfies readonly (keyof LaunchSettings)[];

export const publicLaunchSettings = (launch: LaunchSettings): LaunchSettings =>
  Object.fromEntries(
    PUBLIC_FIELDS.filter((name) => launch[name] !== undefined).map((name) => [name, launch[name]]),
  ) as LaunchSettings;
