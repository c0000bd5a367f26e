/** Registers all elements. */
import './backend.js';
import './integration-form.js';
