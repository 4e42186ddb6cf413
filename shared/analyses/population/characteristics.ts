import { daysBetween } from '#shared/calendar.ts';
import type { Titles } from '#shared/language.ts';
import { derivedClass, derivedGrade, GRADE_TITLES, GRADES, TUMOUR_CLASSES } from '#shared/protocol/grade.ts';
import {
  type CodeOf,
  columnEntries,
  entriesOf,
  numbered,
  vocabulary,
} from '#shared/publication/vocabulary.ts';
import type { PairRow } from '#shared/tables/pairs.ts';
import {
  DIFFERENTIATIONS,
  FUNCTIONAL_SYNDROMES,
  GRADE_SAMPLES,
  METASTASIS_TIMINGS,
  PATIENTS,
  type PatientRow,
  PRIMARY_SITES,
  SEXES,
  TREATMENTS,
} from '#shared/tables/patients.ts';

/** What patients are divided by; null where it is not known of a patient. */
const characteristic = <const Name extends string, LevelCode extends string>(
  name: Name,
  levels: Titles<LevelCode>,
  levelOf: (patient: PatientRow) => NoInfer<LevelCode> | null,
) => ({ name, levels: entriesOf(levels), levelOf });

const YES_NO = { yes: { fr: 'oui', en: 'yes' }, no: { fr: 'non', en: 'no' } } as const satisfies Titles;
const yesNo = (value: boolean | null): keyof typeof YES_NO | null =>
  value === null ? null : value ? 'yes' : 'no';

// An extra-digestive origin, or one that is not known at all, keeps a patient out of the study.
const { unknown: _, extra_digestive: __, ...DIGESTIVE_SITES } = PRIMARY_SITES;
const isDigestive = (site: string): site is keyof typeof DIGESTIVE_SITES =>
  Object.hasOwn(DIGESTIVE_SITES, site);
const knownSite = ({ primary_site }: PatientRow) => (isDigestive(primary_site) ? primary_site : null);

const ORIGINS = {
  foregut: { fr: 'intestin antérieur', en: 'foregut' },
  midgut: { fr: 'intestin moyen', en: 'midgut' },
  hindgut: { fr: 'intestin postérieur', en: 'hindgut' },
} as const satisfies Titles;

/** Williams and Sandler (Lancet 1963); of the colon the site does not say which half: it is counted with the rectum. */
const ORIGIN_OF: Readonly<Partial<Record<PatientRow['primary_site'], keyof typeof ORIGINS>>> = {
  oesophagus: 'foregut',
  stomach: 'foregut',
  duodenum: 'foregut',
  pancreas: 'foregut',
  small_bowel: 'midgut',
  appendix: 'midgut',
  colon: 'hindgut',
  rectum: 'hindgut',
};

const AGAINST_DERIVED = {
  same: { fr: 'le même', en: 'the same' },
  declared_lower: { fr: 'déclaré plus bas', en: 'declared lower' },
  declared_higher: { fr: 'déclaré plus haut', en: 'declared higher' },
} as const satisfies Titles;

/** Table 3 of the thesis and the text around it, in its order (lines 1083–1112). */
export const CHARACTERISTICS = [
  characteristic('sex', SEXES, ({ sex }) => sex),
  characteristic('primary_site', DIGESTIVE_SITES, knownSite),
  characteristic('small_bowel_or_pancreas', YES_NO, (patient) => {
    const site = knownSite(patient);
    return site === null || site === 'unknown_digestive'
      ? null
      : yesNo(site === 'small_bowel' || site === 'pancreas');
  }),
  characteristic('duodeno_pancreatic', YES_NO, (patient) => {
    const site = knownSite(patient);
    return site === null || site === 'unknown_digestive'
      ? null
      : yesNo(site === 'duodenum' || site === 'pancreas');
  }),
  characteristic('origin', ORIGINS, ({ primary_site }) => ORIGIN_OF[primary_site] ?? null),
  characteristic('differentiation', DIFFERENTIATIONS, ({ differentiation }) => differentiation),
  characteristic('grade', GRADE_TITLES, ({ grade }) => grade),
  characteristic('who_2019_class', TUMOUR_CLASSES, derivedClass),
  characteristic('grade_against_who_2019', AGAINST_DERIVED, gradeAgainstDerived),
  characteristic('grade_sample', GRADE_SAMPLES, ({ grade_sample }) => grade_sample),
  characteristic('metastasis_timing', METASTASIS_TIMINGS, ({ metastasis_timing }) => metastasis_timing),
  ...TREATMENTS.map(([name]) => characteristic(name, YES_NO, (patient) => yesNo(patient[name]))),
  characteristic('no_systemic_treatment', YES_NO, withoutSystemicTreatment),
  characteristic(
    'functional_syndrome',
    FUNCTIONAL_SYNDROMES,
    ({ functional_syndrome }) => functional_syndrome,
  ),
  characteristic('extrahepatic_metastases', YES_NO, (patient) => yesNo(patient.extrahepatic_metastases)),
];

