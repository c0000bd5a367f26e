/**
 * The logo: chosen by a button or dropped, made ready, uploaded, shown. A picture that is pasted is left to the page, as in
 * any form. Where the page's Content Security Policy lets no `blob:` or `data:` picture be shown, the file's name stands in
 * its place, and everything else works.
 */
import { html, nothing } from 'lit';
import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { logoAddressOf } from '../../../../integration/logo-address.js';
import type { AdvancedTexts } from '../../../../locales/en/advanced.js';
import { addStyles } from '../../../../ui/add-styles.js';
import { fieldId, fieldTemplate } from '../../../../ui/fields.js';
import type { Renderable } from '../../../../ui/fields.js';
import { LeaveController } from '../../../../ui/leave-controller.js';
import { shorten, textFor } from '../../../../ui/text.js';
import type { FormServices } from '../../../model/form-services.js';
import type { FormView } from '../../../view/form-view.js';
import { safeFileName } from './file-name.js';
import { fileNameIn } from './logo-field-address.js';
import styles from './logo-field.styles.js';
import { LogoUpload } from './logo-field-upload.js';
import type { UploadedLogo } from './logo-field-upload.js';

const NAME = '/launch/logoUrl';
const ID = fieldId(NAME);

/** What the file dialog offers. Whether a file is accepted depends on its bytes. */
const ACCEPT = 'image/png,image/jpeg,image/webp,image/gif,image/svg+xml';

type LogoTexts = AdvancedTexts['logo'];

export class LogoField implements ReactiveController {
  private readonly upload: LogoUpload;
  /** The logo that was uploaded here last: more is known of it than of a stored one. */
  private uploaded?: UploadedLogo;
  /** Address of a picture made here, for as long as it is shown. */
  private made?: { blob: Blob; url: string };
  /** Addresses that did not load. */
  private readonly broken = new Set<string>();
  /** Width and height of the picture that is shown, once it has loaded. */
  private size?: { address: string; width: number; height: number };
  private over = false;
  private onlyFirst = false;
  private view?: FormView;
  private texts?: LogoTexts;

  constructor(
    private readonly host: LitElement,
    private readonly services: FormServices,
  ) {
    addStyles(host, styles);
    this.upload = new LogoUpload(host, services, () => this.onChange());
    new LeaveController(host, () => this.release());
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('dragover', this.onDragBeside);
    this.host.addEventListener('drop', this.onDragBeside);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('dragover', this.onDragBeside);
    this.host.removeEventListener('drop', this.onDragBeside);
  }

  render(view: FormView, t: LogoTexts): TemplateResult {
    this.view = view;
    this.texts = t;
    const { locked, values } = view;
    const { upload } = this;
    const problem = view.problemOf(NAME);
    const message = this.message(view, t);
    const hasLogo = values[NAME] !== '' || upload.prepared !== undefined;
    const address = this.pictureAddress(values[NAME]);
    const describedBy = [`${ID}-hint`, problem && `${ID}-problem`, message && `${ID}-notes`];
    const open = (): void => this.find<HTMLInputElement>(ID)?.click();
    return fieldTemplate(
      {
        name: NAME,
        label: t.label,
        value: values[NAME],
        hint: t.hint,
        optional: view.texts.optional,
        problem,
        notes: message,
      },
      ID,
      html`<div
        class="logo-zone"
        ?data-over=${this.over}
        ?data-locked=${locked}
        @dragover=${this.onDragOver}
        @dragleave=${this.onDragLeave}
        @drop=${this.onDrop}
      >
        <div class="logo-box" ?data-empty=${!hasLogo}>
          ${this.renderPicture(view, t, address)}
          <input
            type="file"
            id=${ID}
            tabindex="-1"
            accept=${ACCEPT}
            ?disabled=${locked}
            aria-invalid=${problem ? 'true' : nothing}
            aria-describedby=${describedBy.filter(Boolean).join(' ')}
            @change=${this.onFile}
          />
        </div>
        <div class="logo-about">
          ${hasLogo ? this.renderAbout(view, t, address) : nothing}
          ${upload.busy ? this.renderProgress(t) : nothing}
          <div class="logo-buttons">
            ${
              locked
                ? nothing
                : html`<button
                    type="button"
                    part="button"
                    class="logo-choose"
                    id="${ID}-choose"
                    aria-describedby=${describedBy.filter(Boolean).join(' ')}
                    @click=${open}
                  >
                    ${values[NAME] ? t.chooseOther : t.choose}
                  </button>`
            }
            ${
              values[NAME] && !locked && !upload.busy
                ? html`<button type="button" part="button" @click=${() => this.remove()}>
                    ${t.remove}
                  </button>`
                : nothing
            }
            ${locked || values[NAME] ? nothing : html`<span class="quiet">${t.drop}</span>`}
          </div>
        </div>
      </div>`,
    );
  }

