/**
 * The portal's own script for its referral form. It knows no framework and nothing of the widget but one event, as in a
 * portal that was there before.
 */

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const controlsOf = (form: HTMLFormElement): Control[] =>
  [...form.querySelectorAll<Control>('select, textarea, input')].filter(
    (each) => each.willValidate,
  );

/** Shows or takes away the message below the control, which the page has written there. */
const mark = (control: Control): void => {
  const missing = control.validity.valueMissing || !control.value.trim();
  const message = document.getElementById(`${control.name}-error`);
  if (message) message.hidden = !missing;
  if (missing) control.setAttribute('aria-invalid', 'true');
  else control.removeAttribute('aria-invalid');
};

const isMarked = (control: Control): boolean => control.hasAttribute('aria-invalid');

/**
 * @param send sends the referral to the portal's server; gives its opaque reference, undefined where it is being sent
 *   already
 */
export const connectReferralForm = (
  form: HTMLFormElement,
  send: () => Promise<string | undefined>,
): void => {
  form.addEventListener('input', (event) => {
    const control = event.target as Control;
    if (isMarked(control)) mark(control);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const controls = controlsOf(form);
    controls.forEach(mark);
    const first = controls.find(isMarked);
    if (first) return first.focus();
    void send().then((referralRef) => {
      if (referralRef === undefined) return;
      // All that the widget needs to hear.
      form.dispatchEvent(
        new CustomEvent('ocean-referral-sent', { bubbles: true, detail: { referralRef } }),
      );
    });
  });
};

/** Without letters and digits that look alike. Says nothing about anyone. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

export const newReferralRef = (): string =>
  `R-${[...crypto.getRandomValues(new Uint8Array(8))].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')}`;
