import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedRow } from '#shared/result-report/published-result.ts';
import { counted, PAIRS, PATIENTS } from './parts.ts';
import type { Source } from './sources.ts';
import { en, fr } from './wording.ts';

/** How many patients and pairs are left at a step of the flow chart. */
export const flowSource = (step: string): Source => ({
  table: 'flow',
  labels: { step },
  columns: ['patients', 'pairs'],
});

/** `57 couples de 37 patients`, of a step. */
export function pairsAndPatients(row: PublishedRow): BilingualPassage {
  const [pairs, patients] = [counted(row, 'pairs', PAIRS), counted(row, 'patients', PATIENTS)];
  return { fr: fr`${pairs} de ${patients}`, en: en`${pairs} of ${patients}` };
}
