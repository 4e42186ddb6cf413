import type { StudySettings } from '#shared/protocol/study-settings.ts';

/** The settings of the project's own `cdk.json`. */
export const SETTINGS: StudySettings = { fewestPatientsShown: 5 };
