import { daysBetween } from '#shared/calendar.ts';
import type { Titles } from '#shared/language.ts';
import { derivedClass, derivedGrade, GRADE_TITLES, GRADES, TUMOUR_CLASSES } from '#shared/protocol/grade.ts';
import type { PairRow } from '#shared/tables/pairs.ts';
import {
  DIFFERENTIATIONS,
  GRADE_SAMPLES,
  METASTASIS_TIMINGS,
  PATIENTS,
  type PatientRow,
  PRIMARY_SITES,
  SEXES,
  TREATMENTS,
} from '#shared/tables/patients.ts';
import { columnTitles } from '#shared/tables/table.ts';

/** What patients are divided by; null where it is not known of a patient. */
export interface Characteristic {
  readonly name: string;
  readonly levels: Titles;
  readonly levelOf: (patient: PatientRow) => string | null;
}

const YES_NO = { yes: { fr: 'oui', en: 'yes' }, no: { fr: 'non', en: 'no' } } as const satisfies Titles;
const yesNo = (value: boolean | null): keyof typeof YES_NO | null =>
  value === null ? null : value ? 'yes' : 'no';

// An extra-digestive origin keeps a patient out of the study.
const { unknown: _, extra_digestive: __, ...DIGESTIVE_SITES } = PRIMARY_SITES;
const knownSite = ({ primary_site }: PatientRow) => (primary_site === 'unknown' ? null : primary_site);

/** Table 3 of the thesis and the text around it, in its order (lines 1083–1112). */
export const CHARACTERISTICS: readonly Characteristic[] = [
  { name: 'sex', levels: SEXES, levelOf: ({ sex }) => sex },
  {
    name: 'primary_site',
    levels: DIGESTIVE_SITES,
    levelOf: knownSite,
  },
  {
    name: 'small_bowel_or_pancreas',
    levels: YES_NO,
    levelOf: (patient) => {
      const site = knownSite(patient);
      return site === null ? null : yesNo(site === 'small_bowel' || site === 'pancreas');
    },
  },
  {
    name: 'differentiation',
    levels: DIFFERENTIATIONS,
    levelOf: ({ differentiation }) => differentiation,
  },
  {
    name: 'grade',
    levels: GRADE_TITLES,
    levelOf: ({ grade }) => grade,
  },
  {
    name: 'who_2019_class',
    levels: TUMOUR_CLASSES,
    levelOf: derivedClass,
  },
  {
    name: 'grade_against_who_2019',
    levels: {
      same: { fr: 'le même', en: 'the same' },
      declared_lower: { fr: 'déclaré plus bas', en: 'declared lower' },
      declared_higher: { fr: 'déclaré plus haut', en: 'declared higher' },
    },
    levelOf: gradeAgainstDerived,
  },
  {
    name: 'grade_sample',
    levels: GRADE_SAMPLES,
    levelOf: ({ grade_sample }) => grade_sample,
  },
  {
    name: 'metastasis_timing',
    levels: METASTASIS_TIMINGS,
    levelOf: ({ metastasis_timing }) => metastasis_timing,
  },
  ...TREATMENTS.map(([name]) => ({
    name,
    levels: YES_NO,
    levelOf: (patient: PatientRow) => yesNo(patient[name]),
  })),
  {
    name: 'no_systemic_treatment',
    levels: YES_NO,
    levelOf: withoutSystemicTreatment,
  },
];

/** What the characteristics are called: those that are columns as their column is. */
export const CHARACTERISTIC_TITLES: Titles = {
  ...columnTitles(PATIENTS),
  small_bowel_or_pancreas: { fr: 'intestin grêle ou pancréas', en: 'small bowel or pancreas' },
  who_2019_class: { fr: 'classe OMS 2019, calculée', en: 'WHO 2019 class, derived' },
  grade_against_who_2019: { fr: 'grade déclaré et grade OMS 2019', en: 'declared grade and WHO 2019 grade' },
  no_systemic_treatment: { fr: 'aucun traitement systémique', en: 'no systemic treatment' },
  pairs_per_patient: { fr: 'couples par patient', en: 'pairs per patient' },
  interval: { fr: 'intervalle TDM–IRM', en: 'CT–MRI interval' },
  signed_interval: { fr: 'intervalle signé, IRM − TDM', en: 'signed interval, MRI − CT' },
};

/** Where the declared grade stands beside the one of the WHO 2019 class; not known without either. */
function gradeAgainstDerived(patient: PatientRow): string | null {
  const derived = derivedGrade(patient);
  if (patient.grade === null || derived === null) return null;
  if (patient.grade === derived) return 'same';
  return GRADES.indexOf(patient.grade) < GRADES.indexOf(derived) ? 'declared_lower' : 'declared_higher';
}

/** None of the three systemic treatments; one that is not known leaves it open, unless another was given. */
function withoutSystemicTreatment(patient: PatientRow): string | null {
  const given = [patient.somatostatin_analogue, patient.chemotherapy, patient.targeted_therapy];
  if (given.includes(true)) return 'no';
  return given.includes(null) ? null : 'yes';
}

/** Days from the CT to the MRI; negative where the MRI came first. */
export const signedInterval = ({ ct_date, mri_date }: PairRow): number => daysBetween(ct_date, mri_date);
