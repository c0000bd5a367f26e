/** Registers `<ocean-backend>`. */
import { OceanBackend } from '../backend/backend-element.js';
import { define } from './define.js';

define('ocean-backend', OceanBackend);
