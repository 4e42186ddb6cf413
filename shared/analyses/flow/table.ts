import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { type ComputedTable, coded, integer, resultTable } from '#shared/publication/result-table.ts';
import { entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';
import { ruleTitles } from '#shared/study/rule-titles.ts';
import type { Study } from '#shared/study/study.ts';
import { FLOW_STEPS, type FlowStep, flow } from './steps.ts';

const leavingOut = (settings: StudySettings) => vocabulary('rule', entriesOf(ruleTitles(settings)));

/** The flow chart (thesis, Figure 11), from all who were screened to those who are counted and measured. */
export const flowTable = (study: Study, settings: StudySettings): ComputedTable =>
  resultTable<FlowStep>(
    'flow',
    {
      fr: 'Diagramme de flux (figure 11) : premier lecteur, un motif par patient et par couple',
      en: 'Flow chart (Figure 11): first reader, one reason for a patient and for a pair',
    },
    [
      coded('step', { fr: 'étape', en: 'step' }, FLOW_STEPS, ({ step }) => step),
      coded(
        'of',
        { fr: 'étape dont c’est une part', en: 'step of which this is a part' },
        FLOW_STEPS,
        ({ among }) => among,
      ),
      coded('reason', { fr: 'motif', en: 'reason' }, leavingOut(settings), ({ reason }) => reason),
      integer('patients', { fr: 'patients', en: 'patients' }, ({ patients }) => patients),
      integer('pairs', { fr: 'couples', en: 'pairs' }, ({ pairs }) => pairs),
    ],
    flow(study, settings),
  );
