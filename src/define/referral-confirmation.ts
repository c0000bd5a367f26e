/** Registers `<ocean-referral-confirmation>`. */
import { OceanReferralConfirmation } from '../launch/confirmation/referral-confirmation.js';
import { define } from '../ui/define-element.js';

define('ocean-referral-confirmation', OceanReferralConfirmation);
