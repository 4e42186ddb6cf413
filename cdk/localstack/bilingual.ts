import { bothLanguages } from '#shared/language.ts';

/** What a user reads: French first, then English, on one line. */
export const bilingual = (fr: string, en: string): string => bothLanguages({ fr, en });

/** LocalStack cannot be had or does not start. The message is one sentence for the user, with the remedy. */
export class LaunchFailure extends Error {
  override readonly name = 'LaunchFailure';
}
