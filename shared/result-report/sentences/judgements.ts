import type { Bilingual } from '#shared/language.ts';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { columnsOf } from './comparison-columns.ts';
import { foundRows, titleIn } from './sources.ts';
import { type Judged, type Verdict, verdictOf } from './verdict.ts';

/** Comparisons by what they let one say, each by the title of what it is about. */
export type Judgements = Readonly<Record<Verdict, readonly Bilingual[]>>;

/**
 * The comparisons of a table that one sequence takes part in.
 *
 * @param labels - what stands in the cells of its rows, such as the side
 */
export const comparisonsWith = (
  result: PublishedResult,
  table: string,
  labels: Readonly<Record<string, string>>,
  sequence: string,
): readonly PublishedRow[] =>
  foundRows(result, table, ['first', 'second', ...Object.keys(labels)]).filter(
    (row) =>
      (row.text('first') === sequence || row.text('second') === sequence) &&
      Object.entries(labels).every(([column, label]) => row.text(column) === label),
  );

/** A sequence against each of the others, by their titles: `first` are those that it exceeds. */
export function judgedAgainst(
  result: PublishedResult,
  rows: readonly PublishedRow[],
  judged: Judged,
  sequence: string,
): Judgements {
  const found = rows.map((row): [Verdict, Bilingual] => {
    const isFirst = row.text('first') === sequence;
    const verdict = verdictOf(row, judged);
    return [
      isFirst ? verdict : SEEN_FROM_SECOND[verdict],
      titleIn(result, row, isFirst ? 'second' : 'first'),
    ];
  });
  return byVerdict(found);
}

const SEEN_FROM_SECOND: Readonly<Record<Verdict, Verdict>> = {
  first: 'second',
  second: 'first',
  not_told_apart: 'not_told_apart',
  at_odds: 'at_odds',
  never_differ: 'never_differ',
  nothing: 'nothing',
};

/** Every comparison by its own title: `IRM T2 FS – TDM artériel`, the larger one first where they are told apart. */
export const judgedPairs = (
  result: PublishedResult,
  rows: readonly PublishedRow[],
  judged: Judged,
): Judgements =>
  byVerdict(
    rows.map((row): [Verdict, Bilingual] => {
      const verdict = verdictOf(row, judged);
      const [first, second] = [titleIn(result, row, 'first'), titleIn(result, row, 'second')];
      if (verdict === 'first') return ['first', over(first, second)];
      if (verdict === 'second') return ['first', over(second, first)];
      return [verdict, against(first, second)];
    }),
  );

const over = (larger: Bilingual, smaller: Bilingual): Bilingual => ({
  fr: `${larger.fr} > ${smaller.fr}`,
  en: `${larger.en} > ${smaller.en}`,
});

const against = (first: Bilingual, second: Bilingual): Bilingual => ({
  fr: `${first.fr} – ${second.fr}`,
  en: `${first.en} – ${second.en}`,
});

const byVerdict = (found: readonly (readonly [Verdict, Bilingual])[]): Judgements => {
  const of = (verdict: Verdict) => found.flatMap(([one, title]) => (one === verdict ? [title] : []));
  return {
    first: of('first'),
    second: of('second'),
    not_told_apart: of('not_told_apart'),
    at_odds: of('at_odds'),
    never_differ: of('never_differ'),
    nothing: of('nothing'),
  };
};

/** Whether the rows have the columns that a judgement reads. */
export const canBeJudged = (result: PublishedResult, table: string, judged: Judged): boolean =>
  foundRows(result, table, columnsOf(judged)).length > 0;
