/**
 * Prints the confirmation alone: its words and the referral's reference, in a frame of its own, as a page's print styles are
 * its host's. Loaded when it is asked for.
 */
const PRINT_STYLES = `
  body { margin: 2cm; font: 12pt/1.5 system-ui, sans-serif; color: #000; }
  h2 { font-size: 18pt; }
  button, [role='status'] { display: none; }
  dl, dd { display: flex; gap: 1em; margin: 0; }
`;

/** Parts that are printed: what is offered on the screen is not. */
const PARTS = ['heading', 'message', 'reference'];

export const printConfirmation = async (
  host: HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment },
  { lang, when }: { lang: string; when: string },
): Promise<void> => {
  // Of an earlier time, where the browser did not tell that the dialog was closed.
  host.renderRoot.querySelector('.print-frame')?.remove();
  const frame = document.createElement('iframe');
  frame.className = 'print-frame';
  // Shown, as some browsers print nothing of a frame that isn't; at no size, so that nobody sees or reaches it.
  frame.width = frame.height = '0';
  frame.tabIndex = -1;
  frame.ariaHidden = 'true';
  host.renderRoot.append(frame);
  const { contentWindow: inner, contentDocument: page } = frame;
  if (!inner || !page) return frame.remove();
  const sheet = new (inner as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(PRINT_STYLES);
  page.adoptedStyleSheets = [sheet];
  page.documentElement.lang = lang;
  page.title = document.title;
  for (const part of PARTS) {
    const element = host.renderRoot.querySelector(`[part='${part}']`);
    if (element) page.body.append(page.importNode(element, true));
  }
  const note = page.createElement('p');
  note.textContent = when;
  page.body.append(note);
  // Until the dialog is closed. Some browsers come back from `print` at once.
  const closed = new Promise<void>((resolve) =>
    inner.addEventListener('afterprint', () => resolve(), { once: true }),
  );
  inner.focus();
  inner.print();
  await closed;
  frame.remove();
};
