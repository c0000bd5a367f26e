/** The service is newer, older or careless. */
import { contract } from './checks/contract.js';
import { tryRows } from './try-rows.js';

tryRows(contract);
