import { type Bilingual, withDetail } from '#shared/language.ts';
import { codedFigure } from '#shared/publication/figure-columns.ts';
import type { ReasonCode } from '#shared/publication/reasons.ts';
import { type CodeOf, entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';
import { type Figure, mapped } from '#shared/statistics/figure.ts';
import type { Interval } from '#shared/statistics/outcome.ts';

const LIMITS = vocabulary(
  'rate_limits',
  entriesOf({
    two_sided: { fr: 'bilatéral', en: 'two-sided' },
    one_sided: { fr: 'unilatéral : toutes vues, ou aucune', en: 'one-sided: all seen, or none' },
  }),
);

/** Whether the interval of a share is of both sides, or, where all or none were seen, of the one that is left. */
export const rateLimitsColumn = <Subject>(
  name: string,
  label: Bilingual,
  read: (subject: Subject) => { readonly interval: Figure<Interval, ReasonCode>; readonly oneSided: boolean },
) =>
  codedFigure<Subject, CodeOf<typeof LIMITS>>(
    name,
    withDetail(label, { fr: 'intervalle à 95 %, de quel côté', en: '95 % interval, of which side' }),
    LIMITS,
    (subject) => {
      const { interval, oneSided } = read(subject);
      return mapped(interval, () => (oneSided ? 'one_sided' : 'two_sided'));
    },
  );
