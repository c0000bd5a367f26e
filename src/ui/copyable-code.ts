/**
 * A block of code to look at and copy. Where a page may not write to the clipboard (no permission, no https), the text is
 * selected for the user to copy, and that is announced.
 */
import { css, html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { addStyles } from './add-styles.js';

export interface CopyTexts {
  readonly copy: string;
  readonly copied: string;
  /** What to do once the text is selected. */
  readonly selected: string;
}

export interface CodeBlock {
  /** Tells what the code is; names the block and its button. */
  readonly label: string;
  readonly code: string;
  readonly texts: CopyTexts;
  announce(text: string): void;
}

/** Milliseconds for which "Copied" stands beside the button. */
const SHOWN = 4000;

const styles = css`
  .code {
    display: grid;
    gap: 0.375rem;
    min-inline-size: 0;
    margin: 0;
  }

  .code-heading {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.25rem 0.75rem;
    align-items: end;
  }

  .code-heading > span:first-child {
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .code-heading > button {
    min-block-size: max(24px, 2rem);
    padding-block: 0.125rem;
  }

  .code-heading > .quiet {
    grid-column: 1 / -1;
    text-align: end;
  }

  /* Contained, so that a long line scrolls here and does not widen the page. */
  .code > pre,
  .answer > pre {
    contain: inline-size;
    max-block-size: 24rem;
    margin: 0;
    padding: 0.75rem;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
    font-family: ui-monospace, 'SF Mono', 'Cascadia Mono', Consolas, 'Liberation Mono', monospace;
    font-size: 0.8125em;
    line-height: 1.5;
    tab-size: 2;
  }
`;

export class CopyableCode {
  private outcome?: { code: string; text: string };
  private timer?: ReturnType<typeof setTimeout>;

  /** @param id of the block, within the host's shadow root */
  constructor(
    private readonly host: LitElement,
    private readonly id: string,
  ) {
    addStyles(host, styles);
  }

  render(block: CodeBlock): TemplateResult {
    const { label, code, texts } = block;
    const { id, outcome } = this;
    return html`
      <figure class="code">
        <div class="code-heading">
          <span id="${id}-label">${label}</span>
          <button
            type="button"
            part="button"
            id="${id}-copy"
            aria-labelledby="${id}-copy ${id}-label"
            @click=${() => void this.copy(block)}
          >
            ${texts.copy}
          </button>
          ${outcome?.code === code ? html`<span class="quiet">${outcome.text}</span>` : nothing}
        </div>
        <pre
          id=${id}
          part="code"
          role="region"
          tabindex="0"
          translate="no"
          aria-labelledby="${id}-label"
        >
${code}</pre>
      </figure>
    `;
  }

  private async copy({ code, texts, announce }: CodeBlock): Promise<void> {
    clearTimeout(this.timer);
    let text = texts.copied;
    try {
      await navigator.clipboard.writeText(code);
      this.timer = setTimeout(() => this.show(), SHOWN);
    } catch {
      // No clipboard outside of https, or not allowed by the page's policy.
      this.select();
      text = texts.selected;
    }
    this.show({ code, text });
    announce(text);
  }

  private select(): void {
    const block = this.host.renderRoot.querySelector<HTMLElement>(`#${this.id}`);
    if (!block) return;
    block.focus();
    getSelection()?.selectAllChildren(block);
  }

  private show(outcome?: { code: string; text: string }): void {
    this.outcome = outcome;
    this.host.requestUpdate();
  }
}
