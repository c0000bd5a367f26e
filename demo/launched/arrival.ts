/** What a launched system shows on arrival: all that it was told, so that one sees that nothing else travels. */
import { TEXTS } from './texts.js';
import type { Pair } from './texts.js';

export const isFramed = window.parent !== window;

/** A text in both languages; the page's style shows the one that is chosen. */
const spoken = (text: string | Pair): Node[] =>
  typeof text === 'string'
    ? [new Text(text)]
    : (['en', 'fr'] as const).map((lang) => {
        const span = document.createElement('span');
        span.lang = lang;
        span.textContent = text[lang];
        return span;
      });

export const element = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  text: string | Pair,
  ...children: Node[]
): HTMLElementTagNameMap[K] => {
  const made = document.createElement(name);
  made.append(...spoken(text), ...children);
  return made;
};

export const say = (where: HTMLElement, text: string | Pair): void =>
  where.replaceChildren(...spoken(text));

const speak = (french: boolean): void => {
  document.documentElement.lang = french ? 'fr-CA' : 'en-CA';
  document.title = french ? TEXTS.heading.fr : TEXTS.heading.en;
};

const languages = (): HTMLElement => {
  const button = (name: string, french: boolean): HTMLButtonElement => {
    const made = element('button', name);
    made.type = 'button';
    made.className = 'quiet';
    made.addEventListener('click', () => speak(french));
    return made;
  };
  const group = element('div', '', button('English', false), button('Français', true));
  group.className = 'buttons';
  return group;
};

type Row = readonly [name: string | Pair, value: string | Pair];

const listed = (rows: readonly Row[]): HTMLElement =>
  element(
    'dl',
    '',
    ...rows.flatMap(([name, value]) => [element('dt', name), element('dd', value)]),
  );

/** Shows the page, and gives what comes below to the caller. */
export const arrive = (kind: keyof typeof TEXTS.about): HTMLElement => {
  speak(navigator.language.startsWith('fr'));
  const main = document.querySelector('main') as HTMLElement;
  const intro = element('p', TEXTS.intro, new Text(' '), ...spoken(TEXTS.about[kind]));
  intro.className = 'soft';
  main.append(
    languages(),
    element('h1', TEXTS.heading),
    intro,
    element(
      'section',
      '',
      element('h2', TEXTS.received),
      listed([
        [TEXTS.host, location.host],
        ...new URLSearchParams(location.search),
        [TEXTS.fragment, location.hash || TEXTS.none],
        [TEXTS.referrer, document.referrer || TEXTS.none],
        [TEXTS.opener, window.opener ? TEXTS.present : TEXTS.none],
        [TEXTS.shown, isFramed ? TEXTS.framed : TEXTS.alone],
      ]),
    ),
  );
  return main;
};
