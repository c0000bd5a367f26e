/** The form's state and its rules, without a DOM: values in, messages out. */
import type { FieldError } from '../../backend/backend-error.js';
import { parseIntegrationDraft } from '../../integration/parse.js';
import type { Issue } from '../../integration/parse.js';
import type { Deployment } from '../../integration/rules.js';
import type { Integration, IntegrationDraft } from '../../integration/schema.js';
import { EMPTY_VALUES, fieldOf, toDraft, toValues } from './form-values.js';
import type { FieldName, FormValues } from './form-values.js';

/** Why a field is refused: a code of the schema's, or a server's own sentence. */
export type FieldProblem = Pick<FieldError, 'code' | 'maximum' | 'detail' | 'language'>;

export class FormStore {
  values: FormValues = EMPTY_VALUES;
  deployment: Deployment = 'public';
  /** What the backend holds; undefined while registering. */
  stored?: Integration;
  /** Refusals of the server that belong to no field of the form. */
  formErrors: readonly FieldError[] = [];

  /** What `reset()` goes back to. */
  initial: FormValues = EMPTY_VALUES;
  /** Fields whose problems are shown: those that the user has left, or all once a save was tried. */
  private readonly touched = new Set<FieldName>();
  private readonly serverErrors = new Map<FieldName, FieldProblem>();
  private problemCache?: ReadonlyMap<FieldName, FieldProblem>;

  constructor(private readonly changed: () => void) {}

  /** Whether anything was entered since the form was opened or saved. */
  get dirty(): boolean {
    return (
      this.values !== this.initial && JSON.stringify(this.values) !== JSON.stringify(this.initial)
    );
  }

  get draft(): IntegrationDraft {
    return toDraft(this.values, this.stored);
  }

  /** The problems to show, by field, in the order of the form. */
  get problems(): ReadonlyMap<FieldName, FieldProblem> {
    return (this.problemCache ??= this.findProblems());
  }

  set<K extends FieldName>(name: K, value: FormValues[K]): void {
    if (this.values[name] === value) return;
    // A message that is shown is kept up to date at each key; a new one waits until the field is left.
    if (!this.problems.has(name)) this.touched.delete(name);
    this.serverErrors.delete(name);
    this.values = { ...this.values, [name]: value };
    this.update();
  }

  /** Chooses an event of the module, or no longer. */
  toggleEvent(code: string, on: boolean): void {
    const { '/module': module, '/events': events } = this.values;
    const others = events[module].filter((chosen) => chosen !== code);
    this.set('/events', { ...events, [module]: on ? [...others, code] : others });
  }

  /** The user has left the field: its problem is shown. */
  markTouched(name: FieldName): void {
    if (this.touched.has(name)) return;
    this.touched.add(name);
    this.update();
  }

  /** Shows all problems. Whether there are none. */
  validate(): boolean {
    for (const name of Object.keys(EMPTY_VALUES) as FieldName[]) this.touched.add(name);
    this.update();
    return this.problems.size === 0;
  }

  /** Takes what the backend holds, or what a host sets, as the new starting point. */
  open(
    integration: Partial<Integration> | Partial<IntegrationDraft> | undefined,
    stored?: Integration,
  ): void {
    this.stored = stored;
    const base = stored ? toValues(stored) : EMPTY_VALUES;
    this.initial = integration ? toValues(integration, base) : base;
    this.reset();
  }

  /** Takes values as if the user had entered them, such as those of a draft. */
  enter(values: FormValues): void {
    this.values = values;
    this.update();
  }

  /** Takes what the backend holds now. The content of the form stays. */
  rebase(stored: Integration | undefined): void {
    this.stored = stored;
    this.initial = stored ? toValues(stored) : EMPTY_VALUES;
    this.update();
  }

  reset(): void {
    this.values = this.initial;
    this.touched.clear();
    this.setServerErrors([]);
  }

  /** Puts a server's refusals at their fields; what has no field is kept in `formErrors`. */
  setServerErrors(errors: readonly FieldError[]): void {
    this.serverErrors.clear();
    this.formErrors = errors.filter((error) => {
      const field = fieldOf(error.pointer);
      if (field && !this.serverErrors.has(field)) this.serverErrors.set(field, error);
      return !field;
    });
    this.update();
  }

  private update(): void {
    this.problemCache = undefined;
    this.changed();
  }

  private findProblems(): ReadonlyMap<FieldName, FieldProblem> {
    const found = new Map<FieldName, FieldProblem>(this.serverErrors);
    if (this.touched.size === 0) return found;
    const { deployment, stored } = this;
    const result = parseIntegrationDraft(this.draft, { deployment, stored: stored ?? null });
    for (const issue of result.ok ? [] : result.issues) {
      const field = fieldOf(issue.pointer);
      if (field && this.touched.has(field) && !found.has(field)) found.set(field, problemOf(issue));
    }
    const order = Object.keys(EMPTY_VALUES);
    return new Map([...found].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
  }
}

const problemOf = ({ code, maximum }: Issue): FieldProblem => ({ code, maximum });
