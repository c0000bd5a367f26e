/** The service refuses or fails, in every way that HTTP has. */
import { refusals } from './checks/refusals.js';
import { tryRows } from './try-rows.js';

tryRows(refusals);
