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
  /** Patients with one of the union's lesions, those that the sequence sees, and all of them. */
  readonly patients: number;
  readonly seen: number;
  readonly lesions: number;
  readonly above: AboveUnion;
  readonly proportion: SeenProportion;
}

type SeenProportion = Readonly<
  Record<'estimate' | 'standardError' | 'designEffect' | 'effectiveSize', Figure<number, ReasonCode>>
> & {
  readonly interval: Figure<Interval, ReasonCode>;
  readonly oneSided: boolean;
};

const RATE = { fr: 'taux de détection (vues / métastases)', en: 'detection rate (seen / metastases)' };

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
      patients: present.length,
      seen: sum(seen),
      lesions: sum(present),
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
        { fr: 'patients avec une de ces métastases', en: 'patients with one of these metastases' },
        ({ patients }) => patients,
      ),
      integer('seen', { fr: 'métastases vues', en: 'metastases seen' }, ({ seen }) => seen),
      integer(
        'lesions',
        { fr: 'métastases, dénominateur du taux', en: 'metastases, the rate’s denominator' },
        ({ lesions }) => lesions,
      ),
      integer(
        'patients_above_union',
        {
          fr: 'patients chez qui, sur un couple et un côté, la séquence voit plus que ces métastases',
          en: 'patients on whom, on a pair and side, the sequence sees more than these metastases',
        },
        ({ above }) => above.patients,
      ),
      integer(
        'pairs_above_union',
        {
          fr: 'couples où, sur un côté, la séquence voit plus que ces métastases',
          en: 'pairs on which, on a side, the sequence sees more than these metastases',
        },
        ({ above }) => above.pairs,
      ),
      ...withReason<DetectionRate>('rate', null, [
        scaled(PERCENT, 'rate', RATE, ({ proportion }) => proportion.estimate),
        scaled(
          PERCENTAGE_POINTS,
          'standard_error',
          {
            fr: 'taux de détection : erreur type, par patient',
            en: 'detection rate: standard error, clustered',
          },
          ({ proportion }) => proportion.standardError,
        ),
        figure(
          'design_effect',
          {
            fr: 'effet de grappe (variance par patient / binomiale)',
            en: 'design effect (variance by patients / binomial)',
          },
          ({ proportion }) => proportion.designEffect,
        ),
        figure(
          'effective_size',
          {
            fr: 'nombre efficace de métastases (métastases / effet de grappe)',
            en: 'effective number of metastases (metastases / design effect)',
          },
          ({ proportion }) => proportion.effectiveSize,
        ),
        ...limitColumns(PERCENT, 'rate', RATE, ({ proportion }: DetectionRate) => proportion.interval),
        rateLimitsColumn<DetectionRate>('rate_limits', RATE, ({ proportion }) => proportion),
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
