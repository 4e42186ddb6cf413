import { ToldFailure } from '#cdk/failure.ts';
import type { Bilingual } from '#shared/language.ts';

/** What a user reads, French first. */
export const bilingual = (fr: string, en: string): Bilingual => ({ fr, en });

/** Gets each step of what takes long. */
export type Progress = (step: Bilingual) => void;

/** LocalStack cannot be had or does not start; the sentence has the remedy. */
export class LaunchFailure extends ToldFailure {
  override readonly name = 'LaunchFailure';
}
