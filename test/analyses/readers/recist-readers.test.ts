import { describe, expect, it } from 'vitest';
import { RESPONSES } from '#shared/analyses/recist/response.ts';
import type { TableRecord } from '#shared/presentation/read-table.ts';
import type { CentreRow } from '#shared/study/study.ts';
import { matching, recordsOfStudy } from '#test/analyses/study-records.ts';
import { rowsOfPatient } from '#test/study/centre-rows.ts';
import { writtenPatient } from '#test/study/written-patient.ts';

const CELLS = RESPONSES.flatMap((one, position) =>
  RESPONSES.slice(position).map((other) => `${one}_${other}`),
);
const ON_MRI = { method: 'mri', targets: 'own', time_point: 'all' } as const;

/** A patient as each of some readers saw him; of some visits where it says which. */
function read(courses: readonly string[], id = 'P1', centre = 'rouen', visits = [1, 2, 3]) {
  const stories = courses.map((course, position) => ({ reader: position + 1, ...writtenPatient(course) }));
  const own = (reader: number, pair: number | undefined) => reader === 1 || visits.includes(pair ?? 0);
  return rowsOfPatient({
    centre,
    id,
    pairs: stories.flatMap(({ reader, pairs = [] }) =>
      pairs.filter(({ pair }) => own(reader, pair)).map((pair) => ({ ...pair, reader })),
    ),
    lesions: stories.flatMap(({ reader, lesions = [] }) =>
      lesions.filter(({ pair }) => own(reader, pair)).map((lesion) => ({ ...lesion, reader })),
    ),
  });
}

/** So many patients whom two readers call stable. */
const stable = (patients: number, centre = 'rouen') =>
  Array.from({ length: patients }, (_, position) =>
    read(['1=30 → 1=31', '1=30 → 1=31'], `S${position + 1}`, centre),
  ).flat();

const pooled = (rows: readonly CentreRow[], values: Readonly<Record<string, string>> = {}) =>
  matching(recordsOfStudy(rows, 'recist-readers'), { group: 'pooled', ...ON_MRI, ...values })[0];

const cellsOf = (record: TableRecord | undefined) =>
  CELLS.flatMap((name) => ((record?.figure(name) ?? 0) === 0 ? [] : [`${name} ${record?.figure(name)}`]));

/** The cells of one patient beside five who are stable to both. */
const besideStable = (
  courses: readonly string[],
  visits?: readonly number[],
  values?: Readonly<Record<string, string>>,
) => {
  const record = pooled(
    [...read(courses, 'P1', 'rouen', visits ? [...visits] : undefined), ...stable(5)],
    values,
  );
  return [...cellsOf(record), `not evaluable ${record?.figure('n_not_evaluable')}`];
};

describe('two readers of one follow-up', () => {
  it.each<readonly [string, readonly [string, string], string]>([
    ['19 % and 20 % more', ['1=25 2=25 → 1=30 2=29', '1=25 2=25 → 1=30 2=30'], 'sd_pd 1'],
    ['28 % and 30 % less', ['1=25 → 1=18', '1=30 → 1=21'], 'pr_sd 1'],
    ['the same lesion on other scales', ['1=20 → 1=14', '1=30 → 1=21'], 'pr_pr 1'],
    ['gone, and counted still', ['1=12 → (0+0)', '1=12 → (1+0)'], 'cr_pr 1'],
    ['new, and counted before', ['1=40 → 1=40 3=9', '1=40 (2+0) → 1=40 3=9'], 'sd_pd 1'],
  ])('%s', (_, courses, cell) => {
    const cells = besideStable(courses);
    expect(cells).toContain(cell);
    expect(besideStable([courses[1], courses[0]])).toEqual(cells);
  });

  it('is not evaluable where one of them has no target, whatever the other says', () => {
    expect(besideStable(['1=10 → 1=16', '1=9 → 1=16'])).toEqual(['sd_sd 5', 'not evaluable 1']);
  });

  it('follows each reader’s own lesions, and beside them the same', () => {
    // One measured lesion 1 first, the other lesion 3; both later measured both.
    const courses = ['1=25 3=11 → 1=25 3=11', '1=11 3=25 → 1=11 3=25 (2+0)'] as const;
    expect(besideStable(courses)).toEqual(['sd_sd 6', 'not evaluable 0']);
    const apart = ['1=25 (2+0) → 1=25 3=20', '3=25 (2+0) → 1=25 3=12'] as const;
    expect(besideStable(apart)).toEqual(['pr_sd 1', 'sd_sd 5', 'not evaluable 0']);
    expect(besideStable(apart, undefined, { targets: 'same' })).toEqual(['sd_sd 5', 'not evaluable 1']);
  });

  it('has its baseline where both have one: what one reader saw alone is not compared', () => {
    // Reader 1 alone saw 50 mm; from the second visit on both see 20, then 23.
    expect(besideStable(['1=50 → 1=20 → 1=23', '1=50 → 1=20 → 1=23'], [2, 3])).toEqual([
      'sd_sd 6',
      'not evaluable 0',
    ]);
    expect(besideStable(['1=50 → 1=20 → 1=23', '1=50 → 1=20 → 1=23'])).toEqual([
      'pr_pr 2',
      'sd_sd 5',
      'not evaluable 0',
    ]);
  });

  it('is of a patient who was seen again on one modality alone', () => {
    const again = read(['1=30 → day 60 1=31', '1=30 → day 60 1=31']).map(
      (row): CentreRow =>
        row.content.table === 'pairs'
          ? { ...row, content: { table: 'pairs', row: { ...row.content.row, ct_date: '2016-01-04' } } }
          : row,
    );
    const onCt = { method: 'ct' };
    expect(pooled([...again, ...stable(5)])?.figure('n_patients')).toBe(6);
    expect(pooled([...again, ...stable(5)], onCt)?.figure('n_patients')).toBe(5);
  });

  it('is nothing where one reader has seen one scan alone', () => {
    expect(
      recordsOfStudy(read(['1=20 → 1=30', '1=20 → 1=30'], 'P1', 'rouen', [2]), 'recist-readers'),
    ).toEqual([]);
  });
});

