/** A launched system that knows nothing of SMART Web Messaging. */
import { arrive } from './arrival.js';

arrive('silent');
