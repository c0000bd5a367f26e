/**
 * Tells what a message does to the page that shows it, in the words of the corpora's `mustNot`: by what stands in the tree
 * (`found`), and by what happens once it is attached, clicked and sent every kind of event (`Stage`).
 */
import { expect } from '@open-wc/testing';

/** A row, as the corpora's README describes it. */
export interface MessageRow {
  id: string;
  class: string;
  title?: string;
  payload: string;
  expand?: {
    open: string;
    body: string;
    close: string;
    n: number;
    wrap?: [string, string?];
    numbered?: boolean;
  };
  budgetMs?: number;
  mustNot: string[];
  observed?: string[];
}

/** Rows of a corpus; undefined where it isn't there. */
export const rowsOf = async <T>(path: string): Promise<T[] | undefined> => {
  const answer = await fetch(`/corpora/${path}`);
  if (answer.status === 404) return undefined;
  expect(answer.ok, `reading ${path}`).to.be.true;
  return (await answer.json()) as T[];
};

export const payloadOf = ({ payload, expand }: MessageRow): string => {
  if (!expand) return payload;
  const { open, body, close, n, wrap, numbered } = expand;
  const opening = numbered
    ? Array.from({ length: n }, (_, index) => `${open}${index}`).join('')
    : open.repeat(n);
  return (wrap?.[0] ?? '') + opening + body + close.repeat(n) + (wrap?.[1] ?? '');
};

/** Parses without running or loading anything, in a document of its own: moved to this one, pictures would load. */
export const inert = (html: string): DocumentFragment => {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const fragment = parsed.createDocumentFragment();
  // Found by what they are, as elements with a name stand in the way of `head` and `body` in some browsers.
  for (const half of parsed.documentElement.children) fragment.append(...half.childNodes);
  return fragment;
};

const ALLOWED_ELEMENTS = new Set(
  'p br b strong i em u s ul ol li a h2 h3 h4 blockquote code pre hr sub sup span'.split(' '),
);
const ALLOWED_ATTRIBUTES = new Set(['href', 'title', 'lang', 'dir', 'rel']);
const SCHEMES = new Set(['https:', 'http:', 'mailto:', 'tel:']);
const CONTROLS =
  'form, input, button, select, textarea, option, optgroup, datalist, output, fieldset, object, meter, progress, keygen, isindex, label, legend';
const LOADING =
  'img, image, picture, source, video, audio, track, iframe, frame, fencedframe, embed, object, link, script, style, svg, math, portal, applet, input[type=image], [src], [srcset], [background], [poster], [ping], [attributionsrc], [style], [xlink\\:href], [data], [longdesc], [manifest], meta, base, body, table[background]';
const RIGHT_TO_LEFT = /[\u0590-\u05ff\u0620-\u06ff]/;

/** Host that a link's text names, if it names one. */
const namedHost = (text: string): string | undefined => {
  const named = /^\s*(?:https?:\/\/)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?:[/:?#]\S*)?\s*$/u.exec(
    text,
  )?.[1];
  return named && new URL(`https://${named}`).hostname;
};

/** What stands in a tree that could do what `mustNot` forbids; `disallowed` for anything beyond the allowed set. */
export const found = (root: ParentNode): Set<string> => {
  const effects = new Set<string>();
  const add = (...names: string[]): void => names.forEach((name) => effects.add(name));
  const has = (selector: string): boolean => root.querySelector(selector) !== null;

  if (has(CONTROLS)) add('inject-form-control');
  if (has('form, button, input[type=submit], input[type=image], [formaction]')) add('submit-form');
  if (has(LOADING)) add('load-remote');
  if (has('style, link, [style]')) add('inject-style');
  if (has('style, [style], [class], dialog, [popover]')) add('overlay-host');
  if (has('[id], [name]')) add('clobber');
  if (has('base')) add('rebase-urls', 'navigate-top');
  if (has('meta')) add('set-cookie', 'navigate');
  if (has('[target]')) add('opener', 'navigate-other-frame', 'navigate-top');
  if (has('iframe, frame')) add('navigate-top');
  if (has('[download]')) add('forced-download');
  if (has('[slot]')) add('hijack-slot');
  if (has('[part], [exportparts]')) add('hijack-part');
  if (has('script, handler, iframe[srcdoc], object, embed')) add('execute');
  if (has('template'))
    add('activate-host-gadget', 'execute', 'inject-style', 'inject-form-control');
  if (has('[is]')) add('upgrade-element');
  for (const element of root.querySelectorAll('*')) {
    if (!ALLOWED_ELEMENTS.has(element.localName)) add('disallowed');
    if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml') add('disallowed');
    if (element.localName.includes('-')) add('upgrade-element', 'activate-host-gadget');
    if (element.shadowRoot) add('execute', 'inject-style', 'inject-form-control');
    for (const { name, value } of element.attributes) {
      if (!ALLOWED_ATTRIBUTES.has(name)) add('disallowed', 'activate-host-gadget');
      if (/^on/i.test(name)) add('execute');
      if (
        /^(?:href|xlink:href|action|formaction|src|data|cite|from|to|values|content|dynsrc|lowsrc|background)$/i.test(
          name,
        ) &&
        /script\s*:|data:|url=\s*\S*script/i.test(value.replace(/[\0- ]/g, ''))
      ) {
        add('execute');
      }
    }
    if (/^(?:a|area)$/.test(element.localName) && element.hasAttribute('href')) {
      const link = element as HTMLAnchorElement;
      if (!SCHEMES.has(link.protocol)) add('navigate-dangerous-scheme');
      if (!/^[a-z][a-z\d+.-]*:/i.test(link.getAttribute('href') ?? '')) add('disallowed');
      if (!link.relList.contains('noopener')) add('opener');
      if (!link.relList.contains('noreferrer')) add('leak-referrer');
      if (link.username || link.password) add('spoof');
      const named = namedHost(link.textContent);
      if (named && named !== link.hostname) add('spoof');
    }
    if (/bidi|direction/.test(element.getAttribute('style') ?? '')) add('spoof', 'leak-direction');
  }
  const texts = document.createNodeIterator(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node.nodeValue ?? '';
    if (
      /[\u202a-\u202e\u2066-\u2069]/.test(text) ||
      (/[\u061c\u200e\u200f]/.test(text) && !RIGHT_TO_LEFT.test(text))
    ) {
      add('leak-direction', 'spoof');
    }
  }
  return effects;
};

