/** The host’s own backend misbehaves; storage, globals, clipboard and languages are not as expected. */
import { adapters } from './checks/adapters.js';
import { environment } from './checks/environment.js';
import { tryRows } from './try-rows.js';

tryRows(adapters, environment);
