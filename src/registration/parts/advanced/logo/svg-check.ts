/**
 * Looks through the text of an SVG before it is drawn. Only a drawing passes: nothing that acts, loads, refers to another
 * file, or grows without end. It is drawn through `<img>`, where browsers run and load nothing anyway; the check says so
 * before, and keeps away what would freeze the page. No parser of the browser's is used: giving it a string is what
 * Trusted Types forbid, and it would expand what is refused here. Source of the list: OWASP ASVS 5.0.0, 1.3.4.
 */

export type SvgCheck =
  | {
      ok: true;
      /** In CSS pixels, as the drawing declares, else 300 x 150. */
      width: number;
      height: number;
      /** The markup with a width and height of one's own, as some browsers draw none without. */
      withSize(width: number, height: number): string;
    }
  | { ok: false; code: 'logo-unsafe' | 'logo-unreadable' };

/** Nodes deep; elements, when each reference is counted as what it stands for. */
const DEPTH = 100;
const ELEMENTS = 10_000;
const LENGTH = 1_000_000;
/** Larger coordinates are mistakes or attacks. */
const EXTENT = 1e6;

/** What acts, loads, moves or brings another language in. */
const REFUSED_ELEMENTS = new Set(
  (
    'script handler listener foreignobject iframe object embed audio video canvas image feimage ' +
    'animate animatemotion animatetransform animatecolor set discard mpath html body link meta base tbreak'
  ).split(' '),
);

interface Node {
  readonly children: Node[];
  /** Ids that it refers to. */
  readonly references: string[];
  cost?: number;
}

interface Tag {
  name: string;
  attributes: [name: string, value: string][];
  closing: boolean;
  empty: boolean;
}

class Unsafe extends Error {}
class Malformed extends Error {}

const REFERENCES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

/** Any other name can only come from a document type, which is refused. */
const decode = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (_all, decimal, hex, name: string) => {
    if (name) {
      const character = REFERENCES[name];
      if (character === undefined) throw new Unsafe();
      return character;
    }
    const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
    if (code > 0x10ffff) throw new Malformed();
    return String.fromCodePoint(code);
  });

const localName = (name: string): string => name.slice(name.lastIndexOf(':') + 1).toLowerCase();

