import { describe, expect, it } from 'vitest';
import type { TableRecord } from '#shared/presentation/read-table.ts';
import type { PairRow } from '#shared/tables/pairs.ts';
import { matching, recordsOfStudy } from '#test/analyses/study-records.ts';
import { rowsOfPatient } from '#test/study/centre-rows.ts';
import { COHORTS, cohortFiles, rowsOfCentres } from '#test/study/sample-cohort.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { counts } from '#test/tables/rows.ts';

const INCOMPLETE: Partial<PairRow> = { protocol_complete: false };
const counted = (right: number): Partial<PairRow> => ({
  ...counts(() => 0),
  mri_diffusion_right: right,
  mri_total_right: right,
});

/** As if nobody were too few, for what is computed of a few rows. */
const OF_ANY = { ...SETTINGS, fewestPatientsShown: 1 };

const PATIENTS = ['P1', 'P2', 'P3', 'P4', 'P5'];
const readersOf = (records: readonly TableRecord[]) => [
  ...new Set(records.map((record) => `${record.text('first_reader')}–${record.text('second_reader')}`)),
];

describe('the agreement between readers', () => {
  it.each(COHORTS)('is an empty table in the cohort %s, which one reader has read', (cohort) => {
    expect(recordsOfStudy(rowsOfCentres(cohortFiles(cohort)), 'readers')).toEqual([]);
  });

  it('has every two readers of a centre, each with counts, diameters and categories', () => {
    const rows = PATIENTS.flatMap((id) =>
      rowsOfPatient({
        id,
        pairs: [{}, { reader: 3 }, { reader: 2 }, ...(id === 'P1' ? [{ reader: 4 }] : [])],
      }),
    );
    const records = recordsOfStudy(rows, 'readers');
    const centre = matching(records, { group: 'centre', centre: 'rouen' });
    // Too few patients were read by the fourth: those figures are in the pooled row alone.
    expect(readersOf(centre)).toEqual(['1–2', '1–3', '2–3']);
    const pooled = matching(records, { group: 'pooled' });
    expect(pooled[0]?.figure('n_reader_pairs')).toBe(6);
    expect(centre).toHaveLength(3 * (8 * 3 + 6 + 2));
    expect(records).toHaveLength(centre.length + pooled.length);
  });

  it('takes a number for another person in each centre', () => {
    const read = (centre: string, more: number) =>
      PATIENTS.flatMap((id, position) =>
        rowsOfPatient({
          centre,
          id,
          pairs: [counted(3 + 2 * position), { reader: 2, ...counted(3 + 2 * position + more) }],
        }),
      );
    const rows = [...read('caen', 3), ...read('rouen', -1)];
    const records = matching(recordsOfStudy(rows, 'readers'), {
      quantity: 'count',
      sequence: 'mri_diffusion',
      side: 'whole',
    });
    expect(records.map((record) => [record.text('centre'), record.figure('bias')])).toEqual([
      ['caen', -3],
      ['rouen', 1],
      ['', null],
    ]);
    const pooled = records.at(-1);
    expect(pooled?.text('bias_reason')).toBe('several_reader_pairs');
    // Each two differ by the same number throughout: within them nothing scatters.
    expect(pooled?.figure('limits_sd')).toBe(0);
    expect(pooled?.figure('icc_3_1')).toBe(1);
    expect([pooled?.figure('n'), pooled?.figure('n_centres')]).toEqual([10, 2]);
  });

  it('names no small centre, and shows small ones together only where there are two', () => {
    const read = (centre: string, patients: number) =>
      PATIENTS.slice(0, patients).flatMap((id) => rowsOfPatient({ centre, id, pairs: [{}, { reader: 2 }] }));
    const groupsOf = (rows: Parameters<typeof recordsOfStudy>[0]) =>
      matching(recordsOfStudy(rows, 'readers'), { quantity: 'countable' }).map((record) =>
        [record.text('group'), record.text('centre'), record.figure('n_patients')].join(' '),
      );
    expect(groupsOf(read('caen', 4))).toEqual(['pooled  4']);
    expect(groupsOf([...read('caen', 5), ...read('rouen', 4)])).toEqual(['others  9', 'pooled  9']);
    expect(groupsOf([...read('caen', 5), ...read('lille', 3), ...read('rouen', 4)])).toEqual([
      'centre caen 5',
      'others  7',
      'pooled  12',
    ]);
  });

  it('speaks only of pairs that the study uses', () => {
    const rows = [
      ...rowsOfPatient({ id: 'P1', pairs: [{}, { pair: 2, ...INCOMPLETE }, { pair: 2, reader: 2 }] }),
      ...rowsOfPatient({ id: 'P2', patient: { histologically_proven: false }, pairs: [{}, { reader: 2 }] }),
    ];
    expect(recordsOfStudy(rows, 'readers')).toEqual([]);
  });

  it('compares counts, side by side and together', () => {
    const read = (id: string, first: number, second: number) =>
      rowsOfPatient({ id, pairs: [counted(first), { reader: 2, ...counted(second) }] });
    const rows = [...read('P1', 3, 5), ...read('P2', 8, 8), ...read('P3', 1, 2)];
    const records = matching(recordsOfStudy(rows, 'readers', OF_ANY), {
      quantity: 'count',
      sequence: 'mri_diffusion',
    });
    const [whole, right, left] = ['whole', 'right', 'left'].map((side) => matching(records, { side })[0]);
    expect([whole?.figure('n'), whole?.figure('n_patients'), whole?.text('unit')]).toEqual([
      3,
      3,
      'metastases',
    ]);
    expect(whole?.figure('bias')).toBe(-1);
    // Differences −2, 0, −1: s = 1.
    expect(whole?.figure('limits_sd')).toBeCloseTo(1, 12);
    expect(right?.figure('icc_2_1')).toBe(whole?.figure('icc_2_1'));
    expect([left?.figure('icc_2_1'), left?.text('icc_2_1_reason')]).toEqual([null, 'no_variation']);
  });

  it('compares no whole liver of which a reader counted one side only', () => {
    const oneSide = { countable: 'massive' as const, mri_diffusion_right: null, mri_diffusion_left: 3 };
    const rows = rowsOfPatient({ pairs: [{}, { reader: 2, ...oneSide }] });
    const records = matching(recordsOfStudy(rows, 'readers', OF_ANY), {
      quantity: 'count',
      sequence: 'mri_diffusion',
    });
    const compared = ['whole', 'right', 'left'].map((side) => matching(records, { side })[0]?.figure('n'));
    expect(compared).toEqual([0, 0, 1]);
  });

  it('compares the diameters of the lesions that both measured, in millimetres', () => {
    const rows = rowsOfPatient({
      pairs: [{}, { reader: 2 }],
      lesions: [
        { lesion: 1, ct_portal_mm: 20.1 },
        { lesion: 2, ct_portal_mm: 30 },
        { lesion: 3 },
        { reader: 2, lesion: 1, ct_portal_mm: 19.9 },
        { reader: 2, lesion: 2, ct_portal_mm: null },
        { reader: 2, lesion: 4 },
      ],
    });
    const [record] = matching(recordsOfStudy(rows, 'readers', OF_ANY), {
      quantity: 'diameter',
      sequence: 'ct_portal',
    });
    expect([record?.figure('n'), record?.figure('bias'), record?.text('unit')]).toEqual([1, 0.2, 'mm']);
  });

  it('has κ of whether pairs can be counted and measured, and no limits for it', () => {
    const massive: Partial<PairRow> = { countable: 'massive', ...counts(() => null) };
    const said = [
      ['yes', 'yes'],
      ['yes', 'massive'],
      ['massive', 'massive'],
      ['yes', 'yes'],
    ] as const;
    const rows = said.flatMap(([first, second], index) =>
      rowsOfPatient({
        id: `P${index}`,
        pairs: [
          first === 'yes' ? {} : massive,
          { reader: 2, measurable: null, ...(second === 'yes' ? {} : massive) },
        ],
      }),
    );
    const records = recordsOfStudy(rows, 'readers', OF_ANY);
    const [countable] = matching(records, { quantity: 'countable' });
    expect(countable?.figure('n')).toBe(4);
    expect(countable?.figure('raw_agreement')).toBe(75);
    expect(countable?.figure('kappa')).toBe(0.5);
    expect(countable?.text('kappa_reason')).toBe('too_few_patients');
    expect([countable?.figure('bias'), countable?.text('limits_reason')]).toEqual([null, 'row_of_category']);
    const [measurable] = matching(records, { quantity: 'measurable' });
    expect([measurable?.figure('n'), measurable?.text('kappa_reason')]).toEqual([0, 'no_observation']);
    const [count] = matching(records, { quantity: 'count' });
    expect([count?.figure('n'), count?.text('kappa_reason')]).toEqual([2, 'row_of_number']);
  });
});

