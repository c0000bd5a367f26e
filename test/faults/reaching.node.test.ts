/** The service cannot be reached or does not answer in time; it answers something else, or sends the request elsewhere. */
import { network } from './checks/network.js';
import { bodies } from './checks/bodies.js';
import { tryRows } from './try-rows.js';

tryRows(network, bodies);
