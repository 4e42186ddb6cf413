import type { FileExamination } from '#functions/examination.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { RULE_SETS } from './rule-sets.ts';

export const CENTRES: readonly string[] = ['rouen', 'lille'];
export const COMMIT = '0123abc';

/** What the stack was last deployed with: its configuration and its code. A run keeps what it was started with. */
export interface Deployment {
  readonly centres: readonly string[];
  readonly settings: StudySettings;
  /** Two releases may examine files alike and compute something else. */
  readonly release: string;
  readonly examination: FileExamination;
}

export const FIRST_DEPLOYMENT: Deployment = {
  centres: CENTRES,
  settings: SETTINGS,
  release: '1.0.0',
  examination: RULE_SETS.today,
};

/** Names the code: other rules are other code. */
export const codeVersionOf = ({ release, examination }: Deployment): string =>
  `${release} with the ${examination.rules}`;

export const CODE_VERSION = codeVersionOf(FIRST_DEPLOYMENT);

export const OTHER_SETTINGS: StudySettings = {
  ...SETTINGS,
  fewestPatientsShown: SETTINGS.fewestPatientsShown + 1,
};
