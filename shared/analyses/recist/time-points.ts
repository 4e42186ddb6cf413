import { type ColumnDefinition, coded } from '#shared/publication/result-table.ts';
import { UNITS } from '#shared/publication/units.ts';
import { type Digit, digit, entriesOf, numbered, vocabulary } from '#shared/publication/vocabulary.ts';

/** Which follow-ups of each patient a row speaks of: all, each patient's last one, or his first, second … */
export interface TimePoint {
  readonly name: 'all' | 'last' | Digit;
  /** Of a patient's follow-ups in order of time. */
  readonly of: <T>(followUps: readonly T[]) => readonly T[];
}

/** All follow-ups, the last, then the first, the second … as far as the longest course goes. */
export function timePoints(longest: number): readonly TimePoint[] {
  return [
    { name: 'all', of: (followUps) => followUps },
    { name: 'last', of: (followUps) => followUps.slice(-1) },
    ...Array.from({ length: longest }, (_, position) => ({
      name: digit(position + 1),
      of: <T>(followUps: readonly T[]) => followUps.slice(position, position + 1),
    })),
  ];
}

const TIME_POINTS = vocabulary('time_point', [
  ...entriesOf({
    all: {
      fr: 'tous les suivis, un patient en ayant parfois plusieurs',
      en: 'all follow-ups, of which a patient may have several',
    },
    last: { fr: 'dernier suivi de chaque patient', en: 'each patient’s last follow-up' },
  }),
  ...numbered('', 'suivi', 'follow-up'),
]);

interface AtTimePoint {
  readonly timePoint: TimePoint['name'];
}

export const timePointColumn: ColumnDefinition<AtTimePoint> = coded(
  'time_point',
  { fr: 'suivi (numéro)', en: 'follow-up (number)' },
  TIME_POINTS,
  ({ timePoint }) => timePoint,
);

/** The follow-up that a row speaks of, and what its numbers of responses count. */
export const timePointColumns: readonly ColumnDefinition<AtTimePoint>[] = [
  timePointColumn,
  coded('unit', { fr: 'ce qui est compté', en: 'what is counted' }, UNITS, ({ timePoint }) =>
    timePoint === 'all' ? 'follow_ups' : 'patients',
  ),
];
