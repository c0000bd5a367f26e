/** Puts a portal's referral form into a launch, as a portal's page does, and watches what the page is told. */
import { expect, fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import type { TemplateResult } from 'lit';
import type { IntegrationBackend, PublicLaunchSettings } from '../../src/backend/backend.js';
import '../../src/define/backend.js';
import '../../src/define/referral-launch.js';
import type { LaunchSettings } from '../../src/integration/schema.js';
import type { OceanReferralLaunch } from '../../src/launch/referral-launch.js';
import { allByRole, byLabel, byRole, readText, until } from './queries.js';

/** Made up. */
export const SETTINGS: LaunchSettings = {
  companyName: { en: 'Northern Imaging', fr: 'Imagerie du Nord' },
  applicationName: { en: 'NI Booking', fr: 'Rendez-vous IN' },
  category: { en: 'Diagnostic imaging', fr: 'Imagerie diagnostique' },
  baseLaunchUrl: 'https://book.northern-imaging.example/start?from=ocean',
  useIframe: false,
};

/** A dot, as small as a picture can be. */
export const LOGO =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAADklEQVR42mMIhQIGyhgA/WYVQUHLyMIAAAAASUVORK5CYII=';

/** A backend that has these methods alone. */
export const backendWith = (methods: Partial<IntegrationBackend>): IntegrationBackend =>
  methods as IntegrationBackend;

/** A backend that knows the settings, and what else is given. */
export const settingsBackend = (
  settings: LaunchSettings = SETTINGS,
  methods: Partial<IntegrationBackend> = {},
): IntegrationBackend =>
  backendWith({
    getLaunchSettings: async (): Promise<PublicLaunchSettings> => ({
      integrationId: 'i1',
      enabled: true,
      settings,
    }),
    ...methods,
  });

export interface LaunchOptions {
  readonly settings?: LaunchSettings;
  readonly backend?: IntegrationBackend;
  readonly lang?: string;
  readonly listingId?: string;
  readonly change?: (launch: OceanReferralLaunch) => void;
  /** Stands in the slot instead of the portal's form. */
  readonly content?: TemplateResult;
}

/** The portal's own form, with what its user has typed. */
const PORTAL_FORM = html`
  <form id="referral">
    <label>Reason for referral <input name="reason" value="Cough" /></label>
    <label>Urgent <input type="checkbox" name="urgent" /></label>
    <button>Send referral</button>
  </form>
`;

/** A launch around the portal's form, as soon as it stands in the page. It has settings of its own unless a backend is given. */
export const mountLaunch = async (options: LaunchOptions = {}): Promise<OceanReferralLaunch> => {
  const { backend, lang = 'en', listingId, change, content = PORTAL_FORM } = options;
  const launch = document.createElement('ocean-referral-launch');
  const settings = options.settings ?? (backend ? undefined : SETTINGS);
  if (settings) launch.settings = settings;
  if (backend) launch.backend = backend;
  if (backend && !settings) launch.listingId = listingId ?? 'listing-1';
  change?.(launch);
  const page = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  render(content, launch);
  page.append(launch);
  await launch.updateComplete;
  return launch;
};

/** The same, once it tells where it leads. */
export const openLaunch = async (options: LaunchOptions = {}): Promise<OceanReferralLaunch> => {
  const launch = await mountLaunch(options);
  await until(() => allByRole(launch, 'note').length > 0 && textOf(launch).includes('northern'));
  return launch;
};

/** The same, once the confirmation is shown and offers the way on. */
export const openConfirmed = async (
  options: LaunchOptions = {},
  referralRef = 'a1b2-c3d4',
): Promise<OceanReferralLaunch> => {
  const launch = await openLaunch(options);
  launch.confirm({ referralRef });
  await until(() => proceedOf(launch));
  return launch;
};

/** What a user reads: all that is shown, as it is laid out, with what is slotted in its place. */
export const textOf = (root: Element): string => shownText(root).replace(/\s+/g, ' ').trim();

const shownText = (node: Node): string => {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (
    !(node instanceof Element) ||
    node.matches('[aria-hidden=true], .visually-hidden[role=status]')
  )
    return '';
  const { display, visibility } = getComputedStyle(node);
  if (display === 'none') return '';
  const slotted = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
  const children = slotted.length > 0 ? slotted : (node.shadowRoot ?? node).childNodes;
  const inner = [...children]
    .map((child) =>
      child.nodeType === Node.TEXT_NODE && visibility !== 'visible' ? '' : shownText(child),
    )
    .join('');
  return display.startsWith('inline') || display === 'contents' ? inner : ` ${inner} `;
};

/** The link or the button that goes on. */
export const proceedOf = (root: Element): HTMLElement => {
  const name = /^(Continue to|Continuer vers|Opening…|Ouverture…)/;
  const [found] = [...allByRole(root, 'link', name), ...allByRole(root, 'button', name)];
  if (!found) throw new Error(`Nothing to go on with in: ${textOf(root)}`);
  return found;
};

/** What a screen reader was told last, by the launch or its confirmation. */
export const saidBy = (element: Element): string =>
  readText(element.shadowRoot?.querySelector('.visually-hidden[role=status]'));

/** The element that has the focus, through shadow roots. */
export const focusedIn = (root: Document | ShadowRoot = document): Element | null => {
  const { activeElement } = root;
  return activeElement?.shadowRoot?.activeElement
    ? focusedIn(activeElement.shadowRoot)
    : activeElement;
};

type Heard = { type: string; detail: unknown; target: EventTarget | null };

/** The events of a launch that the element was the target of, as they come. Cancels `ocean-launch` unless told not to. */
export const listen = (
  element: HTMLElement,
  { cancel = true }: { cancel?: boolean } = {},
): Heard[] => {
  const heard: Heard[] = [];
  for (const type of [
    'ocean-referral-confirmed',
    'ocean-launch',
    'ocean-launch-ready',
    'ocean-launch-done',
    'ocean-launch-failed',
    'ocean-launch-cancelled',
  ] as const)
    element.addEventListener(type, (event) => {
      if (event.type === 'ocean-launch' && cancel) event.preventDefault();
      heard.push({ type, detail: (event as CustomEvent).detail, target: event.target });
    });
  return heard;
};

/** What console.warn says from now on. */
export const useWarnings = (): { said: string[]; restore(): void } => {
  const said: string[] = [];
  const { warn } = console;
  console.warn = (...values: unknown[]) => void said.push(values.join(' '));
  return { said, restore: () => void (console.warn = warn) };
};

/** Keeps the page where it is: a link that was to be followed is noted instead, with the window that it asks for. */
export const useStay = (): { followed: { url: string; target: string }[]; restore(): void } => {
  const followed: { url: string; target: string }[] = [];
  const onClick = (event: Event): void => {
    const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
    if (!link || event.defaultPrevented) return;
    followed.push({ url: link.href, target: link.target });
    event.preventDefault();
  };
  window.addEventListener('click', onClick);
  // A link that is in no page bubbles nowhere: a script that sends the browser on clicks such a one.
  const { click } = HTMLElement.prototype;
  HTMLElement.prototype.click = function (this: HTMLElement) {
    if (this instanceof HTMLAnchorElement && !this.isConnected)
      followed.push({ url: this.href, target: this.target });
    else click.call(this);
  };
  return {
    followed,
    restore: () => {
      window.removeEventListener('click', onClick);
      HTMLElement.prototype.click = click;
    },
  };
};

/** The portal's form is there as its user left it, and can be sent. */
export const expectPortalForm = (launch: OceanReferralLaunch): void => {
  const form = launch.querySelector('form') as HTMLFormElement;
  expect(form.checkVisibility(), 'the form is shown').to.equal(true);
  expect(byLabel(launch, 'Reason for referral').value).to.equal('Cough');
  let sent = 0;
  const onSubmit = (event: Event): void => {
    sent += 1;
    event.preventDefault();
  };
  form.addEventListener('submit', onSubmit);
  byRole(launch, 'button', 'Send referral').click();
  form.removeEventListener('submit', onSubmit);
  expect(sent, 'the form can be sent').to.equal(1);
};

/** Makes seconds pass when they are told to: intervals of one second are run by hand. */
export const useSeconds = (): {
  pass(count: number): Promise<void>;
  running(): number;
  restore(): void;
} => {
  const { setInterval, clearInterval } = window;
  const running = new Map<number, () => void>();
  let last = 1_000_000;
  Object.assign(window, {
    setInterval: (task: () => void, delay?: number) => {
      if (delay !== 1000) return setInterval(task, delay);
      running.set((last += 1), task);
      return last;
    },
    clearInterval: (id?: number) => {
      if (id === undefined || !running.delete(id)) clearInterval(id);
    },
  });
  return {
    pass: async (count) => {
      for (let second = 0; second < count; second++) {
        for (const task of [...running.values()]) task();
        // What is shown follows.
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
    running: () => running.size,
    restore: () => void Object.assign(window, { setInterval, clearInterval }),
  };
};