describe('a row of few patients', () => {
  const read = (id: string, centre: string, first: number, second: number, reader = 2) =>
    rowsOfPatient({ id, centre, pairs: [counted(first), { reader, ...counted(second) }] });
  const rowsOf = (rows: Parameters<typeof recordsOfStudy>[0], quantity: string) =>
    matching(recordsOfStudy(rows, 'readers'), {
      quantity,
      ...(quantity === 'count' && { sequence: 'mri_diffusion', side: 'whole' }),
    });
  const five = (centre: string) => PATIENTS.flatMap((id) => read(id, centre, 4, 3));

  it('says how many they are, and no more', () => {
    const massive: Partial<PairRow> = { countable: 'massive', ...counts(() => null) };
    const uncountable = rowsOfPatient({
      id: 'P6',
      centre: 'caen',
      pairs: [massive, { reader: 2, ...massive }],
    });
    const rows = [...PATIENTS.slice(1).flatMap((id) => read(id, 'caen', 4, 3)), ...uncountable];
    const [count] = rowsOf(rows, 'count');
    expect([count?.text('centre'), count?.figure('n_patients'), count?.figure('bias')]).toEqual([
      'caen',
      4,
      null,
    ]);
    expect(['bias_reason', 'limits_reason', 'icc_2_1_reason'].map((name) => count?.text(name))).toEqual([
      'too_few_patients',
      'too_few_patients',
      'too_few_patients',
    ]);
    const [countable] = rowsOf(rows, 'countable');
    expect([countable?.figure('n_patients'), countable?.figure('raw_agreement')]).toEqual([5, 100]);
  });

  it('does not follow from all readers and the others', () => {
    // Two patients read by the third reader stand in the pooled row alone.
    const rows = [
      ...five('caen'),
      ...PATIENTS.flatMap((id) => read(id, 'rouen', 4, 3)),
      ...read('P6', 'rouen', 9, 1),
      ...['P7', 'P8'].flatMap((id) => read(id, 'rouen', 9, 1, 3)),
    ];
    const found = (own: typeof rows) =>
      rowsOf(own, 'countable').map((record) =>
        [
          record.text('centre'),
          record.figure('n_patients'),
          record.figure('raw_agreement'),
          record.text('kappa_reason'),
        ].join(' '),
      );
    expect(found(rows)).toEqual([
      'caen 5  hides_small_group',
      'rouen 6 100 no_variation',
      ' 13 100 no_variation',
    ]);
    const more = ['P9', 'Q1', 'Q2'].flatMap((id) => read(id, 'rouen', 9, 1, 3));
    expect(found([...rows, ...more])[0]).toBe('caen 5 100 no_variation');
  });
});
