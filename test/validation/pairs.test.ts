import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COUNT_COLUMNS } from '#shared/tables/pairs.ts';
import { type Cells, csvFile } from './csv-file.ts';
import { codesOf, findings, problemsOf, rowsElsewhere, warningsOf } from './examined.ts';
import { finding } from './problem-case.ts';

const every = (cell: string): Cells<'pairs'> =>
  Object.fromEntries(COUNT_COLUMNS.map(({ name }) => [name, cell]));
const NO_COUNTS = every('');

const WITH_PATIENT = rowsElsewhere('patients', ['P1']);
const times = <T>(count: number, value: T): readonly T[] => new Array<T>(count).fill(value);

describe('counts', () => {
  it.each([
    { countable: 'yes', protocol_complete: 'yes', given: [], blank: times(16, 'COUNT_REQUIRED') },
    { countable: 'yes', protocol_complete: 'no', given: [], blank: [] },
    { countable: 'massive', protocol_complete: 'yes', given: times(16, 'COUNT_FORBIDDEN'), blank: [] },
    { countable: 'massive', protocol_complete: 'no', given: times(16, 'COUNT_FORBIDDEN'), blank: [] },
    { countable: 'coalescent', protocol_complete: 'yes', given: times(16, 'COUNT_FORBIDDEN'), blank: [] },
    { countable: 'coalescent', protocol_complete: 'no', given: times(16, 'COUNT_FORBIDDEN'), blank: [] },
  ])(
    'where countable is $countable and protocol_complete $protocol_complete',
    ({ given, blank, ...pair }) => {
      expect(codesOf(csvFile('pairs', [pair]))).toEqual(given);
      expect(codesOf(csvFile('pairs', [{ ...pair, ...NO_COUNTS }]))).toEqual(blank);
    },
  );

  it('of an incomplete protocol may be known in part, and are judged as far as they are', () => {
    const partly = { ...NO_COUNTS, protocol_complete: 'no', mri_total_right: '2' };
    expect(codesOf(csvFile('pairs', [{ ...partly, mri_diffusion_right: '2' }]))).toEqual([]);
    expect(codesOf(csvFile('pairs', [{ ...partly, mri_diffusion_right: '0' }]))).toEqual([]);
    expect(codesOf(csvFile('pairs', [{ ...partly, mri_diffusion_right: '3' }]))).toEqual([
      'TOTAL_BELOW_SEQUENCE',
    ]);
    expect(
      codesOf(csvFile('pairs', [{ ...NO_COUNTS, protocol_complete: 'no', ct_portal_left: '3' }])),
    ).toEqual([]);
  });

  it('of which one is not known raise no doubt of a total that another one reaches', () => {
    const partly = { ct_arterial_left: '2', ct_portal_left: '', protocol_complete: 'no' };
    expect(warningsOf(csvFile('pairs', [partly]), WITH_PATIENT)).toEqual([]);
  });

  it('that are zero everywhere are counts too', () => {
    expect(warningsOf(csvFile('pairs', [every('0')]), WITH_PATIENT)).toEqual([]);
  });
});

describe('a modality’s total', () => {
  it('lies, on each side, between the largest of its sequences and their sum', () => {
    const seen = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9));
    fc.assert(
      fc.property(seen, fc.nat(40), fc.constantFrom('right', 'left'), (counts, total, side) => {
        const [t2fs, diffusion, arterial, portal] = counts.map(String);
        const bytes = csvFile('pairs', [
          {
            [`mri_t2fs_${side}`]: t2fs,
            [`mri_diffusion_${side}`]: diffusion,
            [`mri_arterial_${side}`]: arterial,
            [`mri_portal_${side}`]: portal,
            [`mri_total_${side}`]: String(total),
          },
        ]);
        const below = counts.filter((count) => total < count).map(() => 'TOTAL_BELOW_SEQUENCE');
        const above = total > counts.reduce((a, b) => a + b) ? ['TOTAL_ABOVE_SUM'] : [];
        expect(codesOf(bytes)).toEqual([...below, ...above]);
      }),
    );
  });

  it('names the sequence that it is below', () => {
    const [problem] = problemsOf(csvFile('pairs', [{}, { pair: '2', ct_portal_left: '7' }]));
    expect(problem).toMatchObject({ row: 3, column: 'ct_total_left', value: '2' });
    expect(problem?.message.fr).toContain('ct_portal_left (7)');
    expect(problem?.message.en).toContain('ct_portal_left (7)');
  });

  it('is doubted where one sequence alone reaches it, not where two do', () => {
    const warned = (cells: Cells<'pairs'>) => findings(warningsOf(csvFile('pairs', [cells]), WITH_PATIENT));
    expect(warned({ ct_arterial_left: '2' })).toEqual([
      finding('TOTAL_EQUALS_ONE_SEQUENCE', 2, 'ct_total_left', '2'),
    ]);
    expect(warned({ ct_arterial_left: '2', ct_portal_left: '2' })).toEqual([]);
    expect(warned({ ct_total_left: '1', ct_portal_left: '0' })).toHaveLength(1);
    expect(warned({ ct_total_left: '0', ct_arterial_left: '0', ct_portal_left: '0' })).toEqual([]);
  });
});

