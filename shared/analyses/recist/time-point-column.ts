import { type ColumnDefinition, coded } from '#shared/publication/result-table.ts';
import { entriesOf, numbered, vocabulary } from '#shared/publication/vocabulary.ts';
import type { TimePoint } from './follow-ups.ts';

const TIME_POINTS = vocabulary('time_point', [
  ...entriesOf({
    all: { fr: 'tous les suivis', en: 'all follow-ups' },
    last: { fr: 'dernier suivi', en: 'last follow-up' },
  }),
  ...numbered('', 'suivi', 'follow-up'),
]);

/** The follow-up that a row speaks of. */
export const timePointColumn: ColumnDefinition<{ readonly timePoint: TimePoint['name'] }> = coded(
  'time_point',
  { fr: 'suivi (numéro)', en: 'follow-up (number)' },
  TIME_POINTS,
  ({ timePoint }) => timePoint,
);
