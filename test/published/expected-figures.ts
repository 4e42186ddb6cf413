import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { SAMPLE_COHORTS_FOLDER } from '#test/sample-cohorts.ts';

/** Holds `expected.json`, and one folder of centres for each cohort named in it. */
export const COHORTS_FOLDER = process.env['COHORTS'] ?? SAMPLE_COHORTS_FOLDER;

const inCohortSchema = z.object({
  /** At full precision. */
  value: z.number(),
  /** Whether it rounds to what the thesis prints; where not, the thesis has a misprint. */
  matched: z.boolean(),
  note: z.string().optional(),
  /** Of a p-value: R's, 12 significant digits, from the values as doubles. */
  r_wilcoxon: z.number().optional(),
  r_paired_t: z.number().optional(),
});

const figureSchema = z.object({
  id: z.string(),
  /** Where the thesis prints it. */
  line: z.number(),
  /** As printed; a bound such as `<0.001` where the thesis prints no more. */
  published: z.union([z.number(), z.string().regex(/^[<>]\d/)]),
  decimals: z.number(),
  cohorts: z
    .record(z.string(), inCohortSchema)
    .refine((cohorts) => Object.keys(cohorts).length > 0, 'no cohort has this figure, so nothing checks it'),
});
export type ExpectedFigure = z.infer<typeof figureSchema>;

export const FIGURES: readonly ExpectedFigure[] = z
  .object({ figures: z.array(figureSchema).nonempty() })
  .parse(JSON.parse(readFileSync(join(COHORTS_FOLDER, 'expected.json'), 'utf8'))).figures;

export const COHORT_NAMES: readonly string[] = [
  ...new Set(FIGURES.flatMap(({ cohorts }) => Object.keys(cohorts))),
];

/** Whether a figure at full precision is what the thesis prints. */
export function agreesWithPrint(figure: number, { published, decimals }: ExpectedFigure): boolean {
  if (typeof published === 'number') {
    return Math.abs(figure - published) <= 0.5 * 10 ** -decimals * (1 + 1e-9);
  }
  const bound = Number(published.slice(1));
  return published.startsWith('<') ? figure < bound : figure > bound;
}
