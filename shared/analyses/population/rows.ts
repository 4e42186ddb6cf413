import { type CountedPair, wholeLiverCount } from '#shared/analyses/counts/counted-pairs.ts';
import type { MeasuredLesion } from '#shared/analyses/measures/measured-lesions.ts';
import type { Unit } from '#shared/publication/units.ts';
import { type CodeOf, digit, entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';
import { type Description, describe } from '#shared/statistics/descriptives.ts';
import type { IncludedPatient } from '#shared/study/eligibility.ts';
import type { PairRow } from '#shared/tables/pairs.ts';
import { CHARACTERISTICS, type CharacteristicName, type Level, signedInterval } from './characteristics.ts';

/** Of whom or of what a row speaks. */
export const SAMPLES = vocabulary(
  'sample',
  entriesOf({
    patients: { fr: 'patients inclus', en: 'included patients' },
    counted_pairs: { fr: 'couples dénombrés', en: 'counted pairs' },
    measured_pairs: { fr: 'couples mesurés', en: 'measured pairs' },
  }),
);

export interface PopulationRow {
  readonly characteristic: CharacteristicName;
  readonly level: Level;
  readonly sample: CodeOf<typeof SAMPLES>;
  readonly n: number;
  readonly denominator: number;
  /** Of what is a quantity; its mean and the like are blank for a category. */
  readonly quantity: { readonly unit: Unit; readonly values: Description } | null;
}

const NOT_KNOWN = 'not_known';

/** Age, then every characteristic, then the pairs of a patient and the interval between their scans. */
export function populationRows(
  included: readonly IncludedPatient[],
  counted: readonly CountedPair[],
  measured: readonly MeasuredLesion[],
): readonly PopulationRow[] {
  const measuredPairs = [...new Set(measured.map(({ pair }) => pair))];
  return [
    ...patientRows(included, counted),
    ...pairsPerPatientRows(included),
    ...intervalRows(
      'counted_pairs',
      counted.map(({ pair }) => pair),
    ),
    ...intervalRows('measured_pairs', measuredPairs),
  ];
}

/** What is said of the patients of any analysis: age, every characteristic, Ki67 as a quantity, the lesion load. */
export function patientRows(
  patients: readonly IncludedPatient[],
  counted: readonly CountedPair[],
): readonly PopulationRow[] {
  const rows = patients.map(({ screened }) => screened.patient);
  const firstPairs = new Map<IncludedPatient, PairRow>();
  for (const { patient, pair } of counted) if (!firstPairs.has(patient)) firstPairs.set(patient, pair);
  return [
    ...quantityRows(
      'age_at_diagnosis',
      'years',
      rows.map(({ age_at_diagnosis }) => age_at_diagnosis),
    ),
    ...CHARACTERISTICS.flatMap(({ name, levels, levelOf }) =>
      categoryRows(
        name,
        [...levels.map(({ code }) => code), NOT_KNOWN],
        rows.map((patient) => levelOf(patient) ?? NOT_KNOWN),
      ),
    ),
    ...quantityRows(
      'ki67_percent',
      'percent',
      rows.map(({ ki67_percent }) => ki67_percent),
    ),
    ...quantityRows(
      'lesion_load',
      'metastases',
      patients.map((patient) => loadOf(firstPairs.get(patient))),
    ),
  ];
}

/** All that MRI shows of a pair, on both sides; null without one. */
const loadOf = (pair: PairRow | undefined): number | null =>
  pair === undefined ? null : wholeLiverCount(pair, 'mri_total');

function categoryRows(
  characteristic: CharacteristicName,
  levels: readonly Level[],
  found: readonly Level[],
): readonly PopulationRow[] {
  const patientsOf = new Map<Level, number>();
  for (const level of found) patientsOf.set(level, (patientsOf.get(level) ?? 0) + 1);
  return levels.map((level) => ({
    characteristic,
    level,
    sample: 'patients',
    n: patientsOf.get(level) ?? 0,
    denominator: found.length,
    quantity: null,
  }));
}

function quantityRow(
  characteristic: CharacteristicName,
  sample: PopulationRow['sample'],
  unit: Unit,
  found: readonly (number | null)[],
): PopulationRow {
  const values = describe(found);
  const quantity = { unit, values };
  return { characteristic, level: 'known', sample, n: values.n, denominator: found.length, quantity };
}

/** A quantity of patients, and of how many it is not known. */
function quantityRows(
  name: CharacteristicName,
  unit: Unit,
  found: readonly (number | null)[],
): readonly PopulationRow[] {
  return [
    quantityRow(name, 'patients', unit, found),
    ...categoryRows(
      name,
      [NOT_KNOWN],
      found.map((value) => (value === null ? NOT_KNOWN : 'known')),
    ),
  ];
}

function pairsPerPatientRows(included: readonly IncludedPatient[]): readonly PopulationRow[] {
  const name = 'pairs_per_patient';
  const pairs = included.map(({ readings }) => readings.length);
  const levels = [...new Set(pairs)].sort((a, b) => a - b);
  return [
    quantityRow(name, 'patients', 'pairs', pairs),
    ...categoryRows(name, levels.map(digit), pairs.map(digit)),
  ];
}

/** The time between the scans of a pair, and the same with its sign, MRI − CT: see THESIS.md on "22 ± 48 days". */
function intervalRows(sample: PopulationRow['sample'], pairs: readonly PairRow[]): readonly PopulationRow[] {
  const signed = pairs.map(signedInterval);
  return [
    quantityRow('interval', sample, 'days', signed.map(Math.abs)),
    quantityRow('signed_interval', sample, 'days', signed),
  ];
}
