import type { PublishedResult } from '#shared/result-report/published-result.ts';
import type { FigureLanguage } from './figure.ts';
import { FIGURES } from './figures.ts';

const LANGUAGES: readonly FigureLanguage[] = ['fr', 'en'];

/** How the file of a figure is named. */
export const figureFile = (name: string, language: FigureLanguage): string =>
  `figures/${name}.${language}.svg`;

/** Figures by their files, as SVG. */
export type DrawnFigures = ReadonlyMap<string, string>;

/** A result with its figures. */
export interface IllustratedResult extends PublishedResult {
  readonly figures: DrawnFigures;
}

/** Each figure in both languages; none where the tables hold nothing to draw, or are of another release. */
export const drawnFigures = (result: PublishedResult): DrawnFigures =>
  new Map(
    FIGURES.flatMap(({ name, draw }) =>
      LANGUAGES.flatMap((language) => {
        const svg = draw(result, language);
        return svg === undefined ? [] : [[figureFile(name, language), svg] as const];
      }),
    ),
  );
