/** Registers `<ocean-backend>`. */
import { OceanBackend } from '../backend/backend-element.js';
import { define } from '../ui/define-element.js';

define('ocean-backend', OceanBackend);
