/**
 * Templates of fields: label, hint, control, message, tied together by ids within one shadow root.
 *
 * A control carries its field's name in `name`; the form listens to `input`, `change` and `focusout` once, for all.
 */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';

/** Anything a template can render. */
export type Renderable = TemplateResult | string | typeof nothing | undefined;

/** Hint, problem or note at a field, where it has one. */
export type Text = TemplateResult | string | undefined;

export interface FieldOptions {
  /** Name of the field; the id is made of it. */
  name: string;
  label: string;
  value: string;
  hint?: Text;
  /** The message, where there is something to mend. */
  problem?: Text;
  required?: boolean;
  /** Word, in brackets, after the label of a field that may stay empty. */
  optional?: string | undefined;
  locked?: boolean;
  /** Shown below the control, such as warnings. */
  notes?: Text;
}

export interface TextFieldOptions extends FieldOptions {
  type?: 'text' | 'url' | 'password' | 'search';
  autocomplete?: string;
  maxlength?: number | undefined;
  /** Id of a `<datalist>`. */
  list?: string | undefined;
  spellcheck?: boolean;
  /** Language of what is typed, where it is not the page's. */
  lang?: string | undefined;
  /** Stands beside the control, such as a button. */
  aside?: Renderable;
}

/** The id of a field's control. */
export const fieldId = (name: string): string => name.replaceAll('/', '-').replace(/^-/, '');

/** Ids of what describes a control, for `aria-describedby`. */
export const descriptions = (
  id: string,
  { optional, hint, problem, notes }: FieldOptions,
): string | undefined =>
  [
    optional && `${id}-optional`,
    hint && `${id}-hint`,
    problem && `${id}-problem`,
    notes && `${id}-notes`,
  ]
    .filter(Boolean)
    .join(' ') || undefined;

/** The message at a field: an icon beside the words, never colour alone. */
export const problemText = (id: string, problem: Text): Renderable =>
  problem ? html`<p class="problem" part="problem" id="${id}-problem">${problem}</p>` : nothing;

/**
 * A field around its control. The word "optional" stands beside the label, not in it: a label is the field's name.
 */
export const fieldTemplate = (
  options: FieldOptions,
  id: string,
  control: TemplateResult,
): TemplateResult => html`
  <div class="field" part="field">
    <div>
      <label for=${id}>${options.label}</label>
      ${
        options.optional
          ? html`<span class="optional" id="${id}-optional">${options.optional}</span>`
          : nothing
      }
    </div>
    ${options.hint ? html`<p class="hint" id="${id}-hint">${options.hint}</p>` : nothing} ${control}
    ${problemText(id, options.problem)}
    ${options.notes ? html`<div class="notes" id="${id}-notes">${options.notes}</div>` : nothing}
  </div>
`;

export const textField = (options: TextFieldOptions): TemplateResult => {
  const id = fieldId(options.name);
  return fieldTemplate(
    options,
    id,
    html`<div class="control">
      <input
        part="input"
        id=${id}
        name=${options.name}
        type=${options.type ?? 'text'}
        .value=${live(options.value)}
        autocomplete=${ifDefined(options.autocomplete as 'off' | undefined)}
        maxlength=${ifDefined(options.maxlength)}
        list=${ifDefined(options.list)}
        lang=${ifDefined(options.lang)}
        spellcheck=${options.spellcheck === false ? 'false' : nothing}
        ?required=${options.required}
        ?readonly=${options.locked}
        aria-invalid=${options.problem ? 'true' : nothing}
        aria-describedby=${ifDefined(descriptions(id, options))}
      />${options.aside ?? nothing}
    </div>`,
  );
};

export interface SelectFieldOptions extends FieldOptions {
  options: readonly { value: string; label: string }[];
}

export const selectField = (options: SelectFieldOptions): TemplateResult => {
  const id = fieldId(options.name);
  return fieldTemplate(
    options,
    id,
    html`<div class="control">
      <select
        part="input"
        id=${id}
        name=${options.name}
        ?disabled=${options.locked}
        aria-invalid=${options.problem ? 'true' : nothing}
        aria-describedby=${ifDefined(descriptions(id, options))}
      >
        ${options.options.map(
          ({ value, label }) =>
            html`<option value=${value} .selected=${live(value === options.value)}>
              ${label}
            </option>`,
        )}
      </select>
    </div>`,
  );
};

export interface RadioChoicesOptions {
  name: string;
  value: string;
  options: readonly { value: string; label: string; hint?: string }[];
  locked?: boolean;
}

/** Radio buttons, to stand in a group that is named. */
export const radioChoices = ({
  name,
  value,
  options,
  locked,
}: RadioChoicesOptions): TemplateResult => {
  const id = fieldId(name);
  return html`<div class="choices">
    ${options.map(
      (option) => html`
        <div class="choice" part="choice">
          <input
            type="radio"
            id="${id}-${option.value}"
            name=${name}
            value=${option.value}
            .checked=${live(option.value === value)}
            ?disabled=${locked}
            aria-describedby=${option.hint ? `${id}-${option.value}-hint` : nothing}
          />
          <label for="${id}-${option.value}">${option.label}</label>
          ${
            option.hint
              ? html`<p class="hint" id="${id}-${option.value}-hint">${option.hint}</p>`
              : nothing
          }
        </div>
      `,
    )}
  </div>`;
};

export interface RadioGroupOptions extends RadioChoicesOptions {
  legend: string;
  notes?: Text;
}

export const radioGroup = ({ legend, notes, ...choices }: RadioGroupOptions): TemplateResult => {
  const id = fieldId(choices.name);
  return html`
    <fieldset
      class="field radios"
      part="field"
      role="radiogroup"
      id=${id}
      aria-describedby=${notes ? `${id}-notes` : nothing}
    >
      <legend>${legend}</legend>
      ${radioChoices(choices)}
      ${notes ? html`<div class="notes" id="${id}-notes">${notes}</div>` : nothing}
    </fieldset>
  `;
};

export interface CheckboxOptions {
  name: string;
  label: Renderable;
  checked: boolean;
  hint?: Text;
  locked?: boolean;
}

export const checkboxField = ({
  name,
  label,
  checked,
  hint,
  locked,
}: CheckboxOptions): TemplateResult => {
  const id = fieldId(name);
  return html`
    <div class="field choice" part="field choice">
      <input
        type="checkbox"
        id=${id}
        name=${name}
        .checked=${live(checked)}
        ?disabled=${locked}
        aria-describedby=${hint ? `${id}-hint` : nothing}
      />
      <label for=${id}>${label}</label>
      ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    </div>
  `;
};
