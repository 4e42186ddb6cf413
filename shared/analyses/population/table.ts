import type { CountedPair } from '#shared/analyses/counts/counted-pairs.ts';
import type { MeasuredLesion } from '#shared/analyses/measures/measured-lesions.ts';
import { percentage } from '#shared/publication/column-groups.ts';
import { codedFigure, DOES_NOT_APPLY, figure, withReason } from '#shared/publication/figure-columns.ts';
import { type ComputedTable, coded, integer, resultTable } from '#shared/publication/result-table.ts';
import { UNITS, type Unit } from '#shared/publication/units.ts';
import { type CodeOf, digit, entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';
import { type Description, describe } from '#shared/statistics/descriptives.ts';
import type { Figure } from '#shared/statistics/figure.ts';
import type { IncludedPatient } from '#shared/study/eligibility.ts';
import type { PairRow } from '#shared/tables/pairs.ts';
import {
  CHARACTERISTIC_NAMES,
  CHARACTERISTICS,
  type CharacteristicName,
  LEVELS,
  type Level,
  signedInterval,
} from './characteristics.ts';

interface PopulationRow {
  readonly characteristic: CharacteristicName;
  readonly level: Level;
  readonly of: CodeOf<typeof SAMPLES>;
  readonly n: number;
  readonly denominator: number;
  /** Of what is a quantity; its mean and the like are blank for a category. */
  readonly quantity: { readonly unit: Unit; readonly values: Description } | null;
}

const NOT_KNOWN = 'not_known';

const SAMPLES = vocabulary(
  'sample',
  entriesOf({
    patients: { fr: 'patients inclus', en: 'included patients' },
    counted_pairs: { fr: 'couples dénombrés', en: 'counted pairs' },
    measured_pairs: { fr: 'couples mesurés', en: 'measured pairs' },
  }),
);
const ROW_KINDS = vocabulary(
  'row_kind',
  entriesOf({
    category: { fr: 'catégorie : nombre et pourcentage', en: 'category: number and percentage' },
    quantity: { fr: 'grandeur : moyenne et étendue', en: 'quantity: mean and range' },
  }),
);

/**
 * Who was studied (thesis, Table 3 and lines 1083–1116): for a category the patients of each level, not-known as
 * one of its own; for a quantity its mean and spread, over the patients or pairs of which it is known.
 */
export function populationTable(
  included: readonly IncludedPatient[],
  counted: readonly CountedPair[],
  measured: readonly MeasuredLesion[],
): ComputedTable {
  const measuredPairs = [...new Set(measured.map(({ pair }) => pair))];
  return resultTable<PopulationRow>(
    'population',
    { fr: 'Population étudiée (tableau 3)', en: 'Population studied (Table 3)' },
    [
      coded(
        'characteristic',
        { fr: 'caractéristique', en: 'characteristic' },
        CHARACTERISTIC_NAMES,
        (row) => row.characteristic,
      ),
      coded('level', { fr: 'modalité', en: 'level' }, LEVELS, ({ level }) => level),
      coded('of', { fr: 'parmi', en: 'of' }, SAMPLES, (row) => row.of),
      integer('n', { fr: 'nombre', en: 'number' }, ({ n }) => n),
      integer('denominator', { fr: 'dénominateur', en: 'denominator' }, ({ denominator }) => denominator),
      ...withReason<PopulationRow>(null, null, [
        figure(
          'percent',
          { fr: 'pourcentage', en: 'percentage' },
          ({ n, denominator }) => percentage(n, denominator),
          '%',
        ),
        codedFigure('kind', { fr: 'nature', en: 'kind' }, ROW_KINDS, ({ quantity }) =>
          quantity ? 'quantity' : 'category',
        ),
        codedFigure(
          'unit',
          { fr: 'unité', en: 'unit' },
          UNITS,
          ({ quantity }) => quantity?.unit ?? DOES_NOT_APPLY,
        ),
        figure(
          'mean',
          { fr: 'moyenne', en: 'mean' },
          ofQuantity(({ mean }) => mean),
        ),
        figure(
          'standard_deviation',
          { fr: 'écart type', en: 'standard deviation' },
          ofQuantity(({ standardDeviation }) => standardDeviation),
        ),
        figure(
          'median',
          { fr: 'médiane', en: 'median' },
          ofQuantity(({ median }) => median),
        ),
        figure(
          'minimum',
          { fr: 'minimum', en: 'minimum' },
          ofQuantity(({ minimum }) => minimum),
        ),
        figure(
          'maximum',
          { fr: 'maximum', en: 'maximum' },
          ofQuantity(({ maximum }) => maximum),
        ),
      ]),
    ],
    [
      ...ageRows(included),
      ...CHARACTERISTICS.flatMap(({ name, levels, levelOf }) =>
        categoryRows(
          name,
          [...levels.map(({ code }) => code), NOT_KNOWN],
          included.map(({ screened }) => levelOf(screened.patient) ?? NOT_KNOWN),
        ),
      ),
      ...pairsPerPatientRows(included),
      ...intervalRows(
        'counted_pairs',
        counted.map(({ pair }) => pair),
      ),
      ...intervalRows('measured_pairs', measuredPairs),
    ],
  );
}

function categoryRows(
  characteristic: CharacteristicName,
  levels: readonly Level[],
  found: readonly Level[],
): readonly PopulationRow[] {
  return levels.map((level) => ({
    characteristic,
    level,
    of: 'patients',
    n: found.filter((candidate) => candidate === level).length,
    denominator: found.length,
    quantity: null,
  }));
}

function quantityRow(
  characteristic: CharacteristicName,
  of: PopulationRow['of'],
  unit: Unit,
  sample: readonly (number | null)[],
): PopulationRow {
  const values = describe(sample);
  const quantity = { unit, values };
  return { characteristic, level: 'known', of, n: values.n, denominator: sample.length, quantity };
}

function ageRows(included: readonly IncludedPatient[]): readonly PopulationRow[] {
  const name = 'age_at_diagnosis';
  const ages = included.map(({ screened }) => screened.patient.age_at_diagnosis);
  return [
    quantityRow(name, 'patients', 'years', ages),
    ...categoryRows(
      name,
      [NOT_KNOWN],
      ages.map((age) => (age === null ? NOT_KNOWN : 'known')),
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
function intervalRows(of: PopulationRow['of'], pairs: readonly PairRow[]): readonly PopulationRow[] {
  const signed = pairs.map(signedInterval);
  return [
    quantityRow('interval', of, 'days', signed.map(Math.abs)),
    quantityRow('signed_interval', of, 'days', signed),
  ];
}

const ofQuantity =
  (read: (values: Description) => Figure) =>
  ({ quantity }: PopulationRow) =>
    quantity === null ? DOES_NOT_APPLY : read(quantity.values);
