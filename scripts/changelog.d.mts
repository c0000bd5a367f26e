/** Types of changelog.mjs, for its test. */
export function nextVersion(current: string, step: string): string | undefined;
export function releaseNotes(changelog: string, version: string, date: string): string | undefined;
