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

/** Chromium tells a selection inside a shadow root there only. */
type Selecting = ShadowRoot & { getSelection?: () => Selection | null };

/** What is selected in an element's shadow root. */
export const selectedText = (host: Element): string => {
  const root: Selecting | null = host.shadowRoot;
  const selection = root?.getSelection ? root.getSelection() : getSelection();
  return selection ? selection.toString() : '';
};
