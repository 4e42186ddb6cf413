import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTables, recordsOf, type TableRecord } from '#shared/presentation/read-table.ts';
import { COUNTED } from '#shared/protocol/sequences.ts';
import { SIDES } from '#shared/protocol/sides.ts';
import { studyTables, TABLES_FILE, tableFiles } from '#shared/results/study-tables.ts';
import { assembleStudy, type CentreRow } from '#shared/study/study.ts';
import { rowsOfPatient } from '#test/study/centre-rows.ts';
import {
  COHORTS,
  type CohortName,
  cohortFiles,
  expectedFigure,
  rowsOfCentres,
} from '#test/study/sample-cohort.ts';
import { counts } from '#test/tables/rows.ts';
import { bytesOf } from '#test/validation/csv-file.ts';

const filesOf = (rows: readonly CentreRow[]) => tableFiles(studyTables(assembleStudy(rows)));
const recordsOfRows = (rows: readonly CentreRow[], table: string) =>
  recordsOf(studyTables(assembleStudy(rows)), table);
const matching = (records: readonly TableRecord[], values: Readonly<Record<string, string>>) => {
  const found = records.filter((record) =>
    Object.entries(values).every(([column, value]) => record.text(column) === value),
  );
  expect(found).toHaveLength(1);
  return found[0];
};

describe.each(COHORTS)('the tables of the cohort %s', (cohort: CohortName) => {
  const rows = rowsOfCentres(cohortFiles(cohort));
  const counted = recordsOfRows(rows, 'counts');

  it('have the figures of the thesis’s Tables 4, 5 and 6', () => {
    expect(counted).toHaveLength(COUNTED.length * 3);
    for (const { name } of COUNTED) {
      const whole = matching(counted, { sequence: name, side: 'whole' });
      expect(whole?.figure('total')).toBe(expectedFigure(cohort, `T4 ${name} n`));
      expect(whole?.figure('mean_per_pair')).toBeCloseTo(expectedFigure(cohort, `T4 ${name} per pair`), 12);
      for (const side of SIDES) {
        const onSide = matching(counted, { sequence: name, side });
        expect(onSide?.figure('total')).toBe(expectedFigure(cohort, `T5 ${name}_${side} n`));
        expect(onSide?.figure('mean_per_pair')).toBeCloseTo(
          expectedFigure(cohort, `T6 ${name}_${side} per pair`),
          12,
        );
      }
    }
  });

  it('have the shares of the thesis, each with its denominator', () => {
    const share = (sequence: string, side: string, column: string) =>
      matching(counted, { sequence, side })?.figure(column);
    expect(share('ct_total', 'whole', 'share_of_all')).toBeCloseTo(
      expectedFigure(cohort, 'CT share of all lesions %'),
      12,
    );
    expect(share('mri_total', 'right', 'share_of_modality')).toBeLessThanOrEqual(100);
    expect(share('mri_diffusion', 'whole', 'share_of_modality')).toBeCloseTo((100 * 861) / 864, 12);
    expect(share('ct_arterial', 'whole', 'modality_total')).toBe(314);
    expect(share('ct_arterial', 'left', 'all_lesions')).toBe(864);
  });

  it('have the Wilcoxon p values of the detection tests', () => {
    const tests = recordsOfRows(rows, 'count-tests');
    expect(tests).toHaveLength(45);
    const p = (first: string, second: string, side: string) =>
      matching(tests, { first, second, side })?.figure('wilcoxon_p') ?? Number.NaN;
    const expected = (first: string, second: string, side: string) =>
      expectedFigure(cohort, `p ${first}_${side} vs ${second}_${side}`);
    for (const side of SIDES) {
      expect(p('mri_t2fs', 'mri_arterial', side)).toBeCloseTo(expected('mri_t2fs', 'mri_arterial', side), 9);
      expect(p('mri_portal', 'ct_arterial', side)).toBeCloseTo(
        expected('ct_arterial', 'mri_portal', side),
        9,
      );
    }
  });
});

