/** A host's page in a frame of its own, with whatever such pages have: no doctype, scripts that change what is built in. */

/** Settings of a launch, as text of a script. */
export const SETTINGS = JSON.stringify({
  companyName: 'Northern Imaging',
  applicationName: 'NI Booking',
  category: 'Diagnostic imaging',
  baseLaunchUrl: 'https://book.northern-imaging.example/start',
});

export interface HostPage {
  /** The document type; some older pages have none. @default '<!doctype html>' */
  readonly doctype?: string;
  /** What stands in the head, before the library is loaded. */
  readonly head?: string;
  /**
   * A module of the host's: it has `MemoryBackend`, `RestBackend`, and `put(tag, properties)`, which puts an element into the page and
   * gives it.
   */
  readonly script: string;
}

const markup = ({ doctype = '<!doctype html>', head = '', script }: HostPage): string => `${doctype}
  <html lang="en">
    <head>${head}</head>
    <body>
      <script type="module">
        import '/src/define/index.ts';
        import { MemoryBackend } from '/src/backend/memory.ts';
        import { RestBackend } from '/src/backend/rest.ts';
        const put = (tag, properties) => {
          const element = Object.assign(document.createElement(tag), properties);
          document.body.append(element);
          return element;
        };
        ${script}
      </script>
    </body>
  </html>`;

/** Opens the page, and takes it away once `use` is done with it. */
export const inHostPage = async <T>(
  page: HostPage,
  use: (page: Document) => Promise<T>,
): Promise<T> => {
  const frame = document.createElement('iframe');
  frame.width = '900';
  frame.height = '700';
  document.body.append(frame);
  try {
    const inside = frame.contentDocument as Document;
    // Unlike with `srcdoc`, a page without a doctype has its quirks.
    inside.open();
    inside.write(markup(page));
    inside.close();
    return await use(inside);
  } finally {
    frame.remove();
  }
};

/** The elements within the widgets' shadow trees, outermost first. */
export const withinWidgets = function* (root: Element | ShadowRoot): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    if (root.nodeType === Node.DOCUMENT_FRAGMENT_NODE) yield element;
    if (element.shadowRoot) yield* withinWidgets(element.shadowRoot);
  }
};
