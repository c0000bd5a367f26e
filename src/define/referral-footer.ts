/** Registers `<ocean-referral-footer>`. */
import { OceanReferralFooter } from '../launch/banner/referral-footer.js';
import { define } from '../ui/define-element.js';

define('ocean-referral-footer', OceanReferralFooter);
