import { type CountedPair, wholeLiverCount } from '#shared/analyses/counts/counted-pairs.ts';
import { daysBetween } from '#shared/calendar.ts';
import type { Titles } from '#shared/language.ts';
import { GRADE_TITLES } from '#shared/protocol/grade.ts';
import { entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';
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
export const LEVELS = vocabulary('subgroup', entriesOf(LEVEL_TITLES));
export type Level = keyof typeof LEVEL_TITLES;

export const FACTORS = vocabulary(
  'subgroup_factor',
  entriesOf({
    grade: { fr: 'grade', en: 'grade' },
    primary_site: { fr: 'site du primitif', en: 'primary site' },
    metastasis_timing: { fr: 'chronologie des métastases', en: 'timing of the metastases' },
    lesion_load: { fr: 'nombre de métastases en IRM, premier couple', en: 'metastases on MRI, first pair' },
    interval: { fr: 'intervalle TDM–IRM, premier couple', en: 'CT–MRI interval, first pair' },
  }),
);

/** What patients are grouped by. */
export interface Factor {
  readonly name: 'grade' | 'primary_site' | 'metastasis_timing' | 'lesion_load' | 'interval';
  readonly levels: readonly Level[];
  /** Of a patient, by his first counted pair: so that each patient is in one level, and levels are independent. */
  readonly levelOf: (first: CountedPair) => Level | null;
}

const levelsOf = <Name extends Level>(titles: Titles<Name>) => entriesOf(titles).map(({ code }) => code);
const KNOWN_OTHERWISE: readonly string[] = ['unknown', 'unknown_digestive'];

const FEW_LESIONS = 10;
const SHORT_DAYS = 30;

export const FACTOR_LIST: readonly Factor[] = [
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
    levelOf: ({ pair }) =>
      wholeLiverCount(pair, 'mri_total') < FEW_LESIONS ? 'load_under_10' : 'load_10_or_more',
  },
  {
    name: 'interval',
    levels: levelsOf(INTERVALS),
    levelOf: ({ pair }) =>
      Math.abs(daysBetween(pair.ct_date, pair.mri_date)) < SHORT_DAYS ? 'under_30_days' : '30_days_or_more',
  },
];
