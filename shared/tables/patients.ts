import type { Bilingual, Titles } from '#shared/language.ts';
import { GRADE_TITLES } from '#shared/protocol/grade.ts';
import { day, decimalNumber, oneOf, pseudonym, wholeNumber, yesNo } from './column-kinds.ts';
import { defineTable, optional, type RowOf, required, supplementary } from './table.ts';

/** The words of the patients' columns, in the order in which tables show them. */
export const SEXES = {
  M: { fr: 'homme', en: 'man' },
  F: { fr: 'femme', en: 'woman' },
} as const satisfies Titles;

export const PRIMARY_SITES = {
  small_bowel: { fr: 'intestin grêle', en: 'small bowel' },
  pancreas: { fr: 'pancréas', en: 'pancreas' },
  stomach: { fr: 'estomac', en: 'stomach' },
  duodenum: { fr: 'duodénum', en: 'duodenum' },
  appendix: { fr: 'appendice', en: 'appendix' },
  colon: { fr: 'côlon', en: 'colon' },
  rectum: { fr: 'rectum', en: 'rectum' },
  oesophagus: { fr: 'œsophage', en: 'oesophagus' },
  other_digestive: { fr: 'autre site digestif', en: 'other digestive site' },
  unknown_digestive: { fr: 'digestif, site inconnu', en: 'digestive, site unknown' },
  extra_digestive: { fr: 'extra-digestif', en: 'extra-digestive' },
  unknown: { fr: 'inconnu', en: 'unknown' },
} as const satisfies Titles;

export const DIFFERENTIATIONS = {
  well: { fr: 'bien différenciée', en: 'well differentiated' },
  poor: { fr: 'peu différenciée', en: 'poorly differentiated' },
} as const satisfies Titles;

export const GRADE_SAMPLES = {
  primary: { fr: 'primitif', en: 'primary' },
  liver_metastasis: { fr: 'métastase hépatique', en: 'liver metastasis' },
} as const satisfies Titles;

const LIVER_METASTASES = {
  present: { fr: 'présentes', en: 'present' },
  absent: { fr: 'absentes', en: 'absent' },
  unknown: { fr: 'non connues', en: 'not known' },
} as const satisfies Titles;

export const METASTASIS_TIMINGS = {
  synchronous: { fr: 'synchrones', en: 'synchronous' },
  metachronous: { fr: 'métachrones', en: 'metachronous' },
} as const satisfies Titles;

export const FUNCTIONAL_SYNDROMES = {
  none: { fr: 'aucun', en: 'none' },
  carcinoid: { fr: 'carcinoïde', en: 'carcinoid' },
  other: { fr: 'autre syndrome', en: 'another syndrome' },
} as const satisfies Titles;

/** What a patient may have received; each is one yes/no column. */
export const TREATMENTS = [
  ['somatostatin_analogue', { fr: 'analogue de la somatostatine', en: 'somatostatin analogue' }],
  ['chemotherapy', { fr: 'chimiothérapie', en: 'chemotherapy' }],
  ['targeted_therapy', { fr: 'thérapie ciblée', en: 'targeted therapy' }],
  ['primary_resection', { fr: 'résection du primitif', en: 'resection of the primary' }],
  ['liver_metastasis_resection', { fr: 'résection des métastases', en: 'resection of metastases' }],
  ['chemoembolisation', { fr: 'chimioembolisation', en: 'chemoembolisation' }],
  ['radiofrequency', { fr: 'radiofréquence', en: 'radiofrequency ablation' }],
  ['liver_transplant', { fr: 'transplantation hépatique', en: 'liver transplant' }],
  [
    'prrt',
    { fr: 'radiothérapie interne vectorisée (PRRT)', en: 'peptide receptor radionuclide therapy (PRRT)' },
  ],
  ['radioembolisation', { fr: 'radioembolisation', en: 'radioembolisation' }],
  [
    'other_ablation',
    {
      fr: 'autre destruction (micro-ondes, cryothérapie …)',
      en: 'other ablation (microwave, cryotherapy …)',
    },
  ],
] as const satisfies readonly (readonly [string, Bilingual])[];

const BEYOND_THE_THESIS: readonly string[] = ['prrt', 'radioembolisation', 'other_ablation'];

export const PATIENT_ID = required('patient_id', pseudonym, { fr: 'patient', en: 'patient' });

/** `patients.csv`: one row per screened patient. */
export const PATIENTS = defineTable({
  name: 'patients',
  title: { fr: 'patients', en: 'patients' },
  rowIs: { fr: 'un patient examiné', en: 'one screened patient' },
  keyColumns: ['patient_id'],
  columns: [
    PATIENT_ID,
    required('sex', oneOf(SEXES, { M: ['H'] }), { fr: 'sexe', en: 'sex' }),
    optional('age_at_diagnosis', wholeNumber({ from: 0, to: 120 }), {
      fr: 'âge au diagnostic (années)',
      en: 'age at diagnosis (years)',
    }),
    optional('board_date', day, { fr: 'date de la RCP RENATEN', en: 'date of the RENATEN board' }),
    required('histologically_proven', yesNo, { fr: 'preuve histologique', en: 'histologically proven' }),
    required('primary_site', oneOf(PRIMARY_SITES), { fr: 'site du primitif', en: 'primary site' }),
    optional('differentiation', oneOf(DIFFERENTIATIONS), { fr: 'différenciation', en: 'differentiation' }),
    optional('mitoses_per_10_hpf', decimalNumber({ from: 0 }), {
      fr: 'mitoses pour 10 champs (2 mm²)',
      en: 'mitoses per 10 high-power fields (2 mm²)',
    }),
    optional('ki67_percent', decimalNumber({ from: 0, to: 100, unit: '%' }), {
      fr: 'Ki67 (%)',
      en: 'Ki67 (%)',
    }),
    optional('grade', oneOf(GRADE_TITLES), { fr: 'grade', en: 'grade' }),
    optional('grade_sample', oneOf(GRADE_SAMPLES), {
      fr: 'prélèvement du grade',
      en: 'sample of the grade',
    }),
    required('liver_metastases', oneOf(LIVER_METASTASES, { unknown: ['inconnu'] }), {
      fr: 'métastases hépatiques',
      en: 'liver metastases',
    }),
    optional('metastases_on_images', yesNo, {
      fr: 'métastases visibles sur les images',
      en: 'metastases visible on the images',
    }),
    optional('metastasis_timing', oneOf(METASTASIS_TIMINGS), {
      fr: 'chronologie des métastases',
      en: 'timing of the metastases',
    }),
    ...TREATMENTS.map(([name, title]) =>
      (BEYOND_THE_THESIS.includes(name) ? supplementary : optional)(name, yesNo, title),
    ),
    supplementary('functional_syndrome', oneOf(FUNCTIONAL_SYNDROMES), {
      fr: 'syndrome fonctionnel',
      en: 'functional syndrome',
    }),
    supplementary('extrahepatic_metastases', yesNo, {
      fr: 'métastases extra-hépatiques',
      en: 'extrahepatic metastases',
    }),
    supplementary('ct_exams', wholeNumber({ from: 0, to: 999 }), {
      fr: 'nombre de TDM du patient depuis le diagnostic, toutes indications',
      en: 'number of CT examinations of the patient since diagnosis, whatever for',
    }),
  ],
});

/** The columns that may be blank, and without which a patient does not enter the study. */
export const DECIDE_INCLUSION: readonly string[] = [
  'metastases_on_images',
] satisfies readonly (keyof PatientRow)[];

export type PatientRow = RowOf<typeof PATIENTS.columns>;
