import { z } from 'zod';
import type { ReferenceCase } from './fixtures.ts';

/** What the project answers to a case, in the words and shape of R's answer. */
export interface Answer {
  readonly expect: unknown;
  readonly warnings: readonly string[];
  readonly error: string | null;
}

/** Asks the project what R was asked. */
export type Adapter = (reference: ReferenceCase) => Answer;

export const answered = (value: unknown): Answer => ({ expect: value, warnings: [], error: null });

/** For questions that R was asked without any argument. */
export const noArguments = z.strictObject({});
