/** Fields: label, hint, control, message and notes, with what changes in them while a user types. */
import { el, setAttribute } from './dom.js';
import type { Child } from './dom.js';

/** The id of a field's control. */
export const fieldId = (name: string): string => name.replaceAll('/', '-').replace(/^-/, '');

export interface FieldOptions {
  name: string;
  label: string;
  value: string;
  hint?: string;
  required?: boolean;
  /** Word after the label of a field that may stay empty. */
  optional?: string;
  type?: string;
  autocomplete?: string;
  maxlength?: number;
  list?: string;
  lang?: string;
  spellcheck?: boolean;
  /** Choices: the control is then a select. */
  choices?: readonly { value: string; label: string }[];
  /** Stands beside the control. */
  aside?: Element;
}

export class Field {
  readonly root: HTMLElement;
  readonly control: HTMLInputElement | HTMLSelectElement;
  private readonly id: string;
  private readonly described: readonly string[];
  private problem?: HTMLElement;
  private notes?: HTMLElement;

  constructor(options: FieldOptions) {
    const { name, label, hint, optional, aside } = options;
    const id = (this.id = fieldId(name));
    this.described = [...(optional ? [`${id}-optional`] : []), ...(hint ? [`${id}-hint`] : [])];
    this.control = options.choices ? this.select(options, options.choices) : this.input(options);
    const heading = el('div', {}, el('label', { for: id }, label));
    if (optional) {
      heading.append(el('span', { class: 'optional', id: `${id}-optional` }, optional));
    }
    this.root = el('div', { class: 'field', part: 'field' }, heading);
    if (hint) this.root.append(el('p', { class: 'hint', id: `${id}-hint` }, hint));
    const control = el('div', { class: 'control' }, this.control);
    if (aside) control.append(aside);
    this.root.append(control);
    this.describe();
  }

  /** Tells what is to be mended, or that nothing is. */
  tell(problem: string | undefined): void {
    if (problem === this.problem?.textContent) return;
    setAttribute(this.control, 'aria-invalid', problem && 'true');
    if (!problem) {
      this.problem?.remove();
      this.problem = undefined;
    } else if (this.problem) {
      this.problem.textContent = problem;
      return;
    } else {
      this.problem = problemText(this.id, problem);
      this.control.parentElement?.after(this.problem);
    }
    this.describe();
  }

  note(content: Element | undefined): void {
    if (!content) {
      if (!this.notes) return;
      this.notes.remove();
      this.notes = undefined;
    } else if (this.notes) {
      this.notes.replaceChildren(content);
      return;
    } else {
      this.notes = el('div', { class: 'notes', id: `${this.id}-notes` }, content);
      this.root.append(this.notes);
    }
    this.describe();
  }

  private describe(): void {
    const ids = [...this.described];
    if (this.problem) ids.push(this.problem.id);
    if (this.notes) ids.push(this.notes.id);
    setAttribute(this.control, 'aria-describedby', ids.join(' ') || undefined);
  }

  private input(options: FieldOptions): HTMLInputElement {
    const input = el('input', {
      part: 'input',
      id: this.id,
      name: options.name,
      type: options.type ?? 'text',
      autocomplete: options.autocomplete,
      maxlength: options.maxlength?.toString(),
      list: options.list,
      lang: options.lang,
      spellcheck: options.spellcheck === false ? 'false' : undefined,
      required: options.required,
    });
    input.value = options.value;
    return input;
  }

  private select(
    { name, value }: FieldOptions,
    choices: readonly { value: string; label: string }[],
  ): HTMLSelectElement {
    return el(
      'select',
      { part: 'input', id: this.id, name },
      ...choices.map((choice) =>
        el('option', { value: choice.value, selected: choice.value === value }, choice.label),
      ),
    );
  }
}

export const problemText = (id: string, problem: string): HTMLElement =>
  el('p', { class: 'problem', part: 'problem', id: `${id}-problem` }, problem);

export const checkbox = (
  name: string,
  label: string,
  checked: boolean,
  hint?: string,
): HTMLElement => {
  const id = fieldId(name);
  const input = el('input', {
    type: 'checkbox',
    id,
    name,
    'aria-describedby': hint && `${id}-hint`,
  });
  input.checked = checked;
  const root = el(
    'div',
    { class: 'field choice', part: 'field choice' },
    input,
    el('label', { for: id }, label),
  );
  if (hint) root.append(el('p', { class: 'hint', id: `${id}-hint` }, hint));
  return root;
};

export const radios = (
  name: string,
  value: string,
  choices: readonly { value: string; label: string; hint: string }[],
): HTMLElement => {
  const id = fieldId(name);
  return el(
    'div',
    { class: 'choices' },
    ...choices.map((choice) => {
      const own = `${id}-${choice.value}`;
      const input = el('input', {
        type: 'radio',
        id: own,
        name,
        value: choice.value,
        'aria-describedby': `${own}-hint`,
      });
      input.checked = choice.value === value;
      return el(
        'div',
        { class: 'choice', part: 'choice' },
        input,
        el('label', { for: own }, choice.label),
        el('p', { class: 'hint', id: `${own}-hint` }, choice.hint),
      );
    }),
  );
};

export const button = (label: string, press: () => void): HTMLButtonElement => {
  const element = el('button', { type: 'button', part: 'button' }, label);
  element.addEventListener('click', press);
  return element;
};

/** A part that opens, as far as the benchmark goes: what is inside it is loaded on demand in both forms. */
export const disclosure = (summary: string): HTMLElement =>
  el('details', { class: 'disclosure' }, el('summary', {}, summary) as Child);