  /** The picture; its name where it can't be shown; a sign where there is none. */
  private renderPicture(view: FormView, t: LogoTexts, address: string | undefined): Renderable {
    const { values, language } = view;
    const inFrench = values.bilingual && language === 'fr';
    const description = values[inFrench ? '/launch/logoAlt/fr' : '/launch/logoAlt'];
    if (address) {
      const onLoad = (event: Event): void => {
        const { naturalWidth: width, naturalHeight: height } = event.target as HTMLImageElement;
        this.size = { address, width, height };
        this.host.requestUpdate();
      };
      const onError = (): void => {
        this.broken.add(address);
        this.host.requestUpdate();
      };
      return html`<img
        src=${address}
        alt=${description}
        referrerpolicy="no-referrer"
        draggable="false"
        @load=${onLoad}
        @error=${onError}
      />`;
    }
    if (values[NAME] || this.upload.prepared) {
      return html`<span>${description || this.name(view, t)}</span>`;
    }
    return html`<svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15 9h.01" />
    </svg>`;
  }

  private renderAbout(view: FormView, t: LogoTexts, address: string | undefined): TemplateResult {
    const logo = this.upload.prepared ?? this.current?.logo;
    const size = logo ?? (this.size?.address === address ? this.size : undefined);
    return html`<p>
      <bdi translate="no">${this.name(view, t)}</bdi>
      ${size ? html`<span class="quiet">${t.size(size.width, size.height)}</span>` : nothing}
      ${address ? nothing : html`<span class="quiet">${t.notShown}</span>`}
    </p>`;
  }

  private renderProgress(t: LogoTexts): TemplateResult {
    const { state, fileName } = this.upload;
    const done = state.kind === 'uploading' ? state.done : undefined;
    const cancel = (): void => {
      this.onlyFirst = false;
      this.upload.stop();
    };
    return html`
      <p>${state.kind === 'uploading' ? t.uploading(fileName) : t.preparing(fileName)}</p>
      <progress aria-label=${t.progress} max="1" value=${ifDefined(done)}></progress>
      <div class="logo-buttons">
        <button type="button" part="button" @click=${cancel}>${t.cancel}</button>
      </div>
    `;
  }

  /** What came of the file that was chosen last. */
  private message(view: FormView, t: LogoTexts): TemplateResult | undefined {
    const { upload, onlyFirst } = this;
    const lines: Renderable[] = [];
    if (onlyFirst) lines.push(html`<p>${t.firstOnly(upload.fileName)}</p>`);
    const sentence = this.failure(t);
    if (sentence) {
      lines.push(html`<p class="problem">${sentence}</p>`);
      if (view.values[NAME]) lines.push(html`<p>${t.earlierStays}</p>`);
    }
    if (upload.state.kind === 'failed' && !view.locked) {
      const { requestId } = upload.state.error;
      lines.push(html`
        ${requestId ? html`<p class="quiet">${t.requestId(shorten(requestId, 80))}</p>` : nothing}
        <button type="button" part="button" @click=${() => this.start(upload.retry())}>
          ${view.texts.actions.retry}
        </button>
      `);
    }
    for (const warning of this.current?.logo.warnings ?? []) {
      const text = textFor(t.warnings, warning);
      if (text) lines.push(html`<p>${text}</p>`);
    }
    return lines.length > 0 ? html`${lines}` : undefined;
  }

  private failure(t: LogoTexts): string | undefined {
    const { state, fileName } = this.upload;
    if (state.kind === 'refused') {
      return t.refused(
        fileName,
        textFor(t.refusals, state.code) ?? t.refusals['logo-unreadable'] ?? '',
      );
    }
    if (state.kind !== 'failed') return undefined;
    const { kind } = state.error;
    const why = kind === 'aborted' ? t.stopped : (textFor(t.failures, kind) ?? t.failedOther);
    return t.failed(fileName, why);
  }

  /** What is known of the logo in use, where it was uploaded here. */
  private get current(): UploadedLogo | undefined {
    return this.uploaded?.logoUrl === this.view?.values[NAME] ? this.uploaded : undefined;
  }

