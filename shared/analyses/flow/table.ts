import { coded, integer, type ResultTable, resultTable } from '#shared/publication/result-table.ts';
import type { Study } from '#shared/study/study.ts';
import { type FlowStep, flow } from './steps.ts';

/** The flow chart (thesis, Figure 11), from all who were screened to those who are counted and measured. */
export const flowTable = (study: Study): ResultTable =>
  resultTable<FlowStep>(
    'flow',
    {
      fr: 'Diagramme de flux (figure 11) : premier lecteur, un motif par patient et par couple',
      en: 'Flow chart (Figure 11): first reader, one reason for a patient and for a pair',
    },
    [
      coded('step', { fr: 'étape', en: 'step' }, 'flow_step', ({ step }) => step),
      coded('of', { fr: 'parmi', en: 'of' }, 'flow_step', (row) => row.of),
      coded('reason', { fr: 'motif', en: 'reason' }, 'rule', ({ reason }) => reason),
      integer('patients', { fr: 'patients', en: 'patients' }, ({ patients }) => patients),
      integer('pairs', { fr: 'couples', en: 'pairs' }, ({ pairs }) => pairs),
    ],
    flow(study),
  );
