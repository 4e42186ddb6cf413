import { daysBetween } from '#shared/calendar.ts';
import { derivedClass, derivedGrade, GRADES, TUMOUR_CLASSES } from '#shared/protocol/grade.ts';
import type { PairRow } from '#shared/tables/pairs.ts';
import { type PatientRow, PRIMARY_SITES, TREATMENTS } from '#shared/tables/patients.ts';

/** What patients are divided by; null where it is not known of a patient. */
export interface Characteristic {
  readonly name: string;
  readonly levels: readonly string[];
  readonly levelOf: (patient: PatientRow) => string | null;
}

const YES_NO = ['yes', 'no'] as const;
const yesNo = (value: boolean | null): (typeof YES_NO)[number] | null =>
  value === null ? null : value ? 'yes' : 'no';

const knownSite = ({ primary_site }: PatientRow) => (primary_site === 'unknown' ? null : primary_site);

/** Table 3 of the thesis and the text around it, in its order (lines 1083–1112). */
export const CHARACTERISTICS: readonly Characteristic[] = [
  { name: 'sex', levels: ['M', 'F'], levelOf: ({ sex }) => sex },
  {
    name: 'primary_site',
    // An extra-digestive origin keeps a patient out of the study.
    levels: PRIMARY_SITES.filter((site) => site !== 'unknown' && site !== 'extra_digestive'),
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
  { name: 'differentiation', levels: ['well', 'poor'], levelOf: ({ differentiation }) => differentiation },
  { name: 'grade', levels: GRADES, levelOf: ({ grade }) => grade },
  { name: 'who_2019_class', levels: TUMOUR_CLASSES, levelOf: derivedClass },
  {
    name: 'grade_against_who_2019',
    levels: ['same', 'declared_lower', 'declared_higher'],
    levelOf: gradeAgainstDerived,
  },
  {
    name: 'grade_sample',
    levels: ['primary', 'liver_metastasis'],
    levelOf: ({ grade_sample }) => grade_sample,
  },
  {
    name: 'metastasis_timing',
    levels: ['synchronous', 'metachronous'],
    levelOf: ({ metastasis_timing }) => metastasis_timing,
  },
  ...TREATMENTS.map(([name]) => ({
    name,
    levels: YES_NO,
    levelOf: (patient: PatientRow) => yesNo(patient[name]),
  })),
  { name: 'no_systemic_treatment', levels: YES_NO, levelOf: withoutSystemicTreatment },
];

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
