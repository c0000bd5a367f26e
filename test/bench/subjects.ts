/** What is measured: which modules, under which names, and the hand-written peers with the real elements' stylesheets. */
import { writeFile } from 'node:fs/promises';
import type { CSSResult } from 'lit';
import { fromRoot } from '../../scripts/paths.mjs';
import bannerStyles from '../../src/launch/banner/banner.styles.js';
import confirmationStyles from '../../src/launch/confirmation/confirmation.styles.js';
import listStyles from '../../src/management/list/integration-list.styles.js';
import formStyles from '../../src/registration/integration-form.styles.js';

export const SIDES = ['ours', 'peer'] as const;
export type Side = (typeof SIDES)[number];

export const SUBJECTS = ['form', 'launch', 'list'] as const;
export type SubjectName = (typeof SUBJECTS)[number];

/** Built files, relative to the top of the repository. */
export const CACHE = 'node_modules/.cache/bench';

interface Peer {
  readonly tag: string;
  readonly className: string;
  readonly module: string;
  readonly styles: readonly CSSResult[];
}

interface Subject {
  /** What its pages offer to the benchmark. */
  readonly harness: string;
  /** What stands before everything in its pages. */
  readonly first?: string;
  readonly ours: readonly string[];
  /** Names of our elements, by what the harness calls them. */
  readonly tags: Readonly<Record<string, string>>;
  /** The same for the peer's. */
  readonly peers: Readonly<Record<string, Peer>>;
}

const SUBJECT: Readonly<Record<SubjectName, Subject>> = {
  form: {
    harness: 'test/bench/page/form-harness.ts',
    ours: ['src/define/integration-form.ts'],
    tags: { tag: 'ocean-integration-form' },
    peers: {
      tag: {
        tag: 'hand-written-form',
        className: 'HandWrittenForm',
        module: 'test/bench/hand-written-form.ts',
        styles: formStyles,
      },
    },
  },
  launch: {
    harness: 'test/bench/page/launch-harness.ts',
    first: 'test/bench/page/count-timers.ts',
    // The launch itself loads its confirmation on demand.
    ours: ['src/define/referral-confirmation.ts', 'src/define/referral-launch.ts'],
    tags: {
      banner: 'ocean-referral-header',
      confirmation: 'ocean-referral-confirmation',
    },
    peers: {
      banner: {
        tag: 'hand-written-banner',
        className: 'HandWrittenBanner',
        module: 'test/bench/hand-written/banner.ts',
        styles: bannerStyles,
      },
      confirmation: {
        tag: 'hand-written-confirmation',
        className: 'HandWrittenConfirmation',
        module: 'test/bench/hand-written/confirmation.ts',
        styles: confirmationStyles,
      },
    },
  },
  list: {
    harness: 'test/bench/page/list-harness.ts',
    ours: ['src/define/integration-list.ts'],
    tags: { tag: 'ocean-integration-list' },
    peers: {
      tag: {
        tag: 'hand-written-list',
        className: 'HandWrittenList',
        module: 'test/bench/hand-written/list.ts',
        styles: listStyles,
      },
    },
  },
};

const peerEntry = (key: string): string => `${CACHE}/entries/${key}.ts`;

/** A peer takes the real element's stylesheet. It stands in a template called `css`, as that does, and so is minified alike. */
const peerSource = ({ className, module, styles, tag }: Peer): string =>
  `import { ${className} } from ${JSON.stringify(fromRoot(module))};
const css = String.raw;
${className}.css = css\`${styles.map(({ cssText }) => cssText).join('\n')}\`;
customElements.define(${JSON.stringify(tag)}, ${className});
`;

/** The hand-written elements by name, each registered by a module that `writePeerEntries` makes. */
export const PEER_ENTRIES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.values(SUBJECT).flatMap(({ peers }) =>
    Object.values(peers).map(({ tag }) => [tag.replaceAll('-', ' '), peerEntry(tag)]),
  ),
);

export const writePeerEntries = async (): Promise<void> => {
  for (const { peers } of Object.values(SUBJECT))
    for (const peer of Object.values(peers))
      await writeFile(fromRoot(peerEntry(peer.tag)), peerSource(peer));
};

/** The modules that a page loads, in this order, and the names of its elements. */
export const pageOf = (
  name: SubjectName,
  side: Side,
): { modules: readonly string[]; tags: Readonly<Record<string, string>> } => {
  const { first, harness, ours, peers, tags } = SUBJECT[name];
  const entries = side === 'ours' ? ours : Object.values(peers).map(({ tag }) => peerEntry(tag));
  return {
    modules: [...(first === undefined ? [] : [first]), ...entries, harness],
    tags:
      side === 'ours'
        ? tags
        : Object.fromEntries(Object.entries(peers).map(([key, { tag }]) => [key, tag])),
  };
};
