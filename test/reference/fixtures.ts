import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

/** One case of R's values: what R was asked, and what it answered. */
const caseSchema = z.strictObject({
  id: z.string(),
  tags: z.array(z.string()),
  source: z.string(),
  call: z.string(),
  input: z.record(z.string(), z.unknown()),
  args: z.record(z.string(), z.unknown()),
  expect: z.unknown(),
  warnings: z.array(z.string()),
  error: z.string().nullable(),
  note: z.string().nullable(),
  tol: z.record(z.string(), z.number()).nullable(),
});

const fileSchema = z.object({
  schema: z.literal('stats-oracle/1'),
  kind: z.string(),
  cases: z.array(caseSchema).nonempty(),
});

export type ReferenceCase = z.infer<typeof caseSchema>;
export type ReferenceFile = z.infer<typeof fileSchema>;

/** The project's own copy of R's values. */
export const OWN_FILES = fileURLToPath(new URL('./r', import.meta.url));

/** The cases of the folder named by `R_FIXTURES`, else of the project's own copy; one file for each kind. */
export function readReferenceFiles(
  folder = process.env['R_FIXTURES'] ?? OWN_FILES,
): readonly ReferenceFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => fileSchema.parse(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'))));
}
