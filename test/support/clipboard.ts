/** Puts a clipboard in place of the browser's, which asks for permission. */

/** What was written, newest last. `denied`: the page may not write. */
export const useClipboard = (denied = false): { written: string[]; restore(): void } => {
  const written: string[] = [];
  const writeText = async (text: string): Promise<void> => {
    if (denied) throw new DOMException('Write permission denied.', 'NotAllowedError');
    written.push(text);
  };
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  return { written, restore: () => void Reflect.deleteProperty(navigator, 'clipboard') };
};

/** What is selected in an element's shadow root. */
export const selectedText = (host: Element): string => {
  const root = host.shadowRoot as (ShadowRoot & { getSelection?(): Selection | null }) | null;
  return String(root?.getSelection?.() ?? getSelection() ?? '');
};