describe('the tables', () => {
  const cohort = cohortFiles('thesis');
  const rows = rowsOfCentres(cohort);
  const published = filesOf(rows);

  it('are the same to the byte whatever the order of rows', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...rows], { minLength: rows.length }), (shuffled) => {
        expect(filesOf(shuffled)).toEqual(published);
      }),
      { numRuns: 5 },
    );
  });

  it('are the same to the byte when a file is sent in two', () => {
    const centres = [...cohort.keys()];
    const split = fc.record({
      centre: fc.constantFrom(...centres),
      name: fc.constantFrom('patients.csv', 'pairs.csv', 'lesions.csv'),
      into: fc.infiniteStream(fc.boolean()),
    });
    fc.assert(
      fc.property(split, ({ centre, name, into }) => {
        const files = cohort.get(centre) ?? [];
        const whole = files.find((file) => file.name === name);
        const [header = '', ...lines] = new TextDecoder().decode(whole?.bytes).trimEnd().split('\n');
        const parts: readonly [string[], string[]] = [[header], [header]];
        for (const line of lines) parts[into.next().value ? 0 : 1].push(line);
        const halves = parts
          .filter((part) => part.length > 1)
          .map((part, position) => ({ name: `part-${position}.csv`, bytes: bytesOf(part.join('\r\n')) }));
        const others = files.filter((file) => file.name !== name);
        const changed = new Map(cohort).set(centre, [...halves, ...others]);
        const lastCentreFirst = new Map([...changed].toReversed());
        expect(filesOf(rowsOfCentres(lastCentreFirst))).toEqual(published);
      }),
      { numRuns: 10 },
    );
  });

  it('are published one by one as CSV and all together as JSON', () => {
    expect([...published.keys()]).toEqual(['counts.csv', 'count-tests.csv', TABLES_FILE]);
    expect(parseTables(published.get(TABLES_FILE) ?? '')).toEqual(studyTables(assembleStudy(rows)));
  });

  it('name each of their columns once, in both languages', () => {
    for (const { columns, title, rows: values } of studyTables(assembleStudy(rows))) {
      expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
      for (const text of [title, ...columns.map((column) => column.title)]) {
        expect(text.fr).not.toBe('');
        expect(text.en).not.toBe('');
      }
      for (const row of values) {
        for (const [position, value] of row.entries()) {
          const type = columns[position]?.type;
          if (value === null) continue;
          expect(typeof value).toBe(type === 'text' ? 'string' : type === 'boolean' ? 'boolean' : 'number');
          if (type === 'integer') expect(Number.isInteger(value)).toBe(true);
        }
      }
    }
  });
});

describe('a study without a pair that counts', () => {
  it.each([
    ['nothing', []],
    ['pairs without their patients', rowsOfPatient().slice(1)],
    ['patients without pairs', rowsOfPatient({ pairs: [] })],
  ] as const)('has tables all the same: %s', (_, rows) => {
    const [count] = recordsOfRows(rows, 'counts');
    expect(count?.figure('n_pairs')).toBe(0);
    expect(count?.figure('total')).toBe(0);
    for (const column of ['mean_per_pair', 'median_per_pair', 'share_of_modality', 'share_of_all']) {
      expect(count?.figure(column)).toBeNull();
    }
    const [test] = recordsOfRows(rows, 'count-tests');
    expect(test?.figure('wilcoxon_p')).toBeNull();
    expect(test?.figure('t_p')).toBeNull();
    expect(test?.text('wilcoxon_reason')).not.toBe('');
    expect(test?.text('t_reason')).not.toBe('');
  });

  it('that sees the same on two sequences has no p, and says why', () => {
    const rows = rowsOfPatient({ pairs: [1, 2, 3].map((pair) => ({ pair, ...counts(() => pair) })) });
    const [test] = recordsOfRows(rows, 'count-tests');
    expect(test?.figure('mean_difference')).toBe(0);
    expect(test?.figure('wilcoxon_zeros')).toBe(3);
    expect([test?.figure('wilcoxon_p'), test?.figure('t_p')]).toEqual([null, null]);
    expect(test?.text('wilcoxon_reason')).not.toBe('');
  });
});
