/** A launched system that no page may frame: the server says so (`X-Frame-Options`, `frame-ancestors`). */
import { arrive } from './arrival.js';

arrive('refusing');