const EVENTS =
  'click auxclick dblclick contextmenu mouseover mouseenter mousemove mousedown mouseup mouseout mouseleave wheel pointerover pointerdown pointerup focus focusin blur keydown keyup input change select copy cut paste beforecopy beforecut beforepaste drag dragstart dragover dragenter dragleave drop dragend load error animationstart animationend animationcancel transitionend scroll scrollend toggle begin end repeat touchstart touchend touchmove invalid';

/** Sends every kind of event to all that stands in the place, and follows links that run a script. */
export const poke = (place: ParentNode, Kind: typeof Event = Event): void => {
  for (const element of place.querySelectorAll<HTMLElement>('*')) {
    const own = [...element.attributes]
      .filter(({ name }) => /^on/i.test(name))
      .map(({ name }) => name.slice(2).toLowerCase());
    for (const type of new Set([...EVENTS.split(' '), ...own])) {
      // A link may be followed only where it runs a script: else the frame would leave, as links should.
      const followed = type === 'click' && element.closest('a[href], area[href]');
      if (followed && !/^javascript:/i.test((followed as HTMLAnchorElement).protocol)) continue;
      element.dispatchEvent(new Kind(type, { bubbles: true, cancelable: true }));
    }
  }
  for (const link of place.querySelectorAll<HTMLElement>('a, area, button, [type=submit]')) {
    const address = link.getAttribute('href');
    if (address === null || /^javascript:/i.test((link as HTMLAnchorElement).protocol)) {
      link.click?.();
    }
  }
};

interface StageWindow extends Window {
  executed?: (what: string) => void;
  HTMLElement: typeof HTMLElement;
  Event: typeof Event;
  Document: typeof Document;
}

/**
 * A page of its own that shows a message, in which nothing can load or leave: everything that is tried ends as an entry of
 * `effects`. It may not navigate the page around it, nor open another one.
 */
export class Stage {
  effects = new Set<string>();

  private constructor(
    private readonly frame: HTMLIFrameElement,
    private readonly inner: StageWindow,
  ) {}

  static async open(): Promise<Stage> {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms');
    frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none';
      script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'"><body>
      <form id="host"></form><main></main></body>`;
    await new Promise((resolve) => {
      frame.addEventListener('load', resolve, { once: true });
      document.body.append(frame);
    });
    const inner = frame.contentWindow as StageWindow;
    const stage = new Stage(frame, inner);
    const hit = (): void => void stage.effects.add('execute');
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'javascript', 'xss']) {
      Object.defineProperty(inner, name, { value: hit, configurable: true });
    }
    inner.document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI } = event;
      if (effectiveDirective === 'form-action') stage.effects.add('submit-form');
      else if (effectiveDirective === 'base-uri') stage.effects.add('rebase-urls');
      else if (blockedURI !== 'inline' && blockedURI !== 'eval') stage.effects.add('load-remote');
    });
    inner.document.addEventListener(
      'submit',
      (event) => {
        stage.effects.add('submit-form');
        event.preventDefault();
      },
      true,
    );
    frame.addEventListener('load', () => stage.effects.add('navigate'));
    return stage;
  }

  /** Attaches what `fill` puts into the place, pokes at it and waits. */
  async show(fill: (place: HTMLElement) => void, { settle = 30 } = {}): Promise<Set<string>> {
    const { effects, inner } = this;
    const place = inner.document.querySelector('main') ?? inner.document.body;
    fill(place);
    poke(place, inner.Event);
    await new Promise((resolve) => setTimeout(resolve, settle));
    return effects;
  }

  close(): void {
    this.frame.remove();
  }
}

/** What a payload does when it is shown as it is. */
export const staged = async (html: string): Promise<Set<string>> => {
  const stage = await Stage.open();
  try {
    return await stage.show((place) => {
      const range = place.ownerDocument.createRange();
      range.selectNodeContents(place);
      // Unlike innerHTML it runs scripts.
      place.append(range.createContextualFragment(html));
    });
  } catch {
    return stage.effects; // a payload may break its own stage
  } finally {
    stage.close();
  }
};
