import { type Bilingual, withDetail } from '#shared/language.ts';
import { type Figure, isMissing, mapped } from '#shared/statistics/figure.ts';
import { REASONS, type ReasonCode } from './reasons.ts';
import { type ColumnDefinition, coded, type ResultValue } from './result-table.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * The cell of a row that cannot have the figure, by what the row speaks of: the mean of a category, the upper limit of
 * the last bin. Nothing is missing there, and no reason is given.
 */
export const DOES_NOT_APPLY = Symbol('does not apply');

/** A figure to publish; blank where it is missing or does not apply. */
export type Published<V = number> = Figure<V, ReasonCode> | typeof DOES_NOT_APPLY;

/** Another figure made of one that is published. */
export const mappedPublished = <T, U>(published: Published<T>, make: (value: T) => U): Published<U> =>
  published === DOES_NOT_APPLY ? DOES_NOT_APPLY : mapped(published, make);

/** A column of figures some of which may be missing: to be put into a table with the column that says why. */
export interface FigureColumn<Subject> extends Omit<ColumnDefinition<Subject>, 'value' | 'explainedBy'> {
  readonly figure: (subject: Subject) => Published<number | boolean | string>;
}

type Read<Subject, V = number> = (subject: Subject) => Published<V>;

const column = <S>(
  type: FigureColumn<S>['type'],
  name: string,
  title: Bilingual,
  figure: FigureColumn<S>['figure'],
  unit: string | null,
): FigureColumn<S> => ({ name, type, unit, title, vocabulary: null, figure });

export const figure = <S>(
  name: string,
  title: Bilingual,
  read: Read<S>,
  unit: string | null = null,
): FigureColumn<S> => column('number', name, title, read, unit);

export const wholeFigure = <S>(
  name: string,
  title: Bilingual,
  read: Read<S>,
  unit: string | null = null,
): FigureColumn<S> => column('integer', name, title, read, unit);

export const flagFigure = <S>(name: string, title: Bilingual, read: Read<S, boolean>): FigureColumn<S> =>
  column('boolean', name, title, read, null);

/** A column of codes that are missing where a figure is. */
export const codedFigure = <S, const Code extends string>(
  name: string,
  title: Bilingual,
  vocabulary: Vocabulary<Code>,
  read: Read<S, NoInfer<Code>>,
): FigureColumn<S> => ({ ...column('text', name, title, read, null), vocabulary });

const cell = (published: Published<number | boolean | string>): ResultValue =>
  typeof published === 'symbol' || isMissing(published) ? null : published;

/** Figures whose blanks another column of the table explains, by its name. */
export const explainedBy = <S>(
  reasonColumn: string,
  columns: readonly FigureColumn<S>[],
): readonly ColumnDefinition<S>[] =>
  columns.map(({ figure: read, ...rest }) => ({
    ...rest,
    explainedBy: reasonColumn,
    value: (subject) => cell(read(subject)),
  }));

/** Some figures, and the column that says why the first of them that is missing is. */
export interface ExplainedFigures<Subject> {
  readonly figures: readonly ColumnDefinition<Subject>[];
  readonly reason: ColumnDefinition<Subject>;
}

const WHY_BLANK: Bilingual = { fr: 'pourquoi vide', en: 'why blank' };

/**
 * The column that says why the first of some figures that is missing is.
 *
 * @param name of what the figures are of: the column is `<name>_reason`, or `reason` without one.
 * @param label of the same, for people.
 */
export function reasonColumn<S>(
  name: string | null,
  label: Bilingual | null,
  columns: readonly FigureColumn<S>[],
): ColumnDefinition<S> {
  const title = label === null ? WHY_BLANK : withDetail(label, WHY_BLANK);
  return coded(name === null ? 'reason' : `${name}_reason`, title, REASONS, (subject) =>
    firstReason(columns, subject),
  );
}

/** The figures and the column that explains them, where other columns stand between: see `reasonColumn`. */
export function explained<S>(
  name: string | null,
  label: Bilingual | null,
  columns: readonly FigureColumn<S>[],
): ExplainedFigures<S> {
  const reason = reasonColumn(name, label, columns);
  return { figures: explainedBy(reason.name, columns), reason };
}

function firstReason<S>(columns: readonly FigureColumn<S>[], subject: S): ReasonCode | null {
  for (const { figure: read } of columns) {
    const published = read(subject);
    if (isMissing(published)) return published.missing;
  }
  return null;
}

/** The figures with the column that explains them behind them. */
export function withReason<S>(
  name: string | null,
  label: Bilingual | null,
  columns: readonly FigureColumn<S>[],
): readonly ColumnDefinition<S>[] {
  const { figures, reason } = explained(name, label, columns);
  return [...figures, reason];
}

/** Figures that several tables give, each with a column that explains them. */
export interface FigureGroup<Subject> {
  readonly name: string;
  readonly label: Bilingual;
  readonly figures: readonly FigureColumn<Subject>[];
}

export const groupColumns = <S>({ name, label, figures }: FigureGroup<S>): readonly ColumnDefinition<S>[] =>
  withReason(name, label, figures);

/** A number of which the row says what it is, such as a limit: blank, and nothing missing, where it does not apply. */
export const bound = <S>(
  name: string,
  title: Bilingual,
  read: (subject: S) => number | typeof DOES_NOT_APPLY,
  unit: string | null = null,
): ColumnDefinition<S> => ({
  name,
  type: 'number',
  unit,
  title,
  vocabulary: null,
  value: (subject) => cell(read(subject)),
});

/** A whole number that rows about several things do not have, such as who: blank, and nothing missing. */
export const wholeBound = <S>(
  name: string,
  title: Bilingual,
  read: (subject: S) => number | typeof DOES_NOT_APPLY,
): ColumnDefinition<S> => ({ ...bound(name, title, read), type: 'integer' });
