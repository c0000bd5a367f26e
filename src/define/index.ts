/** Registers all elements. */
import './backend.js';
import './integration-form.js';
import './integration-list.js';
import './launch-frame.js';
import './referral-confirmation.js';
import './referral-footer.js';
import './referral-header.js';
import './referral-launch.js';