/** What the characteristics and quantities are called: those that are columns as their column is. */
export const CHARACTERISTIC_NAMES = vocabulary('characteristic', [
  ...columnEntries(PATIENTS),
  ...entriesOf({
    small_bowel_or_pancreas: { fr: 'intestin grêle ou pancréas', en: 'small bowel or pancreas' },
    duodeno_pancreatic: { fr: 'duodéno-pancréatique', en: 'duodeno-pancreatic' },
    origin: { fr: 'origine embryologique', en: 'embryological origin' },
    lesion_load: {
      fr: 'métastases en IRM, premier couple dénombré',
      en: 'metastases on MRI, first counted pair',
    },
    who_2019_class: { fr: 'classe OMS 2019, calculée', en: 'WHO 2019 class, derived' },
    grade_against_who_2019: {
      fr: 'grade déclaré et grade OMS 2019',
      en: 'declared grade and WHO 2019 grade',
    },
    no_systemic_treatment: { fr: 'aucun traitement systémique', en: 'no systemic treatment' },
    pairs_per_patient: { fr: 'couples par patient', en: 'pairs per patient' },
    interval: { fr: 'intervalle TDM–IRM', en: 'CT–MRI interval' },
    signed_interval: { fr: 'intervalle signé, IRM − TDM', en: 'signed interval, MRI − CT' },
  }),
]);
export type CharacteristicName = CodeOf<typeof CHARACTERISTIC_NAMES>;

type LevelEntry = (typeof CHARACTERISTICS)[number]['levels'][number];

/** The levels of all characteristics, and those that every one may have. */
export const LEVELS = vocabulary('level', [
  ...CHARACTERISTICS.flatMap(({ levels }): readonly LevelEntry[] => levels),
  ...entriesOf({
    known: { fr: 'connu', en: 'known' },
    not_known: { fr: 'non connu', en: 'not known' },
  }),
  ...numbered('', 'nombre :', 'number:'),
]);
export type Level = CodeOf<typeof LEVELS>;

/** Where the declared grade stands beside the one of the WHO 2019 class; not known without either. */
function gradeAgainstDerived(patient: PatientRow): keyof typeof AGAINST_DERIVED | null {
  const derived = derivedGrade(patient);
  if (patient.grade === null || derived === null) return null;
  if (patient.grade === derived) return 'same';
  return GRADES.indexOf(patient.grade) < GRADES.indexOf(derived) ? 'declared_lower' : 'declared_higher';
}

/**
 * None of the systemic treatments. One of the thesis's three that is not known leaves it open, unless another was given;
 * PRRT, which centres may leave out, only says no where it was given.
 */
function withoutSystemicTreatment(patient: PatientRow): keyof typeof YES_NO | null {
  const given = [patient.somatostatin_analogue, patient.chemotherapy, patient.targeted_therapy];
  if (given.includes(true) || patient.prrt === true) return 'no';
  return given.includes(null) ? null : 'yes';
}

/** Days from the CT to the MRI; negative where the MRI came first. */
export const signedInterval = ({ ct_date, mri_date }: PairRow): number => daysBetween(ct_date, mri_date);
