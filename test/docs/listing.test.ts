import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SEEN_COLUMNS } from '#shared/tables/visibility.ts';
import { findingsOf } from '#shared/validation/examination.ts';
import { examineCentre } from '#shared/validation/examine-centre.ts';
import { AT_THE_END, SETTINGS } from '#test/study/settings.ts';
import { counts, pairRow } from '#test/tables/rows.ts';
import { bytesOf, cellsOf, columnNames, csvFile, fileOfCells } from '#test/validation/csv-file.ts';
import { PROJECT } from './markdown.ts';

const PAGE = readFileSync(join(PROJECT, 'docs/LISTING.md'), 'utf8');
const [, EXAMPLE = ''] = /```csv\n([^`]+)```/.exec(PAGE) ?? [];

/** The pair as the page says that it is counted. */
const PAIR = pairRow({
  patient_id: 'P001',
  ...counts(() => 0),
  mri_t2fs_right: 1,
  mri_diffusion_right: 2,
  mri_arterial_right: 1,
  mri_portal_right: 1,
  mri_total_right: 2,
  ct_arterial_right: 1,
  ct_portal_right: 1,
  ct_total_right: 1,
  lesions_listed: 'all',
});

function foundWith(pair: typeof PAIR): readonly string[] {
  const cells = cellsOf({ row: pair });
  const columns = columnNames('pairs');
  return examineCentre(
    [
      { name: 'patients.csv', bytes: csvFile('patients', [{ patient_id: 'P001' }]) },
      { name: 'pairs.csv', bytes: fileOfCells([columns, columns.map((column) => cells[column] ?? '')]) },
      { name: 'lesions.csv', bytes: csvFile('lesions', [{ patient_id: 'P001' }]) },
      { name: 'visibility.csv', bytes: bytesOf(EXAMPLE) },
    ],
    SETTINGS,
    AT_THE_END,
  ).flatMap(({ name, examination }) =>
    findingsOf(examination).map(({ code, column }) => `${name} ${code} ${column}`),
  );
}

it('the page on listing lesions has an example of three that fits the counts that it names', () => {
  expect(EXAMPLE.trim().split('\n')).toHaveLength(4);
  // Of two lesions one is measured, as the other is too small. One sequence alone reaches the total, which the list confirms.
  expect(foundWith(PAIR)).toEqual([
    'pairs.csv MEASURED_TOO_FEW measurable',
    'lesions.csv MEASURED_TOO_FEW lesion',
  ]);
  expect(foundWith({ ...PAIR, ct_portal_left: 1, ct_total_left: 1 })).toContain(
    'pairs.csv LISTED_UNLIKE_COUNTED ct_portal_left',
  );
});

it('the page on listing lesions speaks of every column but those that tell the row', () => {
  const names = columnNames('visibility').filter(
    (name) => !['patient_id', 'pair', 'reader', 'lesion'].includes(name),
  );
  const seen = SEEN_COLUMNS.slice(1, -1).map((column): string => column.name);
  // Between the first and the last sequence stands an ellipsis.
  for (const name of names.filter((column) => !seen.includes(column))) {
    expect(PAGE.split(`\`${name}\``).length, name).toBeGreaterThan(2);
  }
});
