import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { examinationSettings } from '#shared/validation/examination-settings.ts';
import { fingerprint, PROJECT, sourceFiles } from './fingerprint.ts';
import { lockedPackages } from './locked-packages.ts';

/** What `examineFile` consists of; a test follows its imports, so that none is forgotten here. */
const FOLDERS = ['shared/validation', 'shared/tables', 'shared/protocol'];
const FILES = ['shared/calendar.ts', 'shared/language.ts'];
/** The packages that these use. */
const PACKAGES = ['zod'];

/**
 * The name of the rules by which uploads are examined, 12 hexadecimal digits: a fingerprint of what decides verdicts,
 * rows and warnings. Every file's record says by which rules it was examined; one that names others is examined again.
 *
 * @param root - the project's folder
 */
export function examinationRules(settings: StudySettings, root: string = PROJECT): string {
  const files = [...sourceFiles(root, FOLDERS), ...FILES];
  // In one order, whatever the order in which somebody wrote them.
  const deciding = JSON.stringify(examinationSettings(settings));
  return fingerprint(root, files, lockedPackages(root, PACKAGES), deciding);
}
