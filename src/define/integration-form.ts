/** Registers `<ocean-integration-form>`. */
import { OceanIntegrationForm } from '../registration/integration-form.js';
import { define } from '../ui/define-element.js';

define('ocean-integration-form', OceanIntegrationForm);
