/** The portal as its users see it: a referral form of its own, inside the widget. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { IntegrationBackend } from '../../src/backend/backend.js';
import '../../src/define/backend.js';
import '../../src/define/referral-launch.js';
import { LISTINGS, PATIENTS } from './directory.js';
import { SITE_NUMBER } from './integrations.js';
import type { PortalState } from './state.js';
import { ACTIVITIES, TEXTS } from './texts.js';
import type { Activity } from './texts.js';

export interface PortalView {
  state: PortalState;
  backend: IntegrationBackend | undefined;
  /** Of the listing, where the portal knows it; it goes before the listing. */
  integrationId: string | undefined;
  /** Counts the referrals; each has a form of its own. */
  round: number;
  sending: boolean;
  sent: boolean;
  /** What the launched system has asked the portal to show. */
  activity: Activity | undefined;
  choose(listing: string): void;
  begin(): void;
}

const field = (
  name: string,
  label: string,
  control: TemplateResult,
  notes: { missing?: string; hint?: string } = {},
): TemplateResult => html`
  <div class="field">
    <label for=${name}>${label}</label>
    ${notes.hint ? html`<p class="hint" id="${name}-hint">${notes.hint}</p>` : nothing} ${control}
    ${
      notes.missing
        ? html`<p class="missing" id="${name}-error" role="alert" hidden>${notes.missing}</p>`
        : nothing
    }
  </div>
`;

const referralForm = ({ state, sending, choose }: PortalView): TemplateResult => {
  const t = TEXTS[state.lang].portal;
  return html`
    <form class="referral" novalidate autocomplete="off" aria-labelledby="refer">
      ${field(
        'patient',
        t.patient,
        html`<select id="patient" name="patient" required aria-describedby="patient-error">
          <option value="">${t.choosePatient}</option>
          ${PATIENTS.map(
            ({ id, name, born }) => html`<option value=${id}>${name} (${t.born(born)})</option>`,
          )}
        </select>`,
        { missing: t.patientMissing },
      )}
      ${field(
        'listing',
        t.listing,
        html`<select
          id="listing"
          name="listing"
          @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
        >
          ${LISTINGS.map(
            ({ id, name }) =>
              html`<option value=${id} ?selected=${id === state.listing}>
                ${name[state.lang]}
              </option>`,
          )}
        </select>`,
      )}
      ${field(
        'reason',
        t.reason,
        html`<textarea
          id="reason"
          name="reason"
          rows="3"
          required
          aria-describedby="reason-hint reason-error"
        ></textarea>`,
        { missing: t.reasonMissing, hint: t.reasonHint },
      )}
      <fieldset>
        <legend>${t.urgency}</legend>
        ${(['routine', 'urgent'] as const).map(
          (each) => html`
            <label class="radio">
              <input type="radio" name="urgency" value=${each} ?checked=${each === 'routine'} />
              ${t.urgencies[each]}
            </label>
          `,
        )}
      </fieldset>
      <div class="send">
        <button type="submit" class="primary" aria-disabled=${sending ? 'true' : nothing}>
          ${sending ? t.sending : t.send}
        </button>
        <p class="hint">${t.signed}</p>
      </div>
    </form>
  `;
};

export const portal = (view: PortalView): TemplateResult => {
  const { state, backend, integrationId, round, sent, activity, begin } = view;
  const t = TEXTS[state.lang].portal;
  const asked = activity && t.activities[activity];
  return html`
    <div class="brand">
      <span class="mark" aria-hidden="true"></span>
      <p><strong>${t.name}</strong> <span>${t.clinic}</span></p>
    </div>
    <div class="desk ${state.iframe === 'yes' ? 'wide' : ''}">
      <div class="title">
        <h2 id="refer">${t.heading}</h2>
        ${sent ? html`<button type="button" @click=${begin}>${t.again}</button>` : nothing}
      </div>
      <p class="hint">${t.madeUp}</p>
      <ocean-backend .backend=${backend} site-number=${SITE_NUMBER}>
        ${repeat(
          [round],
          (key) => key,
          () => html`
            <ocean-referral-launch
              listing-id=${state.listing}
              integration-id=${integrationId ?? nothing}
              target=${state.target}
              auto-launch=${state.auto === 'off' ? nothing : state.auto}
              ?modal=${state.modal === 'yes'}
              .activities=${ACTIVITIES}
            >
              ${referralForm(view)}
            </ocean-referral-launch>
          `,
        )}
      </ocean-backend>
      <div class="asked" role="status">
        ${
          asked
            ? html`<h3>${asked.title}</h3>
                <ul>
                  ${asked.items.map((item) => html`<li>${item}</li>`)}
                </ul>`
            : nothing
        }
      </div>
    </div>
  `;
};
