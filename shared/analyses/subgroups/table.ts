import type { CountColumns } from '#shared/analyses/counts/count-columns.ts';
import type { CountedPair } from '#shared/analyses/counts/counted-pairs.ts';
import { daysBetween } from '#shared/calendar.ts';
import type { Titles } from '#shared/language.ts';
import { PRIMARY_COMPARISON } from '#shared/protocol/comparisons.ts';
import { GRADE_TITLES } from '#shared/protocol/grade.ts';
import { SIDES } from '#shared/protocol/sides.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { limitColumns, significance, UNITLESS } from '#shared/publication/column-groups.ts';
import { figure, wholeFigure, withReason } from '#shared/publication/figure-columns.ts';
import { type ComputedTable, coded, integer, resultTable } from '#shared/publication/result-table.ts';
import { entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';
import { type ClusteredRateRatio, clusteredRateRatio } from '#shared/statistics/clustered-rate-ratio.ts';
import { sum } from '#shared/statistics/descriptives.ts';
import { allMissing, type Figure, isMissing, mapped, missing } from '#shared/statistics/figure.ts';
import { metaAnalysis } from '#shared/statistics/meta-analysis.ts';
import type { PValue } from '#shared/statistics/outcome.ts';
import { countColumn } from '#shared/tables/pairs.ts';
import { METASTASIS_TIMINGS } from '#shared/tables/patients.ts';

const SITE_GROUPS = {
  small_bowel: { fr: 'intestin grêle', en: 'small bowel' },
  pancreas: { fr: 'pancréas', en: 'pancreas' },
  other_site: { fr: 'autre site', en: 'another site' },
} as const satisfies Titles;
const LOADS = {
  load_under_10: { fr: 'moins de 10 métastases en IRM', en: 'fewer than 10 metastases on MRI' },
  load_10_or_more: { fr: '10 métastases ou plus en IRM', en: '10 metastases or more on MRI' },
} as const satisfies Titles;
const INTERVALS = {
  under_30_days: { fr: 'moins de 30 jours', en: 'under 30 days' },
  '30_days_or_more': { fr: '30 jours ou plus', en: '30 days or more' },
} as const satisfies Titles;

const LEVEL_TITLES = { ...GRADE_TITLES, ...SITE_GROUPS, ...METASTASIS_TIMINGS, ...LOADS, ...INTERVALS };
const LEVELS = vocabulary('subgroup', entriesOf(LEVEL_TITLES));
type Level = keyof typeof LEVEL_TITLES;

const FACTORS = vocabulary(
  'subgroup_factor',
  entriesOf({
    grade: { fr: 'grade', en: 'grade' },
    primary_site: { fr: 'site du primitif', en: 'primary site' },
    metastasis_timing: { fr: 'chronologie des métastases', en: 'timing of the metastases' },
    lesion_load: { fr: 'nombre de métastases en IRM, premier couple', en: 'metastases on MRI, first pair' },
    interval: { fr: 'intervalle TDM–IRM, premier couple', en: 'CT–MRI interval, first pair' },
  }),
);

interface Factor {
  readonly name: 'grade' | 'primary_site' | 'metastasis_timing' | 'lesion_load' | 'interval';
  readonly levels: readonly Level[];
  /** Of a patient, by his first counted pair: so that each patient is in one level, and levels are independent. */
  readonly levelOf: (first: CountedPair) => Level | null;
}

const levelsOf = <Name extends Level>(titles: Titles<Name>) => entriesOf(titles).map(({ code }) => code);
const KNOWN_OTHERWISE: readonly string[] = ['unknown', 'unknown_digestive'];

const FEW_LESIONS = 10;
const SHORT_DAYS = 30;

const FACTOR_LIST: readonly Factor[] = [
  {
    name: 'grade',
    levels: levelsOf(GRADE_TITLES),
    levelOf: ({ patient }) => patient.screened.patient.grade,
  },
  {
    name: 'primary_site',
    levels: levelsOf(SITE_GROUPS),
    levelOf: ({ patient }) => {
      const site = patient.screened.patient.primary_site;
      if (site === 'small_bowel' || site === 'pancreas') return site;
      return KNOWN_OTHERWISE.includes(site) ? null : 'other_site';
    },
  },
  {
    name: 'metastasis_timing',
    levels: levelsOf(METASTASIS_TIMINGS),
    levelOf: ({ patient }) => patient.screened.patient.metastasis_timing,
  },
  {
    name: 'lesion_load',
    levels: levelsOf(LOADS),
    levelOf: ({ pair }) => {
      const load = SIDES.reduce((lesions, side) => lesions + (pair[countColumn('mri_total', side)] ?? 0), 0);
      return load < FEW_LESIONS ? 'load_under_10' : 'load_10_or_more';
    },
  },
  {
    name: 'interval',
    levels: levelsOf(INTERVALS),
    levelOf: ({ pair }) =>
      Math.abs(daysBetween(pair.ct_date, pair.mri_date)) < SHORT_DAYS ? 'under_30_days' : '30_days_or_more',
  },
];

type Effect = Pick<ClusteredRateRatio, 'ratio' | 'interval' | 'standardErrorOfLog'>;

interface LevelEffect {
  readonly level: Level;
  readonly patients: number;
  readonly pairs: number;
  readonly mri: Figure;
  readonly ct: Figure;
  readonly effect: Effect;
}

interface Interaction {
  readonly levels: number;
  readonly q: Figure;
  readonly degreesOfFreedom: Figure;
  readonly pValue: Figure<PValue>;
}

interface SubgroupRow extends LevelEffect {
  readonly factor: Factor['name'];
  readonly interaction: Interaction;
}

/**
 * The primary effect, whole liver, in groups of patients: exploratory, nothing is adjusted. A group of fewer patients than
 * the study shows keeps its figures to itself and takes no part in the test of interaction, Cochran's Q of the levels'
 * log ratios.
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
      integer('n_pairs', { fr: 'couples', en: 'pairs' }, ({ pairs }) => pairs),
      ...withReason<SubgroupRow>('rate_ratio', RATIO, [
        wholeFigure('mri_total', { fr: 'métastases, IRM', en: 'metastases, MRI' }, ({ mri }) => mri),
        wholeFigure('ct_total', { fr: 'métastases, TDM', en: 'metastases, CT' }, ({ ct }) => ct),
        figure('rate_ratio', RATIO, ({ effect }) => effect.ratio),
        ...limitColumns(UNITLESS, 'rate_ratio', RATIO, ({ effect }: SubgroupRow) => effect.interval),
      ]),
      integer(
        'interaction_levels',
        { fr: 'interaction : sous-groupes comparés', en: 'interaction: subgroups compared' },
        ({ interaction }) => interaction.levels,
      ),
      ...withReason<SubgroupRow>('interaction', { fr: 'interaction', en: 'interaction' }, [
        figure(
          'interaction_q',
          { fr: 'interaction : Q', en: 'interaction: Q' },
          ({ interaction }) => interaction.q,
        ),
        wholeFigure(
          'interaction_df',
          { fr: 'interaction : degrés de liberté', en: 'interaction: degrees of freedom' },
          ({ interaction }) => interaction.degreesOfFreedom,
        ),
        significance('interaction_p', { fr: 'interaction : p', en: 'interaction: p' }, ({ interaction }) =>
          mapped(interaction.pValue, ({ p }) => p),
        ),
      ]),
    ],
    FACTOR_LIST.flatMap((factor) => factorRows(factor, counted, counts, settings)),
  );
}

const RATIO = { fr: 'rapport des nombres', en: 'rate ratio' };

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
      const effect = allMissing('too_few_patients', ['ratio', 'interval', 'standardErrorOfLog']);
      return { level, patients, pairs, mri: withheld, ct: withheld, effect };
    }
    return {
      level,
      patients,
      pairs,
      mri: sum(onMri),
      ct: sum(onCt),
      effect: clusteredRateRatio(onMri, onCt),
    };
  });
  const interaction = interactionOf(effects);
  return effects.map((effect) => ({ factor: name, ...effect, interaction }));
}

/** Whether the levels differ more than their errors allow. */
function interactionOf(effects: readonly LevelEffect[]): Interaction {
  const usable = effects.flatMap(({ effect: { ratio, standardErrorOfLog } }) =>
    isMissing(ratio) || isMissing(standardErrorOfLog)
      ? []
      : [{ effect: Math.log(ratio), variance: standardErrorOfLog ** 2 }],
  );
  if (usable.length < 2) {
    return {
      levels: usable.length,
      ...allMissing('too_few_observations', ['q', 'degreesOfFreedom', 'pValue']),
    };
  }
  const { q, degreesOfFreedom, pValue } = metaAnalysis(usable).heterogeneity;
  return { levels: usable.length, q, degreesOfFreedom, pValue };
}
