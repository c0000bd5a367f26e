/** The HTML that a host writes for what the demo shows: two elements, and what leads from one to the other. */
import type { AdminState } from './state.js';

export const snippet = ({ site, rights }: AdminState): string => {
  const allowed =
    rights === 'all'
      ? ''
      : `
  list.capabilities = form.capabilities = { register: false, edit: false, remove: false,
    enable: false, launch: false, activity: false };`;
  return `<script type="module" src="/ocean-integrations.js"></script>

<ocean-backend base-url="/api/ocean" site-number="${site}">
  <ocean-integration-list></ocean-integration-list>
  <ocean-integration-form hidden></ocean-integration-form>
</ocean-backend>

<script>
  var list = document.querySelector('ocean-integration-list');
  var form = document.querySelector('ocean-integration-form');${allowed}

  list.addEventListener('ocean-select', function (event) {
    form.setAttribute('integration-id', event.detail.id);
    form.hidden = false;
  });
  list.addEventListener('ocean-register', function (event) {
    form.removeAttribute('integration-id');
    form.value = event.detail.draft || {};
    form.hidden = false;
  });
  form.addEventListener('ocean-saved', function () { list.refresh(); });
  form.addEventListener('ocean-cancel', function () { form.hidden = true; });
</script>`;
};