/** Ids that a style or attribute value refers to. Throws where it refers to anything else. */
const referencesOf = (value: string): string[] => {
  // An escape may spell any of these another way.
  if (
    /\\|@import|image-set\s*\(|\b(?:image|src|cross-fade)\s*\(|expression\s*\(|-moz-binding|behavior\s*:/i.test(
      value,
    )
  ) {
    throw new Unsafe();
  }
  return [...value.matchAll(/url\s*\(\s*(["']?)([^"')]*)/gi)].map(([, , target = '']) => {
    if (!target.startsWith('#')) throw new Unsafe();
    return target.slice(1).trim();
  });
};

/** One tag at `at`, which is the place of its `<`, and the place behind it. */
const readTag = (svg: string, at: number): [Tag, end: number] => {
  const start = /<(\/?)([\p{L}_][\p{L}\p{N}_.:-]*)/uy;
  start.lastIndex = at;
  const found = start.exec(svg);
  if (!found) throw new Malformed();
  const tag: Tag = {
    name: found[2] ?? '',
    attributes: [],
    closing: found[1] === '/',
    empty: false,
  };
  const part = /\s+([\p{L}_][\p{L}\p{N}_.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')|\s*(\/?)>/uy;
  for (let end = start.lastIndex; ; end = part.lastIndex) {
    part.lastIndex = end;
    const next = part.exec(svg);
    if (!next) throw new Malformed();
    const [, name, double, single, slash] = next;
    if (name === undefined) {
      tag.empty = slash === '/';
      return [tag, part.lastIndex];
    }
    tag.attributes.push([name, decode(double ?? single ?? '')]);
  }
};

/** Ids that an element refers to. Throws where it may not be there. */
const checkElement = ({ name, attributes }: Tag): string[] => {
  if (REFUSED_ELEMENTS.has(localName(name))) throw new Unsafe();
  return attributes.flatMap(([attribute, value]) => {
    const local = localName(attribute);
    if (local.startsWith('on') || attribute.toLowerCase().startsWith('ev:')) throw new Unsafe();
    if (attribute === 'xmlns' || attribute.startsWith('xmlns:')) {
      if (/xhtml/i.test(value)) throw new Unsafe();
      return [];
    }
    if (/^(?:href|src|data|action|base)$/.test(local)) {
      if (!value.startsWith('#')) throw new Unsafe();
      return [value.slice(1)];
    }
    // With a prefix it is an editor's note, such as where the file was kept.
    return attribute.includes(':') ? [] : referencesOf(value);
  });
};

interface Drawing {
  root: Node;
  rootTag: Tag;
  rootStart: number;
  rootEnd: number;
  byId: Map<string, Node>;
}

const read = (svg: string): Drawing => {
  const byId = new Map<string, Node>();
  const open: { name: string; node: Node }[] = [];
  let drawing: Drawing | undefined;
  let count = 0;
  const skipPast = (end: string, from: number): number => {
    const at = svg.indexOf(end, from);
    if (at < 0) throw new Malformed();
    return at + end.length;
  };
  const readText = (text: string, raw = false): void => {
    const inside = open.at(-1);
    if (!inside && text.trim()) throw new Malformed();
    const decoded = raw ? text : decode(text);
    if (inside && localName(inside.name) === 'style') {
      inside.node.references.push(...referencesOf(decoded));
    }
  };

  for (let at = 0; at < svg.length;) {
    if (svg[at] !== '<') {
      const end = svg.indexOf('<', at);
      readText(svg.slice(at, end < 0 ? undefined : end));
      at = end < 0 ? svg.length : end;
    } else if (svg.startsWith('<!--', at)) at = skipPast('-->', at + 4);
    else if (svg.startsWith('<![CDATA[', at)) {
      const end = skipPast(']]>', at);
      readText(svg.slice(at + 9, end - 3), true);
      at = end;
    } else if (at === 0 && /^<\?xml\s/.test(svg)) at = skipPast('?>', at);
    // A document type declares entities, and an instruction loads a style sheet.
    else if (svg.startsWith('<!', at) || svg.startsWith('<?', at)) throw new Unsafe();
    else {
      const [tag, end] = readTag(svg, at);
      if (tag.closing) {
        if (open.pop()?.name !== tag.name) throw new Malformed();
      } else {
        if (drawing && open.length === 0) throw new Malformed();
        const node: Node = { children: [], references: checkElement(tag) };
        open.at(-1)?.node.children.push(node);
        const id = tag.attributes.find(([name]) => name === 'id')?.[1];
        if (id !== undefined) byId.set(id, node);
        drawing ??= { root: node, rootTag: tag, rootStart: at, rootEnd: end, byId };
        if (!tag.empty) open.push({ name: tag.name, node });
        count += 1;
        if (count > ELEMENTS || open.length > DEPTH) throw new Unsafe();
      }
      at = end;
    }
  }
  if (!drawing || open.length > 0) throw new Malformed();
  return drawing;
};

/** Elements to draw for `node`, references counted as what they stand for. Throws where one comes back to itself. */
const costOf = (node: Node, byId: Map<string, Node>, depth = 0): number => {
  if (node.cost !== undefined) return node.cost;
  if (depth > DEPTH) throw new Unsafe();
  const targets = node.references.flatMap((id) => byId.get(id) ?? []);
  let cost = 1;
  for (const next of [...node.children, ...targets]) cost += costOf(next, byId, depth + 1);
  node.cost = cost;
  return cost;
};

const lengthOf = (value: string | undefined): number | undefined => {
  const [, number, unit = ''] =
    /^\s*([\d.]+(?:e[+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|q|)\s*$/i.exec(value ?? '') ?? [];
  const pixels = {
    '': 1,
    px: 1,
    pt: 4 / 3,
    pc: 16,
    mm: 96 / 25.4,
    cm: 96 / 2.54,
    in: 96,
    q: 24 / 25.4,
  };
  const length = Number(number) * (pixels[unit.toLowerCase() as keyof typeof pixels] ?? 1);
  return length > 0 ? length : undefined;
};

const escapeAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const measure = (svg: string, { rootTag, rootStart, rootEnd }: Drawing): SvgCheck => {
  const { name, attributes, empty } = rootTag;
  const prefix = name.includes(':') ? `xmlns:${name.split(':')[0]}` : 'xmlns';
  const namespace = attributes.find(([attribute]) => attribute === prefix)?.[1];
  if (localName(name) !== 'svg' || namespace !== 'http://www.w3.org/2000/svg')
    throw new Malformed();
  const valueOf = (wanted: string): string | undefined =>
    attributes.find(([attribute]) => attribute === wanted)?.[1];
  const box = valueOf('viewBox')
    ?.trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , boxWidth = 0, boxHeight = 0] = box?.length === 4 ? box : [];
  const hasBox = boxWidth > 0 && boxHeight > 0;
  const ratio = hasBox ? boxWidth / boxHeight : 2;
  const [givenWidth, givenHeight] = [lengthOf(valueOf('width')), lengthOf(valueOf('height'))];
  const width = givenWidth ?? (givenHeight ? givenHeight * ratio : hasBox ? boxWidth : 300);
  const height = givenHeight ?? (givenWidth ? givenWidth / ratio : hasBox ? boxHeight : 150);
  if ([width, height, ...(box ?? [])].some((length) => !(Math.abs(length) <= EXTENT))) {
    throw new Unsafe();
  }
  return {
    ok: true,
    width,
    height,
    withSize(newWidth, newHeight) {
      const kept = attributes.filter(([attribute]) => !/^(?:width|height)$/.test(attribute));
      if (!hasBox) kept.push(['viewBox', `0 0 ${width} ${height}`]);
      const written = kept.map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`).join('');
      const root = `<${name}${written} width="${newWidth}" height="${newHeight}"${empty ? '/' : ''}>`;
      return svg.slice(0, rootStart) + root + svg.slice(rootEnd);
    },
  };
};

/** Whether the file is an SVG that may be drawn. `logo-unsafe` where it holds more than a drawing, or too much of one. */
export const checkSvg = (bytes: Uint8Array): SvgCheck => {
  let svg: string;
  try {
    // UTF-8 alone, so that what is checked is what is drawn.
    svg = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, code: 'logo-unsafe' };
  }
  const encoding = /^<\?xml[^>]*encoding\s*=\s*["']([^"']*)/i.exec(svg)?.[1];
  if (
    svg.length > LENGTH ||
    svg.includes('\0') ||
    !/^(?:utf-?8|us-ascii)$/i.test(encoding ?? 'utf-8')
  ) {
    return { ok: false, code: 'logo-unsafe' };
  }
  try {
    const drawing = read(svg);
    if (costOf(drawing.root, drawing.byId) > ELEMENTS) throw new Unsafe();
    return measure(svg, drawing);
  } catch (error) {
    if (error instanceof Unsafe) return { ok: false, code: 'logo-unsafe' };
    if (error instanceof Malformed) return { ok: false, code: 'logo-unreadable' };
    throw error;
  }
};
