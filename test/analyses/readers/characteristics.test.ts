import { describe, expect, it } from 'vitest';
import type { CentreRow } from '#shared/study/study.ts';
import type { ReaderRow } from '#shared/tables/readers.ts';
import { matching, recordsOfStudy } from '#test/analyses/study-records.ts';
import { rowsOfPatient } from '#test/study/centre-rows.ts';
import { readerRow } from '#test/tables/rows.ts';

const described = (centre: string, row: Partial<ReaderRow>): CentreRow => ({
  centre,
  content: { table: 'readers', row: readerRow(row) },
});

/** Three readers of two centres, of whom the second of Caen is not described; two others read what the study does not use. */
const ROWS = [
  ...rowsOfPatient({ centre: 'caen', pairs: [{}, { reader: 2 }] }),
  ...rowsOfPatient({
    centre: 'rouen',
    id: 'P1',
    pairs: [{}, { pair: 2, protocol_complete: false }, { pair: 2, protocol_complete: false, reader: 5 }],
  }),
  ...rowsOfPatient({ centre: 'rouen', id: 'P2', pairs: [{ pair: 2, protocol_complete: false, reader: 4 }] }),
  described('caen', { role: 'resident', years_of_experience: 2, blinded: false }),
  described('rouen', { years_of_experience: 20 }),
  described('rouen', { reader: 4, role: 'other' }),
];

describe('the characteristics of the readers', () => {
  const records = recordsOfStudy(ROWS, 'reader-characteristics');
  const cell = (characteristic: string, level: string, column: string) =>
    matching(records, { characteristic, level })[0]?.figure(column);

  it('are of who read a pair that the study uses, each number a person of his centre', () => {
    expect([cell('role', 'radiologist', 'n_readers'), cell('role', 'radiologist', 'n_centres')]).toEqual([
      3, 2,
    ]);
    const numbers = ['radiologist', 'fellow', 'resident', 'other', 'not_known'].map((role) =>
      cell('role', role, 'n'),
    );
    expect(numbers).toEqual([1, 0, 1, 0, 1]);
    expect(cell('blinded', 'yes', 'percent')).toBeCloseTo(100 / 3, 12);
    expect([cell('blinded', 'no', 'n'), cell('blinded', 'not_known', 'n')]).toEqual([1, 1]);
  });

  it('give no years of fewer than three, and nothing at all of fewer than three readers', () => {
    const [years] = matching(records, { characteristic: 'years_of_experience', level: 'known' });
    expect([years?.figure('n'), years?.figure('median'), years?.text('reason')]).toEqual([
      2,
      null,
      'too_few_readers',
    ]);
    const known = recordsOfStudy(
      [...ROWS, described('caen', { reader: 2, years_of_experience: 5 })],
      'reader-characteristics',
    );
    const [all] = matching(known, { characteristic: 'years_of_experience', level: 'known' });
    expect(['median', 'minimum', 'maximum'].map((name) => all?.figure(name))).toEqual([5, 2, 20]);

    const alone = recordsOfStudy([...rowsOfPatient(), described('rouen', {})], 'reader-characteristics');
    expect(new Set(alone.map((record) => record.figure('n')))).toEqual(new Set([null]));
    expect(new Set(alone.map((record) => record.text('reason')))).toEqual(new Set(['too_few_readers']));
  });
});
