import { expect, it } from 'vitest';
import { listedLesions } from '#shared/analyses/visibility/listed-lesions.ts';
import { performanceTable } from '#shared/analyses/visibility/performance.ts';
import { COUNTED, type CountedName, SEQUENCE_NAMES, sequencesOf } from '#shared/protocol/sequences.ts';
import { clopperPearsonInterval } from '#shared/statistics/proportion.ts';
import { includedPatients } from '#shared/study/eligibility.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { type ListedStory, listingStudy } from './listed-study.ts';
import { meanLimits, shareLimits } from './plain-limits.ts';
import { VERIFIED_LESIONS } from './verified-lesions.ts';
import { type Cell, hasRows } from './written-rows.ts';

/* Every cell of the table `performance` of the verified lesions on paper; only the exact interval is the project's own. */

const isVerified = ({ nature, reference = 'none' }: ListedStory) =>
  nature !== 'unknown' && reference !== 'none';
const isBenign = ({ nature }: ListedStory) => nature === 'benign';

/** Whether a lesion is called a metastasis on some sequences of a modality; null where that cannot be said. */
function isCalled(lesion: ListedStory, name: CountedName): boolean | null {
  const { sequences, modality } = sequencesOf(name);
  const letters = sequences.map((sequence) => lesion.seen?.[SEQUENCE_NAMES.indexOf(sequence)]);
  if (letters.includes('Y')) return (lesion[`confidence_${modality}`] ?? 5) > 2;
  return letters.includes('-') ? null : false;
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

function shareOf(name: string, x: readonly number[], n: readonly number[]) {
  const some = n.map((size, at) => ({ size, part: x[at] ?? 0 })).filter(({ size }) => size > 0);
  const [part, whole] = [some.map((one) => one.part), some.map(({ size }) => size)];
  const limits = shareLimits(part, whole);
  return {
    [name]: whole.length === 0 ? null : (100 * total(part)) / total(whole),
    ...{ [`${name}_low`]: limits.low, [`${name}_high`]: limits.high, [`${name}_limits`]: limits.of },
    [`${name}_reason`]: limits.reason,
  };
}

function shareOfPatients(name: string, patients: readonly number[], isSo: (positives: number) => boolean) {
  const [n, so] = [patients.length, patients.filter(isSo).length];
  const limits = n === 0 ? null : clopperPearsonInterval(so, n);
  return {
    [name]: limits === null ? null : (100 * so) / n,
    [`${name}_low`]: limits === null ? null : 100 * limits.lower,
    [`${name}_high`]: limits === null ? null : 100 * limits.upper,
    [`${name}_reason`]: limits === null ? 'no_observation' : '',
  };
}

function row(sequence: CountedName, reference: string): Readonly<Record<string, Cell>> {
  const called = (lesion: ListedStory) => isCalled(lesion, sequence) === true;
  const lists = VERIFIED_LESIONS.map(({ listed = [] }) => listed);
  const assessed = lists.flat().filter((lesion) => isCalled(lesion, sequence) !== null);
  const patients = lists
    .map((listed) => ({
      isFree: listed.every((lesion) => isVerified(lesion) && isBenign(lesion)),
      own: listed.filter(
        (lesion) =>
          isVerified(lesion) &&
          isCalled(lesion, sequence) !== null &&
          ['all', lesion.reference].includes(reference),
      ),
    }))
    .filter(({ own }) => own.length > 0);
  const each = (isSo: (lesion: ListedStory) => boolean, some = patients) =>
    some.map(({ own }) => own.filter(isSo).length);
  const isIll = (lesion: ListedStory) => !isBenign(lesion);
  const [metastases, found] = [each(isIll), each((lesion) => isIll(lesion) && called(lesion))];
  const falsePositives = each((lesion) => isBenign(lesion) && called(lesion));
  const ofPatients = meanLimits(falsePositives);
  const ill = each(
    called,
    patients.filter(({ own }) => own.some(isIll)),
  );
  const well = each(
    called,
    patients.filter(({ isFree }) => isFree),
  );
  const isAll = reference === 'all';
  return {
    ...{ sequence, reference, n_patients: patients.length, listed: isAll ? assessed.length : null },
    without_reference: isAll ? assessed.filter((lesion) => !isVerified(lesion)).length : null,
    ...{ metastases: total(metastases), called: total(found), ...shareOf('sensitivity', found, metastases) },
    ...{ benign: total(each(isBenign)), false_positives: total(falsePositives) },
    false_positives_per_patient: total(falsePositives) / patients.length,
    false_positives_per_patient_low: ofPatients.low,
    false_positives_per_patient_high: ofPatients.high,
    false_positives_reason: ofPatients.reason,
    ...shareOf('ppv', found, each(called)),
    ...{
      patients_with_metastasis: ill.length,
      patients_called: ill.filter((positives) => positives > 0).length,
    },
    ...shareOfPatients('patient_sensitivity', ill, (positives) => positives > 0),
    ...{
      patients_without_metastasis: well.length,
      patients_not_called: well.filter((positives) => positives === 0).length,
    },
    ...shareOfPatients('patient_specificity', well, (positives) => positives === 0),
  };
}

it('every cell of the performance of twelve verified lesions is what is counted on paper', () => {
  const table = performanceTable(listedLesions(includedPatients(listingStudy(VERIFIED_LESIONS), SETTINGS)), {
    fewestPatientsShown: 1,
  });
  expect(table.rows).toHaveLength(8 * 4);
  hasRows(
    table,
    COUNTED.flatMap(({ name }) =>
      ['all', 'histology', 'follow_up', 'other_imaging'].map((reference) => row(name, reference)),
    ),
  );
});
