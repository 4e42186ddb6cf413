import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { TABLE_NAMES } from '#shared/tables/tables.ts';
import { circumstancesAt } from '#shared/validation/circumstances.ts';
import { findingsOf } from '#shared/validation/examination.ts';
import { NO_OTHER_ROWS } from '#shared/validation/identity-rules.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { csvFile } from './csv-file.ts';
import { examined, rowsOf } from './examined.ts';

/** Single cells as hospitals write them (made up, from the study's own list), and what each must get. */
const cellsSchema = z.array(
  z.object({
    table: z.enum(TABLE_NAMES),
    column: z.string(),
    cell: z.string(),
    expected: z.enum(['accepted', 'refused']),
    reads: z.union([z.string(), z.number(), z.boolean(), z.null()]).optional(),
  }),
);
const CELLS = cellsSchema.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'cells.json'), 'utf8')));

const THE_DAY = circumstancesAt('2026-11-02');

describe('a cell as hospitals write it', () => {
  it.each(CELLS.filter(({ expected }) => expected === 'accepted'))(
    '$table $column "$cell" reads as $reads',
    ({ table, column, cell, reads }) => {
      const [row] = rowsOf(csvFile(table, [{ [column]: cell }]));
      expect(Reflect.get(row?.row ?? {}, column)).toBe(reads);
    },
  );

  it.each(CELLS.filter(({ expected }) => expected === 'refused'))(
    '$table $column "$cell" is refused at its place',
    ({ table, column, cell }) => {
      const file = csvFile(table, [{ [column]: cell }]);
      const examination = examined(file, NO_OTHER_ROWS, SETTINGS, THE_DAY);
      expect(examination.verdict).toBe('refused');
      const problems = findingsOf(examination);
      expect(problems).toHaveLength(1);
      const [problem] = problems;
      expect(problem?.column).toBe(column);
      // One problem of a whole column marks the line.
      expect([problem?.row, ...(problem?.marks ?? [])]).toContain(2);
    },
  );
});
