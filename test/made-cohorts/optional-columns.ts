import { codesOf } from '#shared/language.ts';
import { CONTRAST_AGENTS, LIVER_INVOLVEMENT, type PairRow } from '#shared/tables/pairs.ts';
import { FUNCTIONAL_SYNDROMES, type PatientRow } from '#shared/tables/patients.ts';

/**
 * What the optional columns say, by turns and not by chance, so that what else a cohort has stays as it was; of some
 * nothing is known.
 */
const turn = <Item>(items: readonly Item[], position: number): Item | null =>
  items[position % (items.length + 1)] ?? null;

export const optionalOfPatient = (position: number): Partial<PatientRow> => ({
  prrt: turn([true, false, false], position),
  radioembolisation: turn([false, true, false, false], position),
  other_ablation: turn([false, false, false, true, false], position),
  functional_syndrome: turn(codesOf(FUNCTIONAL_SYNDROMES), position),
  extrahepatic_metastases: turn([true, false], position),
  // On both sides of the limits of ten and twenty.
  ct_exams: turn([9, 10, 12, 20, 21, 34, 5], position),
});

export const optionalOfPair = (position: number): Partial<PairRow> => ({
  liver_involvement: turn(codesOf(LIVER_INVOLVEMENT), position),
  ct_dlp_arterial: turn([312.5, 288, 401, 350.4], position),
  ct_dlp_portal: turn([420, 377.5, 515.2, 468, 390], position),
  field_tesla: turn([1.5, 3, 1.5], position),
  contrast_agent: turn(codesOf(CONTRAST_AGENTS), position),
});
