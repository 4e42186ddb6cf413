import type { Section } from '#shared/result-report/page/section.ts';
import { figure, key, PAIRS, PATIENTS } from '#shared/result-report/page/tables/reading-columns.ts';
import { readingTable } from '#shared/result-report/page/tables/reading-table.ts';
import { type PublishedResult, rowsOf } from '#shared/result-report/published-result.ts';

/** Who was screened, who is in each analysis, and why the others are not: the thesis's Figure 11. */
export const flow = (result: PublishedResult): Section => ({
  id: 'flow',
  title: { fr: 'De l’examen des dossiers à l’analyse', en: 'From screening to analysis' },
  content: readingTable(result, {
    id: 'flow-table',
    caption: {
      fr: 'Patients et couples TDM–IRM à chaque étape, avec le motif des autres',
      en: 'Patients and pairs of CT and MRI at each step, with the reason for the others',
    },
    columns: [
      key('step', { fr: 'étape', en: 'step' }),
      { ...key('reason', { fr: 'motif', en: 'reason' }), blank: '' },
      figure('patients', PATIENTS),
      figure('pairs', PAIRS),
    ],
    rows: rowsOf(result, 'flow').map((row) => ({ row })),
  }),
});
