import type { CountColumns } from '#shared/analyses/counts/count-columns.ts';
import type { CountedPair } from '#shared/analyses/counts/counted-pairs.ts';
import { PRIMARY_COMPARISON } from '#shared/protocol/comparisons.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { limitColumns, significance, UNITLESS } from '#shared/publication/column-groups.ts';
import { figure, wholeFigure, withReason } from '#shared/publication/figure-columns.ts';
import { type ComputedTable, coded, integer, resultTable } from '#shared/publication/result-table.ts';
import { type ClusteredRateRatio, clusteredRateRatio } from '#shared/statistics/clustered-rate-ratio.ts';
import { sum } from '#shared/statistics/descriptives.ts';
import { allMissing, type Figure, missing } from '#shared/statistics/figure.ts';
import type { GroupCounts } from '#shared/statistics/ratio-interaction.ts';
import { FACTOR_LIST, FACTORS, type Factor, LEVELS, type Level } from './factors.ts';
import { type Interaction, interactionOf } from './interaction.ts';

type Effect = Pick<ClusteredRateRatio, 'ratio' | 'interval'>;

interface LevelEffect {
  readonly level: Level;
  readonly patients: number;
  readonly pairs: number;
  readonly mri: Figure;
  readonly ct: Figure;
  readonly effect: Effect;
  /** By patient; null of a level that is not shown. */
  readonly counts: GroupCounts | null;
}

interface SubgroupRow extends LevelEffect {
  readonly factor: Factor['name'];
  readonly interaction: Interaction;
}

/**
 * The primary effect, whole liver, in groups of patients: exploratory, nothing is adjusted. A group of fewer patients than
 * the study shows keeps its figures to itself and takes no part in the test of interaction, Cochran's Q of the levels'
 * log ratios by permutation of the patients.
 */
export function subgroupsTable(
  counted: readonly CountedPair[],
  counts: CountColumns,
  settings: Pick<StudySettings, 'fewestPatientsShown'>,
): ComputedTable {
  return resultTable<SubgroupRow>(
    'subgroups',
    {
      fr: 'Sous-groupes (exploratoire) : IRM totale et TDM totale',
      en: 'Subgroups (exploratory): MRI total and CT total',
    },
    [
      coded('factor', { fr: 'selon', en: 'by' }, FACTORS, ({ factor }) => factor),
      coded('level', { fr: 'sous-groupe', en: 'subgroup' }, LEVELS, ({ level }) => level),
      integer('n_patients', { fr: 'patients', en: 'patients' }, ({ patients }) => patients),
      integer('n_pairs', { fr: 'couples dénombrés', en: 'counted pairs' }, ({ pairs }) => pairs),
      ...withReason<SubgroupRow>('rate_ratio', RATIO, [
        wholeFigure(
          'mri_total',
          { fr: 'métastases, IRM totale', en: 'metastases, MRI total' },
          ({ mri }) => mri,
        ),
        wholeFigure('ct_total', { fr: 'métastases, TDM totale', en: 'metastases, CT total' }, ({ ct }) => ct),
        figure('rate_ratio', RATIO, ({ effect }) => effect.ratio),
        ...limitColumns(UNITLESS, 'rate_ratio', RATIO, ({ effect }: SubgroupRow) => effect.interval),
      ]),
      integer(
        'interaction_levels',
        { fr: 'interaction : sous-groupes comparés', en: 'interaction: subgroups compared' },
        ({ interaction }) => interaction.groups,
      ),
      ...withReason<SubgroupRow>('interaction', { fr: 'interaction', en: 'interaction' }, [
        figure(
          'interaction_q',
          { fr: 'interaction : Q de Cochran', en: 'interaction: Cochran’s Q' },
          ({ interaction }) => interaction.q,
        ),
        wholeFigure(
          'interaction_df',
          { fr: 'interaction : degrés de liberté', en: 'interaction: degrees of freedom' },
          ({ interaction }) => interaction.degreesOfFreedom,
        ),
        significance(
          'interaction_p',
          { fr: 'interaction : p, patients permutés', en: 'interaction: p, patients permuted' },
          ({ interaction }) => interaction.p,
        ),
      ]),
    ],
    FACTOR_LIST.flatMap((factor) => factorRows(factor, counted, counts, settings)),
  );
}

const RATIO = { fr: 'rapport des nombres, IRM / TDM', en: 'rate ratio, MRI / CT' };

function factorRows(
  { name, levels, levelOf }: Factor,
  counted: readonly CountedPair[],
  counts: CountColumns,
  { fewestPatientsShown }: Pick<StudySettings, 'fewestPatientsShown'>,
): readonly SubgroupRow[] {
  const levelsByPatient: (Level | null)[] = [];
  for (const [position, pair] of counted.entries()) {
    const patient = counts.patientOfPair[position] ?? 0;
    levelsByPatient[patient] ??= levelOf(pair);
  }
  const [mri, ct] = [PRIMARY_COMPARISON.first, PRIMARY_COMPARISON.second].map(({ name: counted }) =>
    counts.perPatient(counted, 'whole'),
  );
  const effects = levels.map((level): LevelEffect => {
    const own = (column: Float64Array | undefined) =>
      (column ?? new Float64Array()).filter((_, patient) => levelsByPatient[patient] === level);
    const [onMri, onCt] = [own(mri), own(ct)];
    const patients = onMri.length;
    const pairs = counts.patientOfPair.filter((patient) => levelsByPatient[patient] === level).length;
    if (patients < fewestPatientsShown) {
      const withheld = missing('too_few_patients');
      const effect = allMissing('too_few_patients', ['ratio', 'interval']);
      return { level, patients, pairs, mri: withheld, ct: withheld, effect, counts: null };
    }
    return {
      level,
      patients,
      pairs,
      mri: sum(onMri),
      ct: sum(onCt),
      effect: clusteredRateRatio(onMri, onCt),
      counts: { first: onMri, second: onCt },
    };
  });
  const interaction = interactionOf(effects.flatMap(({ counts: own }) => own ?? []));
  return effects.map((effect) => ({ factor: name, ...effect, interaction }));
}
