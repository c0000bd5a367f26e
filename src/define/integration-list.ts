/** Registers `<ocean-integration-list>`. */
import { OceanIntegrationList } from '../management/list/integration-list.js';
import { define } from '../ui/define-element.js';

define('ocean-integration-list', OceanIntegrationList);
