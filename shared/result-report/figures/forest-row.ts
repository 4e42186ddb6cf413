import type { FigureLanguage } from './figure.ts';
import type { Role } from './theme.ts';

/** A row of a forest plot. */
export interface ForestRow {
  readonly label: string;
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly role: Role;
  readonly symbol: 'circle' | 'square' | 'diamond';
  readonly filled: boolean;
  /** A wider interval around it, as that of a prediction, drawn thin and dashed. */
  readonly wider?: { readonly low: number; readonly high: number };
  /** What the estimate is of, one by one, as fine ticks under it. */
  readonly points?: readonly number[];
  /** What stands to the right of it, under each of the headings. */
  readonly texts: readonly string[];
}

export interface Forest {
  readonly rows: readonly ForestRow[];
  readonly headings: readonly string[];
  readonly axisTitle: string;
  /** Where the two are the same. */
  readonly noDifference?: number;
  /** Ends of the axis that are known beforehand, such as those of a percentage. */
  readonly domain?: readonly [number, number];
  readonly logarithmic?: boolean;
  readonly language: FigureLanguage;
}
