import type { Problem } from '#shared/validation/problem.ts';
import type { Finding } from './examined.ts';

/** One way to get it wrong (or doubtful), and all that is found about it. */
export interface ProblemCase {
  readonly title: string;
  readonly found: () => readonly Problem[];
  readonly expected: readonly Finding[];
}

/** A finding about a whole file, a whole line, or one cell of it. */
export const finding = (
  code: string,
  row: number | null = null,
  column: string | null = null,
  value: string | null = null,
): Finding => ({ code, row, column, value });
