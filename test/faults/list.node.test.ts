/** What goes wrong with the list of integrations between it and the service. */
import { list } from './checks/list.js';
import { tryRows } from './try-rows.js';

tryRows(list);
