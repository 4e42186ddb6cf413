import type { StudySettings } from '#shared/protocol/study-settings.ts';

/** What its stack tells the desk. */
export interface DeskSettings {
  readonly bucket: string;
  readonly table: string;
  readonly centres: readonly string[];
  readonly study: StudySettings;
  /** Names the rules by which files are examined today. */
  readonly rules: string;
}
