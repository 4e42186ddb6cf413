import { expect, it } from 'vitest';
import { MissingColumn } from '#shared/presentation/read-table.ts';
import { rowsOf, rowWhere, whereColumnsAre } from '#shared/result-report/published-result.ts';
import { sampleResult } from './files/sample-result.ts';

const { result } = await sampleResult('thesis');

it('a row is found by its cells, and none where the table, the column or such a row is not there', () => {
  expect(rowWhere(result, 'counts', { side: 'whole', sequence: 'mri_diffusion' })?.figure('total')).toBe(861);
  expect(rowWhere(result, 'counts', { side: 'whole', sequence: 'mri_of_the_heart' })).toBeUndefined();
  expect(rowWhere(result, 'counts', { side: 'whole', scanner: 'any' })).toBeUndefined();
  expect(rowWhere(result, 'hearts', { side: 'whole' })).toBeUndefined();
});

it('a cell of a column that is not there is an error of its own, where somebody can do without', () => {
  const [row] = rowsOf(result, 'counts');
  expect(() => row?.cell('scanner')).toThrow(MissingColumn);
  expect(whereColumnsAre(() => row?.text('scanner'))).toBeUndefined();
  expect(whereColumnsAre(() => row?.text('side'))).toBe('whole');
});

it('any other error is none of these', () => {
  const broken = () => {
    throw new TypeError('a fault of ours');
  };
  expect(() => whereColumnsAre(broken)).toThrow(TypeError);
});

it('a code has the title that its vocabulary gives, and no other', () => {
  expect(result.titleOf('sequence', 'mri_t2fs')?.fr).toContain('T2');
  for (const code of ['constructor', '__proto__', 'toString', 'mri_of_the_heart']) {
    expect(result.titleOf('sequence', code), code).toBeUndefined();
  }
  expect(result.titleOf('hearts', 'mri_t2fs')).toBeUndefined();
});
