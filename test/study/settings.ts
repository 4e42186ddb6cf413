import { type StudySettings, THESIS_SETTINGS } from '#shared/protocol/study-settings.ts';
import { circumstancesAt } from '#shared/validation/circumstances.ts';

/** The settings of the project's own `cdk.json`. */
export const SETTINGS: StudySettings = THESIS_SETTINGS;

/** A day that no date of a file is after. */
export const AT_THE_END = circumstancesAt('2100-12-31');
