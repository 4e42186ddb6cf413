import { SEQUENCE_NAMES } from '#shared/protocol/sequences.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { diameterColumn, type LesionRow } from '#shared/tables/lesions.ts';
import type { IncludedPatient } from './eligibility.ts';
import { eachThat, type Rule, type Sifted, sift } from './sift.ts';
import type { Reading } from './study.ts';
import { those } from './those.ts';

/** Which qualifying pairs of the included patients are counted (thesis, Figure 11). */
export const NOT_COUNTED = [
  {
    reason: 'massive',
    keeps: eachThat(({ pair }) => pair.countable !== 'massive'),
  },
  {
    reason: 'coalescent',
    keeps: eachThat(({ pair }) => pair.countable !== 'coalescent'),
  },
] as const satisfies readonly Rule[];

const onEverySequence = ({ lesions }: Reading): boolean =>
  lesions.some((lesion) => SEQUENCE_NAMES.every((name) => (lesion[diameterColumn(name)] ?? 0) > 0));

/**
 * Which of them are measured (thesis, lines 1034–1036 and Figure 11). A pair may be measured that is not counted. The two
 * reasons for what a centre has not sent are the product's own; they stand before the last one, which looks at
 * all the lesions that a patient has left: at least one of them is measured on every sequence.
 */
export const NOT_MEASURED = [
  {
    reason: 'no_lesion_over_5_mm',
    keeps: eachThat(({ pair }) => pair.measurable !== 'no_lesion_over_5_mm'),
  },
  {
    reason: 'not_measurable',
    keeps: eachThat(({ pair }) => pair.measurable !== 'not_measurable'),
  },
  {
    reason: 'measurable_not_known',
    keeps: eachThat(({ pair }) => pair.measurable !== null),
  },
  {
    reason: 'lesions_not_sent',
    keeps: eachThat(({ pair, lesions }) => pair.measurable !== 'yes' || lesions.length > 0),
  },
  {
    reason: 'no_lesion_on_every_sequence',
    keeps: (readings) => {
      const measured = readings.filter(({ pair }) => pair.measurable === 'yes');
      return measured.some(onEverySequence) ? measured : [];
    },
  },
] as const satisfies readonly Rule[];

/** Every lesion, whether the others of its patient are on every sequence or not: without the last rule. */
const WITHOUT_ANY_MEASURE = NOT_MEASURED.filter(({ reason }) => reason !== 'no_lesion_on_every_sequence');

export type NotCountedReason = (typeof NOT_COUNTED)[number]['reason'];
export type NotMeasuredReason = (typeof NOT_MEASURED)[number]['reason'];

/** Which of an included patient's readings the count analysis uses. */
export const siftCounted = ({ screened, readings }: IncludedPatient): Sifted<NotCountedReason> =>
  sift<NotCountedReason>(NOT_COUNTED, screened, readings);

/** From which size on a lesion is measured. */
export type MeasureSettings = Pick<StudySettings, 'smallestLesionMillimetres'>;

/**
 * Which of an included patient's readings the measure analysis uses, with their lesions that are large enough: a smaller
 * one was sent for RECIST, as an earlier pair has it.
 */
export const siftMeasured = siftLesions(NOT_MEASURED);

/** The same for the comparison of any two sequences over every lesion that both measure. */
export const siftMeasuredOnAny = siftLesions(WITHOUT_ANY_MEASURE);

function siftLesions(rules: readonly Rule<NotMeasuredReason>[]) {
  return ({ smallestLesionMillimetres }: MeasureSettings) =>
    ({ screened, readings }: IncludedPatient): Sifted<NotMeasuredReason> => {
      const isLargeEnough = (lesion: LesionRow) =>
        SEQUENCE_NAMES.some((name) => (lesion[diameterColumn(name)] ?? 0) >= smallestLesionMillimetres);
      const measured = readings.map((reading) => {
        const lesions = those(reading.lesions, isLargeEnough);
        return lesions === reading.lesions ? reading : { ...reading, lesions };
      });
      return sift<NotMeasuredReason>(rules, screened, measured);
    };
}
