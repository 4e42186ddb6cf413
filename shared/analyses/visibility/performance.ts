import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { sequenceColumn } from '#shared/publication/key-columns.ts';
import { type ComputedTable, coded, integer, resultTable } from '#shared/publication/result-table.ts';
import type { ListedLesions } from './listed-lesions.ts';
import { lesionColumns, ofAllReferences, ofPatients } from './performance-columns.ts';
import { type PerformanceRow, performanceRows } from './performance-rows.ts';
import { STANDARDS_OR_ALL } from './verified.ts';

type Settings = Pick<StudySettings, 'fewestPatientsShown'>;

/**
 * How well each sequence, and each modality as a whole, tells metastases: against the lesions of which histology,
 * follow-up or other imaging says what they are. A lesion is called a metastasis where it is seen and the confidence on
 * its modality, if given, is 3 or more; a benign one that is so called is a false positive. The others are known by no
 * reference, and a reference is sought where something was seen: what is not verified would make sensitivity smaller, and
 * the table says how many they are (Genders 2012 Radiology 265:910 on clustered lesions; Rutter 2000 Acad Radiol 7:413).
 * Of patients: the same call on any of their lesions. All included patients have liver metastases, so that there is a
 * specificity only of those on whose counted pairs every listed lesion is benign.
 */
export function performanceTable(listed: ListedLesions, settings: Settings): ComputedTable {
  return resultTable<PerformanceRow>(
    'performance',
    {
      fr: 'Performance sur les lésions dont une référence établit la nature (biais de vérification : voir les lésions sans référence)',
      en: 'Performance on the lesions whose nature a reference establishes (verification bias: see the lesions without one)',
    },
    [
      sequenceColumn,
      coded('reference', { fr: 'référence', en: 'reference' }, STANDARDS_OR_ALL, ({ standard }) => standard),
      integer(
        'n_patients',
        { fr: 'patients avec une de ces lésions', en: 'patients with one of these lesions' },
        ({ patients }) => patients.size,
      ),
      ofAllReferences(
        'listed',
        { fr: 'lésions listées évaluables', en: 'listed lesions that can be assessed' },
        ({ listed: lesions }) => lesions,
      ),
      ofAllReferences(
        'without_reference',
        {
          fr: 'dont sans référence, ou de nature inconnue : non vérifiées',
          en: 'of these without a reference, or of unknown nature: not verified',
        },
        ({ unverified }) => unverified,
      ),
      ...lesionColumns,
      ...ofPatients({
        name: 'patient_sensitivity',
        label: { fr: 'sensibilité par patient', en: 'sensitivity per patient' },
        of: {
          name: 'patients_with_metastasis',
          fr: 'patients avec métastase',
          en: 'patients with a metastasis',
        },
        found: {
          name: 'patients_called',
          fr: 'patients avec métastase, dont une lésion au moins est dite métastase',
          en: 'patients with a metastasis of whom some lesion is called one',
        },
        share: ({ patientSensitivity }) => patientSensitivity,
        withheld: ({ illWithheld }) => illWithheld,
      }),
      ...ofPatients({
        name: 'patient_specificity',
        label: { fr: 'spécificité par patient', en: 'specificity per patient' },
        of: {
          name: 'patients_without_metastasis',
          fr: 'patients dont toutes les lésions listées sont bénignes (tous les inclus ont des métastases : aucun, le plus souvent)',
          en: 'patients all of whose listed lesions are benign (all included have metastases: mostly none)',
        },
        found: {
          name: 'patients_not_called',
          fr: 'patients sans métastase, dont aucune lésion n’est dite métastase',
          en: 'patients without a metastasis of whom no lesion is called one',
        },
        share: ({ patientSpecificity }) => patientSpecificity,
        withheld: ({ wellWithheld }) => wellWithheld,
      }),
    ],
    performanceRows(listed, settings),
  );
}