describe('the order of a patient’s pairs', () => {
  const dated = (
    pair: string,
    ct_date: string,
    mri_date: string,
    more: Cells<'pairs'> = {},
  ): Cells<'pairs'> => ({
    pair,
    ct_date,
    mri_date,
    ...more,
  });
  const outOfOrder = (rows: readonly Cells<'pairs'>[]) => findings(problemsOf(csvFile('pairs', rows)));

  it('may be either where the scans of two pairs overlap', () => {
    expect(
      outOfOrder([dated('1', '2018-01-10', '2018-03-01'), dated('2', '2018-02-01', '2018-01-10')]),
    ).toEqual([]);
    expect(
      outOfOrder([dated('1', '2018-01-10', '2018-01-10'), dated('2', '2018-01-10', '2018-01-10')]),
    ).toEqual([]);
  });

  it('is that of time, whatever the order of the rows and numbers left out', () => {
    const later = dated('5', '2019-01-10', '2019-01-12');
    expect(outOfOrder([later, dated('2', '2018-01-10', '2018-01-12')])).toEqual([]);
    expect(outOfOrder([later, dated('7', '2018-01-10', '2019-01-09')])).toEqual([
      finding('PAIRS_OUT_OF_ORDER', 3, 'ct_date', '2018-01-10'),
    ]);
    const [first, between] = [dated('1', '2018-01-10', '2018-01-12'), dated('7', '2018-06-10', '2018-06-12')];
    expect(outOfOrder([first, later, between])).toEqual([
      finding('PAIRS_OUT_OF_ORDER', 4, 'ct_date', '2018-06-10'),
    ]);
  });

  it('is judged against every pair with a smaller number, not the next one only', () => {
    const rows = [
      dated('1', '2020-06-01', '2020-06-10'),
      dated('2', '2020-05-01', '2020-06-20'),
      dated('3', '2020-05-02', '2020-05-03'),
    ];
    const [problem, ...others] = problemsOf(csvFile('pairs', rows));
    expect(others).toEqual([]);
    expect(problem?.row).toBe(4);
    expect(problem?.message.en).toContain('before pair 1 (line 2)');
  });

  it('is judged for the rows of every reader', () => {
    const rows = [
      dated('1', '2020-06-01', '2020-06-10', { reader: '1' }),
      dated('1', '2020-06-01', '2020-06-10', { reader: '2' }),
      dated('2', '2020-05-02', '2020-05-03', { reader: '1' }),
      dated('2', '2020-05-02', '2020-05-03', { reader: '2' }),
    ];
    expect(outOfOrder(rows).map(({ row }) => row)).toEqual([4, 5]);
    // Of readers who give it the same dates, the first one's row is named.
    for (const { message } of problemsOf(csvFile('pairs', rows))) {
      expect(message.en).toContain('before pair 1 (line 2)');
    }
  });

  it('is judged against the reader whose scans of the earlier pair begin last', () => {
    const rows = [
      dated('1', '2020-01-01', '2020-01-02', { reader: '1' }),
      dated('1', '2020-06-01', '2020-06-02', { reader: '2' }),
      dated('1', '2020-02-01', '2020-02-02', { reader: '3' }),
      dated('2', '2020-03-01', '2020-03-02'),
    ];
    const [problem, ...others] = problemsOf(csvFile('pairs', rows));
    expect(others).toEqual([]);
    expect(problem?.message.en).toContain('before pair 1 (line 3)');
  });

  it('is each patient’s own', () => {
    const other = dated('2', '2017-01-01', '2017-01-01', { patient_id: 'P2' });
    expect(outOfOrder([dated('1', '2018-01-10', '2018-01-12'), other])).toEqual([]);
  });
});
