/** What a server keeps to beside what every backend does: requirements that only HTTP shows. */
import { access } from './access.js';
import { answers } from './answers.js';
import { bodies } from './bodies.js';
import type { HttpRequirement } from './http-requirement.js';
import { pages } from './pages.js';
import { registering } from './registering.js';
import { versions } from './versions.js';

export { httpSubject, NotTried } from './http-requirement.js';
export type { HttpRequirement, HttpSubject, HttpSubjectOptions } from './http-requirement.js';

/** All of them. The last ones look at every answer of the run, so they come last. */
export const httpRequirements: readonly HttpRequirement[] = [
  ...versions,
  ...registering,
  ...bodies,
  ...pages,
  ...access,
  ...answers,
];
