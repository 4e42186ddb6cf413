import type { PublishedResult } from '#shared/result-report/published-result.ts';
import type { FigureLanguage } from './figure.ts';
import { FIGURES } from './figures.ts';

const LANGUAGES: readonly FigureLanguage[] = ['fr', 'en'];

/** How the file of a figure is named. */
export const figureFile = (name: string, language: FigureLanguage): string =>
  `figures/${name}.${language}.svg`;

const drawn = new WeakMap<PublishedResult, ReadonlyMap<string, string>>();

/**
 * Each figure in both languages, by its file; none where the tables hold nothing to draw, or are of another release. The
 * same result is drawn once: a figure is a file for a paper, and stands in the page too.
 */
export function drawnFigures(result: PublishedResult): ReadonlyMap<string, string> {
  const known = drawn.get(result);
  if (known !== undefined) return known;
  const figures = new Map(
    FIGURES.flatMap(({ name, draw }) =>
      LANGUAGES.flatMap((language) => {
        const svg = draw(result, language);
        return svg === undefined ? [] : [[figureFile(name, language), svg] as const];
      }),
    ),
  );
  drawn.set(result, figures);
  return figures;
}