  /** Address of the picture of the file on its way, else of the logo in use; undefined where none can be shown. */
  private pictureAddress(logoUrl: string): string | undefined {
    const { prepared } = this.upload;
    const blob = (prepared ?? this.current?.logo)?.blob;
    if (this.made && this.made.blob !== blob) this.release();
    if (blob) this.made ??= { blob, url: URL.createObjectURL(blob) };
    const stored = prepared || !logoUrl ? undefined : logoAddressOf(logoUrl, document.baseURI);
    return [this.made?.url, stored].find(
      (address) => address !== undefined && !this.broken.has(address),
    );
  }

  private release(): void {
    if (this.made) URL.revokeObjectURL(this.made.url);
    this.made = undefined;
  }

  private name(view: FormView, t: LogoTexts): string {
    const { prepared } = this.upload;
    return (
      prepared?.fileName ?? this.current?.logo.fileName ?? fileNameIn(view.values[NAME]) ?? t.stored
    );
  }

  private readonly onFile = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) this.take(file, false);
    // Else the same file chosen again would be no change.
    input.value = '';
  };

  private readonly onDragOver = (event: DragEvent): void => {
    if (!hasFiles(event) || this.view?.locked) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    this.setOver(true);
  };

  private readonly onDragLeave = (event: DragEvent): void => {
    const zone = event.currentTarget as Element;
    if (!(event.relatedTarget instanceof Node && zone.contains(event.relatedTarget))) {
      this.setOver(false);
    }
  };

  private readonly onDrop = (event: DragEvent): void => {
    this.setOver(false);
    if (!hasFiles(event) || this.view?.locked) return;
    event.preventDefault();
    const [file, another] = event.dataTransfer?.files ?? [];
    if (file) this.take(file, another !== undefined);
  };

  /** A file dropped beside the zone would take the page away, and what was entered with it. */
  private readonly onDragBeside = (event: DragEvent): void => {
    if (event.defaultPrevented || !hasFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
  };

  private setOver(over: boolean): void {
    if (this.over === over) return;
    this.over = over;
    this.host.requestUpdate();
  }

  private take(file: File, andMore: boolean): void {
    this.onlyFirst = andMore;
    if (andMore && this.texts) {
      this.view?.actions.announce(this.texts.firstOnly(safeFileName(file.name)));
    }
    this.start(this.upload.take(file));
  }

  private start(upload: Promise<UploadedLogo | undefined>): void {
    this.view?.actions.waitFor(this.use(upload));
  }

  /** Puts the uploaded logo into the form, unless the form has been given another integration meanwhile. */
  private async use(upload: Promise<UploadedLogo | undefined>): Promise<void> {
    const { store } = this.services;
    const target = store.stored?.id;
    const uploaded = await upload;
    if (!uploaded) return;
    const isWanted = store.stored?.id === target;
    if (isWanted) {
      this.uploaded = uploaded;
      store.set(NAME, uploaded.logoUrl);
    }
    this.upload.clear();
    if (!isWanted) return;
    if (this.texts) this.view?.actions.announce(this.texts.uploaded(uploaded.logo.fileName));
  }

  private onChange(): void {
    const { state } = this.upload;
    if (state.kind === 'failed') this.services.backend.report(state.error);
    const sentence = this.texts && this.failure(this.texts);
    if (sentence) this.view?.actions.announce(sentence);
    this.host.requestUpdate();
    void this.keepFocus();
  }

  private remove(): void {
    this.upload.clear();
    this.uploaded = undefined;
    this.onlyFirst = false;
    this.release();
    this.services.store.set(NAME, '');
    if (this.texts) this.view?.actions.announce(this.texts.removed);
    this.find(`${ID}-choose`)?.focus();
  }

  /** A button that goes away while it has the focus hands it to the one that stays. */
  private async keepFocus(): Promise<void> {
    const root = this.host.renderRoot as ShadowRoot;
    const focused = root.activeElement;
    if (!focused?.closest('.field')?.querySelector(`#${ID}`)) return;
    await this.host.updateComplete;
    if (!focused.isConnected) this.find(`${ID}-choose`)?.focus();
  }

  private find<E extends HTMLElement = HTMLElement>(id: string): E | null {
    return this.host.renderRoot.querySelector<E>(`#${id}`);
  }
}

const hasFiles = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes('Files') ?? false;
