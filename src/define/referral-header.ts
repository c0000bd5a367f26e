/** Registers `<ocean-referral-header>`. */
import { OceanReferralHeader } from '../launch/banner/referral-header.js';
import { define } from '../ui/define-element.js';

define('ocean-referral-header', OceanReferralHeader);
