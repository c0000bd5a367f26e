/** Registers `<ocean-referral-launch>`, header and footer. Its confirmation and its iframe are loaded and registered when they are needed. */
import './referral-footer.js';
import './referral-header.js';
import { OceanReferralLaunch } from '../launch/referral-launch.js';
import { define } from '../ui/define-element.js';

define('ocean-referral-launch', OceanReferralLaunch);
