import { FLOW_STEPS } from '#shared/analyses/flow/steps.ts';
import { CHARACTERISTIC_TITLES, CHARACTERISTICS } from '#shared/analyses/population/characteristics.ts';
import { QUALITY_CHECKS } from '#shared/analyses/quality/tally.ts';
import type { Titles } from '#shared/language.ts';
import { COUNTED, MODALITY_TITLES } from '#shared/protocol/sequences.ts';
import { REGION_TITLES } from '#shared/protocol/sides.ts';
import { WARNING_TITLES } from '#shared/statistics/reason-titles.ts';
import { NOT_COUNTED, NOT_MEASURED } from '#shared/study/analyses.ts';
import { EXCLUSIONS } from '#shared/study/eligibility.ts';
import { columnTitles } from '#shared/tables/table.ts';
import { TABLES } from '#shared/tables/tables.ts';
import { REASONS } from './reasons.ts';

const SEQUENCE_TITLES: Titles = Object.fromEntries(COUNTED.map(({ name, title }) => [name, title]));

const RULE_TITLES: Titles = Object.fromEntries(
  [...EXCLUSIONS, ...NOT_COUNTED, ...NOT_MEASURED].map(({ reason, title }) => [reason, title]),
);

/** `<prefix>1` to `<prefix>9`: pairs, readers and follow-ups are numbered so. */
const numbered = (prefix: string, fr: string, en: string): Titles =>
  Object.fromEntries(
    Array.from({ length: 9 }, (_, index) => index + 1).map((number) => [
      `${prefix}${number}`,
      { fr: `${fr} ${number}`, en: `${en} ${number}` },
    ]),
  );

/**
 * What the codes in the published tables stand for, French and English, one list for each kind of code. They stand
 * in `tables.json` beside the tables; a column names the list that its codes are from.
 */
export const VOCABULARIES = {
  region: REGION_TITLES,
  sequence: SEQUENCE_TITLES,
  method: { ...MODALITY_TITLES, ...SEQUENCE_TITLES },
  flow_step: FLOW_STEPS,
  rule: RULE_TITLES,
  characteristic: CHARACTERISTIC_TITLES,
  level: {
    ...Object.assign({}, ...CHARACTERISTICS.map(({ levels }) => levels)),
    known: { fr: 'connu', en: 'known' },
    not_known: { fr: 'non connu', en: 'not known' },
    ...numbered('', 'nombre :', 'number:'),
  },
  sample: {
    patients: { fr: 'patients inclus', en: 'included patients' },
    counted_pairs: { fr: 'couples dénombrés', en: 'counted pairs' },
    measured_pairs: { fr: 'couples mesurés', en: 'measured pairs' },
  },
  row_kind: {
    category: { fr: 'catégorie : nombre et pourcentage', en: 'category: number and percentage' },
    quantity: { fr: 'grandeur : moyenne et étendue', en: 'quantity: mean and range' },
  },
  unit: {
    patients: { fr: 'patients', en: 'patients' },
    pairs: { fr: 'couples', en: 'pairs' },
    readings: { fr: 'lectures', en: 'readings' },
    lesions: { fr: 'lésions', en: 'lesions' },
    metastases: { fr: 'métastases', en: 'metastases' },
    mm: { fr: 'millimètres', en: 'millimetres' },
    years: { fr: 'années', en: 'years' },
    days: { fr: 'jours', en: 'days' },
  },
  analysis: {
    counts: { fr: 'nombres', en: 'counts' },
    measures: { fr: 'mesures', en: 'measures' },
  },
  union: {
    modality: { fr: 'celles de la modalité', en: 'those of the modality' },
    all_lesions: { fr: 'toutes (IRM totale)', en: 'all (MRI total)' },
  },
  per: {
    lesion: { fr: 'lésion', en: 'lesion' },
    patient: { fr: 'patient', en: 'patient' },
    pair: { fr: 'couple', en: 'pair' },
  },
  law: {
    exact: { fr: 'loi exacte', en: 'exact law' },
    large_sample: { fr: 'loi asymptotique', en: 'large-sample law' },
    normal: { fr: 'loi normale', en: 'normal law' },
    normal_with_continuity_correction: {
      fr: 'loi normale, avec correction de continuité',
      en: 'normal law, with continuity correction',
    },
  },
  /** Several, where there are, stand one after another with a space between. */
  warning: WARNING_TITLES,
  reason: REASONS,
  effect: {
    count_difference: { fr: 'différence des nombres par couple', en: 'difference of counts per pair' },
    log_rate_ratio: { fr: 'logarithme du rapport des nombres', en: 'logarithm of the rate ratio' },
    diameter_difference: { fr: 'différence des diamètres', en: 'difference of diameters' },
  },
  group: {
    all: { fr: 'tous les centres', en: 'all centres' },
    centre: { fr: 'un centre', en: 'one centre' },
    others: { fr: 'les autres centres, trop petits', en: 'the other centres, too small' },
    pooled: { fr: 'ensemble', en: 'pooled' },
  },
  quantity: {
    count: { fr: 'nombre de métastases', en: 'number of metastases' },
    diameter: { fr: 'diamètre', en: 'diameter' },
    ...columnTitles(TABLES.pairs),
  },
  time_point: {
    all: { fr: 'tous les suivis', en: 'all follow-ups' },
    last: { fr: 'dernier suivi', en: 'last follow-up' },
    ...numbered('', 'suivi', 'follow-up'),
  },
  quality_check: QUALITY_CHECKS,
  quality_detail: {
    ...RULE_TITLES,
    ...columnTitles(TABLES.patients),
    ...columnTitles(TABLES.pairs),
    ...columnTitles(TABLES.lesions),
    ...SEQUENCE_TITLES,
    ...numbered('reader_', 'lecteur', 'reader'),
    pair_without_patient: { fr: 'couple sans son patient', en: 'pair without its patient' },
    lesion_without_pair: { fr: 'lésion sans son couple', en: 'lesion without its pair' },
    under_limit: { fr: 'juste sous la limite', en: 'just under the limit' },
    limit_or_over: { fr: 'à la limite ou juste au-dessus', en: 'at the limit or just over it' },
  },
} as const satisfies Readonly<Record<string, Titles>>;

export type VocabularyName = keyof typeof VOCABULARIES;