describe('the table', () => {
  it('says of few patients how many they are, and no more', () => {
    const few = pooled([...stable(3), ...read(['1=20 → 1=30', '1=20 → 1=20'])]);
    expect([few?.figure('n_patients'), few?.figure('n_follow_ups')]).toEqual([4, 4]);
    expect([few?.figure('sd_pd'), few?.text('responses_reason')]).toEqual([null, 'too_few_patients']);
    expect([few?.figure('kappa'), few?.text('kappa_reason')]).toEqual([null, 'too_few_patients']);
  });

  it('keeps a row back that would give few patients away, taken from all', () => {
    // Of Caen's five patients one has no target on the CT phase: the four are all less those of Rouen.
    const caen = [...stable(4, 'caen'), ...read(['1=9 → 1=9', '1=9 → 1=9'], 'C5', 'caen')];
    const rows = (own: readonly CentreRow[]) =>
      matching(recordsOfStudy(own, 'recist-readers'), ON_MRI).map((record) =>
        [
          record.text('centre'),
          record.figure('n_patients'),
          record.figure('sd_sd'),
          record.text('responses_reason'),
        ].join(' '),
      );
    expect(rows([...caen, ...stable(6)])).toEqual([
      'caen 4  too_few_patients',
      'rouen 6  hides_small_group',
      ' 10 10 ',
    ]);
    expect(rows([...caen, ...stable(6), ...stable(5, 'lille')])).toEqual([
      'caen 4  too_few_patients',
      'lille 5  hides_small_group',
      'rouen 6 6 ',
      ' 15 15 ',
    ]);
  });

  it('has each two readers of a centre with five patients followed by both, and pools them', () => {
    const three = Array.from({ length: 5 }, (_, position) =>
      read(['1=30 → 1=31', '1=30 → 1=20', '1=30 → 1=37'], `T${position + 1}`, 'caen'),
    ).flat();
    const records = matching(recordsOfStudy([...three, ...stable(5)], 'recist-readers'), ON_MRI);
    expect(
      records.map((record) => [
        record.text('centre'),
        record.figure('first_reader'),
        record.figure('second_reader'),
        ...cellsOf(record),
      ]),
    ).toEqual([
      ['caen', 1, 2, 'pr_sd 5'],
      ['caen', 1, 3, 'sd_pd 5'],
      ['caen', 2, 3, 'pr_pd 5'],
      ['rouen', 1, 2, 'sd_sd 5'],
      ['', null, null, 'pr_sd 5', 'pr_pd 5', 'sd_sd 5', 'sd_pd 5'],
    ]);
    const all = records.at(-1);
    expect([all?.figure('n_follow_ups'), all?.figure('n_patients'), all?.figure('raw_agreement')]).toEqual([
      20, 10, 25,
    ]);
  });
});
