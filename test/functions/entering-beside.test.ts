import { describe, expect, it } from 'vitest';
import { enteringBeside } from '#functions/ingest/entering-beside.ts';
import type { RowKey, TableName, TableRow } from '#shared/tables/tables.ts';
import { NO_OTHER_ROWS, type RowPlace } from '#shared/validation/identity-rules.ts';
import { SETTINGS } from '../study/settings.ts';
import { csvFile } from '../validation/csv-file.ts';
import { examined } from '../validation/examined.ts';

const PATIENTS = examined(csvFile('patients', [{}]));
const PAIRS = examined(csvFile('pairs', [{}]));
const LESIONS = examined(csvFile('lesions', [{}]));

const contentOf = (examination: typeof PATIENTS): TableRow | undefined =>
  examination.verdict === 'accepted' ? [...examination.rows][0]?.content : undefined;

/** What is said of a file beside so many rows of another one, which are all alike. */
function entering(
  examination: typeof PATIENTS,
  table: TableName,
  content: TableRow | undefined,
  rows = 1,
): readonly (number | null)[] | null {
  const place: RowPlace = { file: 'b', line: 2, older: true, ...(content && { content }) };
  const places = new Map<RowKey, RowPlace>(Array.from({ length: rows }, (_, row) => [`P${row}`, place]));
  const found = enteringBeside(examination, { ...NO_OTHER_ROWS, [table]: places }, SETTINGS);
  return found && [found.patients, found.pairs];
}

describe('who enters the study', () => {
  it('is counted with the rows of the centre’s other files', () => {
    expect(entering(PATIENTS, 'pairs', contentOf(PAIRS))).toEqual([1, 1]);
    expect(entering(PAIRS, 'patients', contentOf(PATIENTS))).toEqual([1, 1]);
    expect(entering(PAIRS, 'lesions', contentOf(LESIONS))).toEqual([0, 0]);
  });

  it('is said of patients by their own rows alone, and of pairs not at all, where the others are too many', () => {
    expect(entering(PATIENTS, 'pairs', contentOf(PAIRS), 50_000)).toEqual([1, null]);
    expect(entering(PAIRS, 'patients', contentOf(PATIENTS), 50_000)).toBeNull();
    expect(entering(PAIRS, 'patients', contentOf(PATIENTS), 49_999)).toEqual([1, 1]);
  });

  it('is said so too where it is not known what a row of another file says', () => {
    expect(entering(PATIENTS, 'pairs', undefined)).toEqual([1, null]);
    expect(entering(PAIRS, 'patients', undefined)).toBeNull();
  });

  it('is not decided by lesions, nor by what is refused', () => {
    expect(entering(LESIONS, 'pairs', contentOf(PAIRS))).toBeNull();
    expect(entering(examined(csvFile('patients', [{ sex: 'X' }])), 'pairs', contentOf(PAIRS))).toBeNull();
  });
});
