/** The admin view as an EMR has it: the list, and beside it or in its place the form that it opens. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { MemoryBackend } from '../../src/backend/memory.js';
import '../../src/define/backend.js';
import '../../src/define/integration-form.js';
import '../../src/define/integration-list.js';
import type { Deployment } from '../../src/integration/rules.js';
import type { IntegrationDraft } from '../../src/integration/schema.js';
import type { Capabilities } from '../../src/ui/capabilities.js';
import { BASE_URL } from './backends.js';
import type { AdminState } from './state.js';
import { TEXTS } from './texts.js';

/** What the form is open for. Each opening has a form of its own. */
export interface Opened {
  readonly round: number;
  /** Left out, a new integration is registered. */
  readonly id?: string;
  readonly draft?: Partial<IntegrationDraft>;
}

export interface AdminView {
  readonly state: AdminState;
  readonly memory: MemoryBackend | undefined;
  /** The reference server was chosen, and none answers. */
  readonly unreachable: boolean;
  readonly opened: Opened | undefined;
  /** What was saved last. */
  readonly announcement: string;
  close(): void;
}

const ALL: Capabilities = {};
const ONLY_LOOK: Capabilities = {
  register: false,
  edit: false,
  remove: false,
  enable: false,
  launch: false,
  activity: false,
};

/** What was typed outlives Back and Cancel, without secrets. A real host has the user in the key. */
const DRAFT_KEY = 'admin-demo';

export const admin = (view: AdminView): TemplateResult => {
  const { state, memory, opened } = view;
  const t = TEXTS[state.lang];
  return html`
    <div class="brand">
      <span class="mark" aria-hidden="true"></span>
      <p><strong>${t.product}</strong> <span>${t.place}</span></p>
    </div>
    <div class="desk" data-open=${opened ? 'yes' : 'no'}>
      ${
        view.unreachable
          ? html`<p class="all">${t.unreachable}</p>`
          : state.backend === 'server'
            ? html`<ocean-backend base-url=${BASE_URL} site-number=${state.site}>
                ${parts(view, 'development')}
              </ocean-backend>`
            : html`<ocean-backend .backend=${memory}>${parts(view, 'public')}</ocean-backend>`
      }
    </div>
  `;
};

const parts = (view: AdminView, deployment: Deployment): TemplateResult => {
  const { state, opened, announcement } = view;
  const t = TEXTS[state.lang];
  const capabilities = state.rights === 'all' ? ALL : ONLY_LOOK;
  return html`
    <div class="halves">
      <section class="all" aria-labelledby="integrations">
        <h2 id="integrations" tabindex="-1">${t.heading}</h2>
        <p class="announcement" role="status">${announcement}</p>
        <ocean-integration-list
          deployment=${deployment}
          .capabilities=${capabilities}
        ></ocean-integration-list>
      </section>
      ${repeat(
        opened ? [opened] : [],
        ({ round }) => round,
        ({ id }) => html`
          <section class="one" aria-labelledby="opened">
            <div class="bar">
              <h2 id="opened" tabindex="-1">${id === undefined ? t.register : t.edit}</h2>
              <button type="button" @click=${() => view.close()}>${t.close}</button>
            </div>
            <ocean-integration-form
              integration-id=${id ?? nothing}
              deployment=${deployment}
              draft-key=${DRAFT_KEY}
              .capabilities=${capabilities}
            ></ocean-integration-form>
          </section>
        `,
      )}
    </div>
  `;
};
