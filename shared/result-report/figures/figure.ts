import type { Bilingual } from '#shared/language.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';

/** A figure is in one language: a paper prints one, the page shows the one that is asked for. */
export type FigureLanguage = 'fr' | 'en';

/** A figure of a report, drawn from the published tables alone. */
export interface Figure {
  /** As in `figures/<name>.fr.svg`. */
  readonly name: string;
  readonly title: Bilingual;
  /** A standalone SVG; undefined where the tables hold nothing to draw. */
  readonly draw: (result: PublishedResult, language: FigureLanguage) => string | undefined;
}
