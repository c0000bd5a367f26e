/** Writing into a text area so that the browser's undo takes it back. */
import type { EditedText } from './message-commands.js';

export const readArea = ({
  value,
  selectionStart,
  selectionEnd,
}: HTMLTextAreaElement): EditedText => ({
  value,
  start: selectionStart,
  end: selectionEnd,
});

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code < 0xdc00;

/** The part of `before` that differs from `after`, and what replaces it. */
export const changeBetween = (
  before: string,
  after: string,
): { from: number; to: number; text: string } => {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  if (from > 0 && isHighSurrogate(before.charCodeAt(from - 1))) from--;
  let same = 0;
  while (same < shorter - from && before.at(-1 - same) === after.at(-1 - same)) same++;
  if (same > 0 && isHighSurrogate(before.charCodeAt(before.length - same - 1))) same--;
  return { from, to: before.length - same, text: after.slice(from, after.length - same) };
};

/** Puts `after` into the area and the focus on it. Only what differs is replaced, as if it was typed. */
export const writeArea = (area: HTMLTextAreaElement, after: EditedText): void => {
  area.focus();
  const { from, to, text } = changeBetween(area.value, after.value);
  if (from < to || text) {
    area.setSelectionRange(from, to);
    // Deprecated and without a successor: nothing else keeps what a user can undo.
    const done = document.execCommand(text ? 'insertText' : 'delete', false, text);
    if (!done || area.value !== after.value) {
      area.value = after.value;
      area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
  }
  area.setSelectionRange(after.start, after.end);
};
