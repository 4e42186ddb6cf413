import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { fingerprint, PROJECT, sourceFiles } from './fingerprint.ts';
import { lockedPackages } from './locked-packages.ts';

/** What `examineFile` consists of; a test follows its imports, so that none is forgotten here. */
const FOLDERS = ['shared/validation', 'shared/tables', 'shared/protocol'];
const FILES = ['shared/calendar.ts', 'shared/language.ts'];
/** The packages that these use. */
const PACKAGES = ['zod'];
/** The settings that change no verdict, no row and no warning. Any other one counts, also one that is new. */
const ONLY_FOR_PUBLICATION: ReadonlySet<string> = new Set<keyof StudySettings>(['fewestPatientsShown']);

/**
 * The name of the rules by which uploads are examined, 12 hexadecimal digits: a fingerprint of what decides verdicts,
 * rows and warnings. Every file's record says by which rules it was examined; one that names others is examined again.
 *
 * @param root - the project's folder
 */
export function examinationRules(settings: StudySettings, root: string = PROJECT): string {
  const files = [...sourceFiles(root, FOLDERS), ...FILES];
  return fingerprint(root, files, lockedPackages(root, PACKAGES), decidingSettings(settings));
}

/** In one order, whatever the order in which somebody wrote them. */
function decidingSettings(settings: StudySettings): string {
  const deciding = Object.entries(settings).filter(([name]) => !ONLY_FOR_PUBLICATION.has(name));
  return JSON.stringify(inOrderOfNames(Object.fromEntries(deciding)));
}

function inOrderOfNames(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, of]) => [name, inOrderOfNames(of)]));
}
