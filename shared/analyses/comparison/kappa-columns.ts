import type { Bilingual } from '#shared/language.ts';
import { limitColumns, pColumns, reasonColumn, UNITLESS } from '#shared/publication/column-groups.ts';
import type { ReasonCode } from '#shared/publication/reasons.ts';
import { type ColumnDefinition, number } from '#shared/publication/result-table.ts';
import type { ClusteredKappa } from '#shared/statistics/clustered-kappa.ts';

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
