/** Something happens to the page, the session or the connection while a request is under way. */
import { lifecycle } from './checks/lifecycle.js';
import { tryRows } from './try-rows.js';

tryRows(lifecycle);
