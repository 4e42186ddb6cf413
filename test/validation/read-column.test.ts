import { expect, it } from 'vitest';
import { PATIENT_ID } from '#shared/tables/patients.ts';
import { ReadColumn } from '#shared/validation/read-column.ts';

it('a column keeps every text of its rows, of however many it is the next', () => {
  const texts = Array.from({ length: 70_000 }, (_, row) => `P${row}`);
  const column = new ReadColumn(PATIENT_ID, texts.length);
  expect(texts.every((text, row) => column.take(row, text))).toBe(true);
  expect(texts.findIndex((text, row) => column.valueAt(row) !== text)).toBe(-1);
});
