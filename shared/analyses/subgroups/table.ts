import type { CountColumns } from '#shared/analyses/counts/count-columns.ts';
import type { CountedPair } from '#shared/analyses/counts/counted-pairs.ts';
import { PRIMARY_COMPARISON } from '#shared/protocol/comparisons.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { limitColumns, significance, UNITLESS } from '#shared/publication/column-groups.ts';
import { figure, wholeFigure, withReason } from '#shared/publication/figure-columns.ts';
import { type ComputedTable, coded, integer, resultTable } from '#shared/publication/result-table.ts';
import { FACTOR_LIST, FACTORS, type Factor, LEVELS, type Level } from './factors.ts';
import { type Interaction, interactionOf } from './interaction.ts';
import { type LevelCounts, type LevelEffect, levelEffects } from './level-effects.ts';

interface SubgroupRow extends LevelEffect {
  readonly factor: Factor['name'];
  readonly interaction: Interaction;
}

/**
 * The primary effect, whole liver, in groups of patients: exploratory, nothing is adjusted. A group of fewer patients than
 * the study shows keeps its figures to itself and takes no part in the test of interaction, Cochran’s Q of the levels’
 * log ratios by permutation of the patients; and so does the next smallest, where the whole less the others would be the
 * small one’s figures.
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
  settings: Pick<StudySettings, 'fewestPatientsShown'>,
): readonly SubgroupRow[] {
  const levelsByPatient: (Level | null)[] = [];
  for (const [position, pair] of counted.entries()) {
    const patient = counts.patientOfPair[position] ?? 0;
    levelsByPatient[patient] ??= levelOf(pair);
  }
  const [mri, ct] = [PRIMARY_COMPARISON.first, PRIMARY_COMPARISON.second].map(({ name: counted }) =>
    counts.perPatient(counted, 'whole'),
  );
  const groups = levels.map((level): LevelCounts => {
    const own = (column: Float64Array | undefined) =>
      (column ?? new Float64Array()).filter((_, patient) => levelsByPatient[patient] === level);
    const [first, second] = [own(mri), own(ct)];
    const pairs = counts.patientOfPair.filter((patient) => levelsByPatient[patient] === level).length;
    return { level, patients: first.length, pairs, first, second };
  });
  const effects = levelEffects(groups, counts.patients, settings);
  const interaction = interactionOf(effects.flatMap(({ counts: own }) => own ?? []));
  return effects.map((effect) => ({ factor: name, ...effect, interaction }));
}
