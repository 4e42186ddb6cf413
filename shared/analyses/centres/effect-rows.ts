import type { CountColumns } from '#shared/analyses/counts/count-columns.ts';
import type { MeasureColumns } from '#shared/analyses/measures/measure-columns.ts';
import {
  COMPARISONS,
  type Comparison,
  type CountedComparison,
  PRIMARY_COMPARISON,
} from '#shared/protocol/comparisons.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { MILLIMETRES, UNITLESS } from '#shared/publication/column-groups.ts';
import type { ReasonCode } from '#shared/publication/reasons.ts';
import { allMissing, type Figure, isMissing } from '#shared/statistics/figure.ts';
import type { Interval, PValue } from '#shared/statistics/outcome.ts';
import { type Effect, logRateRatio, meanDifference, pool } from './centre-effects.ts';
import { centreSamples, type GroupSample, type PairedRows, type RowCentres } from './centre-samples.ts';

export interface CentreRow extends CountedComparison, Effect {
  readonly effect: EffectName;
  readonly group: 'centre' | 'others' | 'pooled';
  readonly centre: string | null;
  /** Groups that an effect is of, and those that have none with an interval: a pool cannot weigh them. */
  readonly studies: number;
  readonly studiesLeftOut: number;
  readonly centres: number;
  readonly patients: number;
  /** Pairs or lesions. */
  readonly n: number;
  readonly q: Figure<number, ReasonCode>;
  readonly qDegreesOfFreedom: Figure<number, ReasonCode>;
  readonly qPValue: Figure<PValue, ReasonCode>;
  readonly iSquared: Figure<number, ReasonCode>;
  readonly tauSquared: Figure<number, ReasonCode>;
  /** Of DerSimonian and Laird, by the normal law. */
  readonly normalInterval: Figure<Interval, ReasonCode>;
  readonly predictionInterval: Figure<Interval, ReasonCode>;
}

/** The columns of both analyses with the centre of each pair and lesion. */
export interface CentreSources {
  readonly counts: CountColumns;
  readonly pairCentres: RowCentres;
  readonly measures: MeasureColumns;
  readonly lesionCentres: RowCentres;
}

type EffectName = 'count_difference' | 'log_rate_ratio' | 'diameter_difference';

/** Two of what is counted or measured, and the rows to compare them on. */
interface Compared {
  readonly comparison: CountedComparison;
  readonly rows: (sources: CentreSources) => PairedRows;
}

interface MainEffect {
  readonly name: EffectName;
  readonly compared: readonly Compared[];
  readonly effectIn: (sample: GroupSample) => Effect;
}

const inCounts = (comparison: CountedComparison): Compared => ({
  comparison,
  rows: ({ counts, pairCentres }) => ({
    first: counts.perPair(comparison.first.name, 'whole'),
    second: counts.perPair(comparison.second.name, 'whole'),
    patients: counts.patientOfPair,
    centres: pairCentres,
  }),
});

const inDiameters = (comparison: Comparison): Compared => ({
  comparison,
  rows: ({ measures, lesionCentres }) => ({
    first: measures.diameters(comparison.first.name),
    second: measures.diameters(comparison.second.name),
    patients: measures.patientOfLesion,
    centres: lesionCentres,
  }),
});

/** Of counts the primary comparison first; a total has no diameter. */
const OF_COUNTS = [PRIMARY_COMPARISON, ...COMPARISONS].map(inCounts);

const MAIN_EFFECTS: readonly MainEffect[] = [
  { name: 'count_difference', compared: OF_COUNTS, effectIn: meanDifference(UNITLESS.parts) },
  { name: 'log_rate_ratio', compared: OF_COUNTS, effectIn: logRateRatio },
  {
    name: 'diameter_difference',
    compared: COMPARISONS.map(inDiameters),
    effectIn: meanDifference(MILLIMETRES.parts),
  },
];

/** Every main effect of every comparison: each centre that may be shown, the others, and all of them pooled. */
export function centreRows(sources: CentreSources, settings: StudySettings): readonly CentreRow[] {
  return MAIN_EFFECTS.flatMap(({ name, compared, effectIn }) =>
    compared.flatMap(({ comparison, rows }) => {
      const groups = centreSamples(rows(sources), settings).map((sample) => {
        const effect = effectIn(sample);
        return {
          group: sample.group.kind,
          centre: sample.group.name,
          studies: 1,
          studiesLeftOut: isMissing(effect.interval) ? 1 : 0,
          centres: sample.group.centres.length,
          patients: sample.patientCount,
          n: sample.first.length,
          ...effect,
        };
      });
      const named = { effect: name, ...comparison };
      return [
        ...groups.map((group) => ({ ...named, ...group, ...notPooled('not_pooled') })),
        { ...named, ...pooledRow(groups, settings) },
      ];
    }),
  );
}

type Pooled = Pick<
  CentreRow,
  'q' | 'qDegreesOfFreedom' | 'qPValue' | 'iSquared' | 'tauSquared' | 'normalInterval' | 'predictionInterval'
>;

const notPooled = (reason: ReasonCode): Pooled =>
  allMissing(reason, [
    'q',
    'qDegreesOfFreedom',
    'qPValue',
    'iSquared',
    'tauSquared',
    'normalInterval',
    'predictionInterval',
  ]);

type GroupEffect = Pick<CentreRow, 'centres' | 'patients' | 'n'> & Effect;

/** Of the groups whose effect has an interval: one without an error has no weight, and is counted apart. */
function pooledRow(
  groups: readonly GroupEffect[],
  settings: StudySettings,
): Omit<CentreRow, 'effect' | keyof CountedComparison> {
  const usable = groups.filter(({ interval }) => !isMissing(interval));
  const total = (count: 'centres' | 'patients' | 'n') => usable.reduce((sum, group) => sum + group[count], 0);
  const who = {
    group: 'pooled' as const,
    centre: null,
    studies: usable.length,
    studiesLeftOut: groups.length - usable.length,
    centres: total('centres'),
    patients: total('patients'),
    n: total('n'),
  };
  const pooled = pool(usable, settings);
  if (isMissing(pooled)) {
    const nothing = allMissing(pooled.missing, ['estimate', 'standardError', 'interval']);
    return { ...who, ...nothing, ...notPooled(pooled.missing) };
  }
  const { hartungKnapp, heterogeneity, tauSquared, random, predictionInterval } = pooled;
  return {
    ...who,
    estimate: hartungKnapp.estimate,
    standardError: hartungKnapp.standardError,
    interval: hartungKnapp.interval,
    q: heterogeneity.q,
    qDegreesOfFreedom: heterogeneity.degreesOfFreedom,
    qPValue: heterogeneity.pValue,
    iSquared: heterogeneity.iSquared,
    tauSquared,
    normalInterval: random.interval,
    predictionInterval,
  };
}
