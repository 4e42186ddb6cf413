import type { Bilingual } from '#shared/language.ts';
import type { ClusteredKappa } from '#shared/statistics/clustered-kappa.ts';
import { limitColumns, pColumns, reasonColumn, UNITLESS } from './column-groups.ts';
import type { ReasonCode } from './reasons.ts';
import { type ColumnDefinition, number } from './result-table.ts';

interface Kappa extends Pick<ClusteredKappa, 'kappa' | 'interval'> {
  readonly reason: ReasonCode | null;
  readonly plain: Pick<ClusteredKappa['plain'], 'interval' | 'p' | 'log10P'> & {
    readonly reason: ReasonCode | null;
  };
}

/** A κ with its interval by patients; beside it the plain interval and p; and why any of them is blank. */
export function kappaColumns<Subject>(
  name: string,
  title: Bilingual,
  of: (subject: Subject) => Kappa,
): readonly ColumnDefinition<Subject>[] {
  const plain = { fr: `${title.fr}, sans les patients`, en: `${title.en}, patients disregarded` };
  return [
    number(name, title, (subject) => of(subject).kappa),
    ...limitColumns(UNITLESS, name, title, (subject: Subject) => of(subject).interval),
    reasonColumn(name, title, of),
    ...limitColumns(UNITLESS, `${name}_plain`, plain, (subject: Subject) => of(subject).plain.interval),
    ...pColumns(`${name}_plain`, plain, (subject: Subject) => of(subject).plain),
    reasonColumn(`${name}_plain`, plain, (subject) => of(subject).plain),
  ];
}
