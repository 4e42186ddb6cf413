import fc from 'fast-check';
import { expect, it } from 'vitest';
import { patientRow } from '#test/tables/rows.ts';
import { type Cells, csvFile } from './csv-file.ts';
import { centreRows, examined } from './examined.ts';

const OF_ANOTHER = centreRows({ table: 'patients', row: patientRow({ patient_id: 'another' }) });

/** Few days, so that scans are often of one. */
const day = fc.constantFrom('2019-03-04', '2019-03-11', '2019-03-18', '2019-03-25');
const pairs: fc.Arbitrary<readonly Cells<'pairs'>[]> = fc.uniqueArray(
  fc.record({
    patient_id: fc.constantFrom('P1', 'P2'),
    pair: fc.constantFrom('1', '2', '3'),
    reader: fc.oneof({ weight: 4, arbitrary: fc.constant('1') }, fc.constant('2')),
    ct_date: day,
    mri_date: day,
    ct_arterial_left: fc.oneof({ weight: 4, arbitrary: fc.constant('1') }, fc.constant('2')),
  }),
  {
    minLength: 1,
    maxLength: 5,
    selector: ({ patient_id, pair, reader }) => `${patient_id}#${pair}#${reader}`,
  },
);

/** What is said of a file, but that its patients are not sent. */
function saidOf(rows: readonly Cells<'pairs'>[], others?: typeof OF_ANOTHER) {
  const examination = examined(csvFile('pairs', rows), others);
  const said = examination.verdict === 'refused' ? examination.problems : examination.warnings;
  return [...said].filter(({ code }) => code !== 'PATIENT_NOT_SENT');
}

// Of a file alone only those rows are laid side by side of which something may be said.
it('pairs are told alone what they are told beside the row of a patient who is none of theirs', () => {
  const codes = new Set<string>();
  fc.assert(
    fc.property(pairs, (rows) => {
      const alone = saidOf(rows);
      for (const { code } of alone) codes.add(code);
      expect(alone).toEqual(saidOf(rows, OF_ANOTHER));
    }),
    { numRuns: 500 },
  );
  expect([...codes].sort()).toEqual([
    'FIRST_READER_ABSENT',
    'PAIRS_OUT_OF_ORDER',
    'PAIR_DATES_REPEATED',
    'READERS_DATES_DIFFER',
    'SCAN_USED_TWICE',
    'TOTAL_EQUALS_ONE_SEQUENCE',
  ]);
});
