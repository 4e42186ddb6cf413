import {
  ALL_LESIONS,
  COUNTED,
  type CountedName,
  TOTALS,
  type TotalName,
} from '#shared/protocol/sequences.ts';
import { REGIONS, type Region } from '#shared/protocol/sides.ts';
import { limitColumns, PERCENT, PERCENTAGE_POINTS, scaled } from '#shared/publication/column-groups.ts';
import { figure, withReason } from '#shared/publication/figure-columns.ts';
import { sequenceColumn, sideColumn } from '#shared/publication/key-columns.ts';
import type { ReasonCode } from '#shared/publication/reasons.ts';
import { type ComputedTable, coded, integer, resultTable } from '#shared/publication/result-table.ts';
import { type CodeOf, entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';
import { clusteredProportion } from '#shared/statistics/clustered-proportion.ts';
import { sum } from '#shared/statistics/descriptives.ts';
import { allMissing, type Figure } from '#shared/statistics/figure.ts';
import type { Interval } from '#shared/statistics/outcome.ts';
import type { CountColumns } from './count-columns.ts';
import { type AboveUnion, aboveUnion, seenOf } from './detection.ts';
import { rateLimitsColumn } from './rate-limits.ts';

const UNIONS = vocabulary(
  'union',
  entriesOf({
    modality: { fr: 'celles de la modalité', en: 'those of the modality' },
    all_lesions: { fr: 'toutes (IRM totale)', en: 'all (MRI total)' },
  }),
);

interface DetectionRate {
  readonly region: Region;
  readonly sequence: CountedName;
  readonly against: CodeOf<typeof UNIONS>;
  readonly seen: Float64Array;
  readonly present: Float64Array;
  readonly above: AboveUnion;
  readonly proportion: SeenProportion;
}

type SeenProportion = Readonly<
  Record<'estimate' | 'standardError' | 'designEffect' | 'effectiveSize', Figure<number, ReasonCode>>
> & {
  readonly interval: Figure<Interval, ReasonCode>;
  readonly oneSided: boolean;
};

const RATE = { fr: 'taux de détection', en: 'detection rate' };

/**
 * Which share of its modality's lesions, and of all lesions, each sequence sees. All lesions are those of the MRI
 * total by the thesis's assumption; where CT counts more than MRI the assumption is wrong: the table says on how many
 * pairs, and gives no rate.
 */
export function detectionRatesTable(counts: CountColumns): ComputedTable {
  const rateOf = (
    region: Region,
    sequence: CountedName,
    against: DetectionRate['against'],
    union: TotalName,
  ) => {
    const {
      present,
      seen: [seen = new Float64Array()],
    } = seenOf(counts, union, [sequence], region);
    const above = aboveUnion(counts, union, [sequence], region);
    return {
      region,
      sequence,
      against,
      seen,
      present,
      above,
      proportion: above.pairs > 0 ? NO_SHARE : clusteredProportion(seen, present),
    };
  };
  const rates = REGIONS.flatMap((region) => [
    ...TOTALS.flatMap((total) =>
      total.sequences.map((sequence) => rateOf(region, sequence, 'modality', total.name)),
    ),
    ...COUNTED.filter(({ name }) => name !== ALL_LESIONS).map(({ name }) =>
      rateOf(region, name, 'all_lesions', ALL_LESIONS),
    ),
  ]);
  return resultTable<DetectionRate>(
    'detection-rates',
    {
      fr: 'Taux de détection par séquence, intervalle par patient',
      en: 'Detection rates by sequence, interval clustered by patient',
    },
    [
      sideColumn,
      sequenceColumn,
      coded(
        'against',
        { fr: 'parmi les métastases de', en: 'among the metastases of' },
        UNIONS,
        ({ against }) => against,
      ),
      integer(
        'n_patients',
        { fr: 'patients avec une métastase', en: 'patients with a metastasis' },
        ({ present }) => present.length,
      ),
      integer('seen', { fr: 'métastases vues', en: 'metastases seen' }, ({ seen }) => sum(seen)),
      integer('lesions', { fr: 'métastases', en: 'metastases' }, ({ present }) => sum(present)),
      integer(
        'patients_above_union',
        {
          fr: 'patients où la séquence en voit plus, sur un couple et un côté',
          en: 'patients on whom the sequence sees more, on a pair and side',
        },
        ({ above }) => above.patients,
      ),
      integer(
        'pairs_above_union',
        {
          fr: 'couples où la séquence en voit plus, sur un côté',
          en: 'pairs on which the sequence sees more, on a side',
        },
        ({ above }) => above.pairs,
      ),
      ...withReason<DetectionRate>('rate', null, [
        scaled(PERCENT, 'rate', RATE, ({ proportion }) => proportion.estimate),
        scaled(
          PERCENTAGE_POINTS,
          'standard_error',
          { fr: 'erreur type, par patient', en: 'standard error, clustered' },
          ({ proportion }) => proportion.standardError,
        ),
        figure(
          'design_effect',
          { fr: 'effet de grappe', en: 'design effect' },
          ({ proportion }) => proportion.designEffect,
        ),
        figure(
          'effective_size',
          { fr: 'nombre efficace de métastases', en: 'effective number of metastases' },
          ({ proportion }) => proportion.effectiveSize,
        ),
        ...limitColumns(PERCENT, 'rate', RATE, ({ proportion }: DetectionRate) => proportion.interval),
        rateLimitsColumn<DetectionRate>('rate_limits', ({ proportion }) => proportion),
      ]),
    ],
    rates,
  );
}

/** A share of lesions that do not hold all that were seen is none: CT shows there what the MRI total lacks. */
const NO_SHARE: SeenProportion = {
  ...allMissing('more_seen_than_present', [
    'estimate',
    'standardError',
    'designEffect',
    'effectiveSize',
    'interval',
  ]),
  oneSided: false,
};
