/** Registers `<ocean-referral-confirmation>`. */
import { OceanReferralConfirmation } from '../launch/referral-confirmation.js';
import { define } from '../ui/define-element.js';

define('ocean-referral-confirmation', OceanReferralConfirmation);
