/** The registration form as an element among elements. */
import { MemoryBackend } from '../../src/backend/memory.js';
import '../../src/define/integration-form.js';
import { OceanIntegrationForm } from '../../src/registration/integration-form.js';
import { describeElement } from '../support/element-suite.js';
import { allByRole, until } from '../support/queries.js';

describeElement({
  tagName: 'ocean-integration-form',
  element: OceanIntegrationForm,
  create: () => {
    const form = document.createElement('ocean-integration-form');
    form.backend = new MemoryBackend();
    return form;
  },
  ready: (form) => until(() => allByRole(form, 'checkbox').length > 3),
  words: { en: 'Integration name', fr: 'Nom de l’intégration' },
});
