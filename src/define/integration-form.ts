/** Registers `<ocean-integration-form>`. */
import { OceanIntegrationForm } from '../registration/integration-form.js';
import { define } from './define.js';

define('ocean-integration-form', OceanIntegrationForm);
