/** The tools above a message: one stop for Tab, arrows between them (ARIA's toolbar), and a menu of placeholders. */
import { html } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import type { AdvancedTexts } from '../../../../locales/en/advanced.js';
import { PLACEHOLDERS } from '../../../../ui/safe-html.js';
import type { Placeholder } from '../../../../ui/safe-html.js';

export type Tool = 'bold' | 'italic' | 'list' | 'link';

export interface ToolbarOptions {
  readonly label: string;
  readonly texts: AdvancedTexts['message'];
  use(tool: Tool): void;
  insert(placeholder: Placeholder): void;
}

const TOOLS: readonly { tool: Tool; key?: string; icon: TemplateResult }[] = [
  { tool: 'bold', key: 'B', icon: html`<b aria-hidden="true">B</b>` },
  { tool: 'italic', key: 'I', icon: html`<i aria-hidden="true">I</i>` },
  {
    tool: 'list',
    icon: html`<svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M2 3.5h.01M2 8h.01M2 12.5h.01M6 3.5h8M6 8h8M6 12.5h8" />
    </svg>`,
  },
  {
    tool: 'link',
    icon: html`<svg viewBox="0 0 16 16" aria-hidden="true">
      <path
        d="M6.5 9.5a3 3 0 0 0 4.2 0l2.4-2.4a3 3 0 0 0-4.2-4.2l-1 1M9.5 6.5a3 3 0 0 0-4.2 0L2.9 8.9a3 3 0 0 0 4.2 4.2l1-1"
      />
    </svg>`,
  },
];

export class MessageToolbar {
  private open = false;
  /** Index of the button that Tab comes to. */
  private current = 0;
  private insert?: ToolbarOptions['insert'];

  /** @param id of the text area, that those of the tools are made of */
  constructor(
    private readonly host: LitElement,
    private readonly id: string,
  ) {}

  render(options: ToolbarOptions): TemplateResult {
    const { id, current } = this;
    const { texts: t } = options;
    this.insert = options.insert;
    return html`<div
      class="tools"
      role="toolbar"
      aria-label=${options.label}
      aria-controls=${id}
      @keydown=${this.onKey}
      @focusin=${this.onFocusIn}
    >
      ${TOOLS.map(
        ({ tool, key, icon }, index) =>
          html`<button
            type="button"
            part="button"
            class="tool"
            data-tool
            tabindex=${index === current ? '0' : '-1'}
            title=${key ? t.withKey(t[tool], key) : t[tool]}
            aria-label=${t[tool]}
            aria-keyshortcuts=${key ? `Control+${key} Meta+${key}` : ''}
            @click=${() => options.use(tool)}
          >
            ${icon}
          </button>`,
      )}
      <div class="tool-menu" @focusout=${this.onMenuLeft} @keydown=${this.onMenuKey}>
        <button
          type="button"
          part="button"
          class="tool"
          data-tool
          id="${id}-insert"
          tabindex=${current === TOOLS.length ? '0' : '-1'}
          aria-haspopup="menu"
          aria-expanded=${this.open ? 'true' : 'false'}
          aria-controls="${id}-placeholders"
          @click=${() => this.toggle(!this.open)}
        >
          ${t.insert}
          <svg viewBox="0 0 16 16" aria-hidden="true"><path d="m4 6 4 4 4-4" /></svg>
        </button>
        <div
          class="tool-items"
          id="${id}-placeholders"
          role="menu"
          aria-labelledby="${id}-insert"
          ?hidden=${!this.open}
        >
          ${PLACEHOLDERS.map(
            (name) =>
              html`<button
                type="button"
                role="menuitem"
                tabindex="-1"
                @click=${() => this.choose(name)}
              >
                ${t.placeholders[name]}
                <code translate="no" aria-hidden="true">{{${name}}}</code>
              </button>`,
          )}
        </div>
      </div>
    </div>`;
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const tools = this.all('[data-tool]', event.currentTarget as Element);
    const at = tools.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    const last = tools.length - 1;
    const to = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    tools[to]?.focus();
  };

  private readonly onFocusIn = (event: FocusEvent): void => {
    const tools = this.all('[data-tool]', event.currentTarget as Element);
    const at = tools.indexOf(event.target as HTMLElement);
    if (at < 0 || at === this.current) return;
    this.current = at;
    this.host.requestUpdate();
  };

  private readonly onMenuKey = (event: KeyboardEvent): void => {
    const menu = event.currentTarget as Element;
    const items = this.all('[role=menuitem]', menu);
    const at = items.indexOf(event.target as HTMLElement);
    if (!this.open) {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      this.toggle(true, event.key === 'ArrowUp' ? -1 : 0);
      return;
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.toggle(false);
      this.all('[data-tool]', menu)[0]?.focus();
      return;
    }
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? -1 : at - 1,
      Home: 0,
      End: -1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    items.at(to % items.length)?.focus();
  };

  private readonly onMenuLeft = (event: FocusEvent): void => {
    const menu = event.currentTarget as Element;
    if (event.relatedTarget instanceof Node && menu.contains(event.relatedTarget)) return;
    if (this.open) this.toggle(false);
  };

  private choose(name: Placeholder): void {
    this.toggle(false);
    this.insert?.(name);
  }

  /** Opens or closes the menu; opened, the item at `index` has the focus. */
  private toggle(open: boolean, index = 0): void {
    this.open = open;
    this.host.requestUpdate();
    if (!open) return;
    void this.host.updateComplete.then(() => {
      const menu = this.host.renderRoot.querySelector(`#${this.id}-placeholders`);
      if (menu) this.all('[role=menuitem]', menu).at(index)?.focus();
    });
  }

  private all(selector: string, root: Element): HTMLElement[] {
    return [...root.querySelectorAll<HTMLElement>(selector)];
  }
}
