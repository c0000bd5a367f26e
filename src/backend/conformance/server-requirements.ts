/** All that a server keeps to: what every backend does, and what only HTTP shows. */
import { httpRequirements } from './http/index.js';
import type { HttpRequirement } from './http/index.js';
import { conformanceRequirements } from './index.js';

export const serverRequirements: readonly HttpRequirement[] = [
  ...conformanceRequirements,
  ...httpRequirements,
];
