import type { StudySettings } from '#shared/protocol/study-settings.ts';
import type { ComputedTable } from '#shared/publication/result-table.ts';
import type { IncludedPatient } from '#shared/study/eligibility.ts';
import { frocTable } from './froc.ts';
import { lesionTestsTable } from './lesion-tests.ts';
import { listedLesions } from './listed-lesions.ts';
import { listedProtocolsTable } from './listed-protocols.ts';
import { performanceTable } from './performance.ts';
import { visibilityTable } from './visibility.ts';

/** The tables of a study whose centres list lesions one by one; of another none, so that nothing of it changes. */
export function visibilityTables(
  included: readonly IncludedPatient[],
  settings: StudySettings,
): readonly ComputedTable[] {
  const listed = listedLesions(included);
  if (listed.lesions.length === 0) return [];
  return [
    visibilityTable(listed, settings),
    listedProtocolsTable(listed),
    lesionTestsTable(listed, settings),
    performanceTable(listed, settings),
    frocTable(included, settings),
  ];
}
