import type { Bilingual } from '#shared/language.ts';
import { limitColumns, pColumns, UNITLESS } from '#shared/publication/column-groups.ts';
import { figure, withReason } from '#shared/publication/figure-columns.ts';
import type { ReasonCode } from '#shared/publication/reasons.ts';
import type { ColumnDefinition } from '#shared/publication/result-table.ts';
import type { ClusteredKappa } from '#shared/statistics/clustered-kappa.ts';
import { type Figure, mapped } from '#shared/statistics/figure.ts';
import type { Interval, PValue } from '#shared/statistics/outcome.ts';

type Kappa = Pick<ClusteredKappa, 'kappa' | 'interval'> & {
  readonly plain: {
    readonly interval: Figure<Interval, ReasonCode>;
    readonly pValue: Figure<PValue, ReasonCode>;
  };
};

/** A κ with its interval by patients; beside it the plain interval and p; and why any of them is blank. */
export function kappaColumns<Subject>(
  name: string,
  title: Bilingual,
  read: (subject: Subject) => Figure<Kappa, ReasonCode>,
): readonly ColumnDefinition<Subject>[] {
  const plain = { fr: `${title.fr}, sans les patients`, en: `${title.en}, patients disregarded` };
  return [
    ...withReason<Subject>(name, title, [
      figure(name, title, (subject) => mapped(read(subject), ({ kappa }) => kappa)),
      ...limitColumns(UNITLESS, name, title, (subject: Subject) =>
        mapped(read(subject), ({ interval }) => interval),
      ),
    ]),
    ...withReason<Subject>(`${name}_plain`, plain, [
      ...limitColumns(UNITLESS, `${name}_plain`, plain, (subject: Subject) =>
        mapped(read(subject), (kappa) => kappa.plain.interval),
      ),
      ...pColumns(`${name}_plain`, plain, (subject: Subject) =>
        mapped(read(subject), (kappa) => kappa.plain.pValue),
      ),
    ]),
  ];
}
