/** Pictures to choose, drawn in the browser that the tests run in. */

/** A PNG of one colour. */
export const picture = async (name = 'logo.png', width = 64, height = 32): Promise<File> => {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  context?.fillRect(0, 0, width, height);
  return new File([await canvas.convertToBlob()], name, { type: 'image/png' });
};

export const transferOf = (...files: File[]): DataTransfer => {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  return transfer;
};

/** Chooses a file as the browser's dialog does. */
export const chooseFile = (input: HTMLInputElement, ...files: File[]): void => {
  input.files = transferOf(...files).files;
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
};

/** Drags over an element and drops. @returns whether the page would have taken the drop itself */
export const drop = (target: Element, dataTransfer: DataTransfer): boolean => {
  const options = { bubbles: true, composed: true, cancelable: true, dataTransfer };
  target.dispatchEvent(new DragEvent('dragenter', options));
  target.dispatchEvent(new DragEvent('dragover', options));
  return target.dispatchEvent(new DragEvent('drop', options));
};
