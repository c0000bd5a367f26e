/** The HTML that a host writes for what the demo shows. */
import type { DemoState } from './state.js';

const attributes = ({ scene, id, deployment }: DemoState): string[] => [
  ...(id && scene !== 'new' ? [`integration-id="${id}"`] : []),
  ...(deployment === 'public' ? [] : [`deployment="${deployment}"`]),
  ...(scene === 'read-only' ? ['readonly'] : []),
];

/** For a page without a bundler: one script, two elements, one listener. */
export const snippet = (state: DemoState): string => {
  const form = ['ocean-integration-form', ...attributes(state)].join(' ');
  return `<script type="module" src="/ocean-integrations.js"></script>

<ocean-backend base-url="/api/ocean" site-number="1234">
  <${form}></${form.split(' ')[0]}>
</ocean-backend>

<script>
  document.querySelector('ocean-integration-form')
    .addEventListener('ocean-saved', function (event) {
      // jQuery: $('#done').text(event.detail.integration.name)
    });
</script>`;
};
