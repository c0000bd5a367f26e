/** Registers `<ocean-referral-launch>` and what it is made of. Its iframe is loaded and registered when it is needed. */
import './referral-confirmation.js';
import './referral-footer.js';
import './referral-header.js';
import { OceanReferralLaunch } from '../launch/referral-launch.js';
import { define } from '../ui/define-element.js';

define('ocean-referral-launch', OceanReferralLaunch);
