import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import tolerances from './tolerances.json' with { type: 'json' };

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
/** The tables of a cohort as `tables.R` writes them: the columns that name a row, and the rows. */
const rTablesSchema = z.record(
  z.string(),
  z.object({ key: z.array(z.string()).nonempty(), rows: z.array(z.record(z.string(), cell)) }),
);
export type RTables = z.infer<typeof rTablesSchema>;
export type RCell = z.infer<typeof cell>;

/** Where the committed tables of a cohort lie. */
export const committedTables = (cohort: string): string =>
  join(import.meta.dirname, 'tables/values', `${cohort}.json`);

export const readRTables = (file: string): RTables =>
  rTablesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

/** A cell as a CSV file has it; blank where there is none. */
export const written = (value: RCell | undefined): string =>
  value === null || value === undefined ? '' : String(value);

/** Columns compared by relative error alone, so that a deep tail counts as much as 0.5. */
const PROBABILITY = /_(?<!log10_)p(?:_holm|_bh)?$/;

/** Whether a cell, as it is written, is what R computes for its column. */
export function agrees(column: string, found: string, ofR: RCell | undefined): boolean {
  if (typeof ofR !== 'number') return found === written(ofR);
  const margin = tolerances.relative * Math.abs(ofR) + (PROBABILITY.test(column) ? 0 : tolerances.absolute);
  return found !== '' && Math.abs(Number(found) - ofR) <= margin;
}
