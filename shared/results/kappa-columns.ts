import type { Bilingual } from '#shared/language.ts';
import type { Interval } from '#shared/statistics/outcome.ts';
import { limitColumns, reasonColumn, type Scale } from './column-groups.ts';
import { type ColumnDefinition, number } from './result-table.ts';

const UNSCALED: Scale = { unit: null, parts: 1 };

interface Kappa {
  readonly kappa: number | null;
  readonly interval: Interval | null;
  readonly reason: string | null;
}

/** A κ with its interval by patients, and why either is blank. */
export const kappaColumns = <Subject>(
  name: string,
  title: Bilingual,
  of: (subject: Subject) => Kappa,
): readonly ColumnDefinition<Subject>[] => [
  number(name, title, (subject) => of(subject).kappa),
  ...limitColumns(UNSCALED, name, title, (subject: Subject) => of(subject).interval),
  reasonColumn(name, title, of),
];
