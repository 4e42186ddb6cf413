import { type StudySettings, THESIS_SETTINGS } from '#shared/protocol/study-settings.ts';

/** The settings of the project's own `cdk.json`. */
export const SETTINGS: StudySettings = THESIS_SETTINGS;
