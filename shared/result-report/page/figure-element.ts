import { figureFile, type IllustratedResult } from '#shared/result-report/figures/drawn-figures.ts';
import type { FigureWords } from '#shared/result-report/sentences/captions/figure-words.ts';
import { FIGURE_TEXTS } from '#shared/result-report/sentences/figure-texts.ts';
import { LANGUAGES, type PageLanguage } from './bilingual-text.ts';
import { type Content, element, markup } from './html.ts';
import { bilingualPassage, passageIn } from './passages.ts';

/**
 * A figure in both languages, with what it finds for who cannot see it, and its caption: whom it shows, which test, what
 * it means and what it does not. Where it cannot be drawn, the caption says why.
 */
export function figureElement(result: IllustratedResult, name: string): Content {
  const words = FIGURE_TEXTS[name];
  return element(
    'figure',
    { class: 'plot', id: `figure-${name}` },
    LANGUAGES.map((language) => drawn(result, name, words, language)),
    words === undefined
      ? null
      : element(
          'figcaption',
          null,
          words.caption(result).map((passage) => bilingualPassage(passage)),
        ),
  );
}

function drawn(
  result: IllustratedResult,
  name: string,
  words: FigureWords | undefined,
  language: PageLanguage,
): Content {
  const svg = result.figures.get(figureFile(name, language));
  if (svg === undefined) return null;
  const finding = `figure-${name}-${language}-finding`;
  return [
    words === undefined
      ? null
      : element(
          'p',
          { id: finding, lang: language, hidden: true },
          passageIn(words.alternative(result)[language], language),
        ),
    markup(
      'div',
      { lang: language, class: 'scroll', tabindex: 0 },
      words === undefined ? svg : labelledBy(svg, finding),
    ),
  ];
}

/** Its title, then what it finds: by itself the drawing says only how it is to be read. */
const labelledBy = (svg: string, finding: string): string =>
  svg.replace(/aria-labelledby="(\S+) [^"]*"/, `aria-labelledby="$1 ${finding}"`);
