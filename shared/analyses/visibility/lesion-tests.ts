import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { type ComputedTable, resultTable } from '#shared/publication/result-table.ts';
import { type LesionTest, lesionFamilies } from './lesion-families.ts';
import { lesionsBySide, lesionsBySize } from './lesion-groups.ts';
import { lesionTestColumns } from './lesion-test-columns.ts';
import type { ListedLesions } from './listed-lesions.ts';
import { metastases } from './tally.ts';

/**
 * Which of two sequences, or of two protocols, shows more of the listed metastases, lesion by lesion: by side and by size.
 * Obuchowski's test is the one that is adjusted for its family; Durkalski's and Yang's stand beside it.
 */
export function lesionTestsTable(
  listed: ListedLesions,
  settings: Pick<StudySettings, 'fewestPatientsShown'>,
): ComputedTable {
  const lesions = metastases(listed);
  return resultTable<LesionTest>(
    'lesion-tests',
    {
      fr: 'Détection, métastases listées une à une : séquences et protocoles comparés ; p bilatéraux',
      en: 'Detection, metastases listed one by one: sequences and protocols compared; two-sided p',
    },
    lesionTestColumns,
    [...lesionFamilies(lesionsBySide(lesions)), ...lesionFamilies(lesionsBySize(lesions, settings))],
  );
}
