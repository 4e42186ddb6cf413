import { describe, expect, it } from 'vitest';
import { frocTable } from '#shared/analyses/visibility/froc.ts';
import { recordsIn } from '#shared/presentation/read-table.ts';
import { studentTPValue, studentTQuantile } from '#shared/statistics/student-t-distribution.ts';
import { includedPatients } from '#shared/study/eligibility.ts';
import { rowOf } from '#test/analyses/study-columns.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { type ListedStory, type ListingPatient, listingStudy } from './listed-study.ts';

/** How a lesion is rated on MRI and on CT: 0 is not seen. */
const rated = (mri: number, ct: number, more: ListedStory = {}): ListedStory => ({
  reference: 'histology',
  seen: `${mri > 0 ? 'YYYY' : 'NNNN'}${ct > 0 ? 'YY' : 'NN'}`,
  confidence_mri: mri > 0 ? mri : null,
  confidence_ct: ct > 0 ? ct : null,
  ...more,
});
const benign = { nature: 'benign', lesion: 2 } as const;
const second = { reader: 2 } as const;

/* Six patients on paper, a metastasis each: MRI rates them 5 5 4 3 5 0, CT 4 0 4 3 0 5; two benign lesions on MRI, one on CT. */
const FIRST_READER: readonly (readonly ListedStory[])[] = [
  [rated(5, 4), rated(2, 0, benign)],
  [rated(5, 0)],
  [rated(4, 4)],
  [rated(3, 3), rated(4, 0, benign)],
  [rated(5, 0)],
  [rated(0, 5), rated(0, 3, benign)],
];
/* The second reader lists neither the third metastasis nor the benign lesion of CT. */
const SECOND_READER: readonly (readonly ListedStory[])[] = [
  [rated(5, 4), rated(2, 0, benign)],
  [rated(5, 0)],
  [rated(1, 1, { lesion: 3, nature: 'unknown' })],
  [rated(3, 3), rated(4, 0, benign)],
  [rated(5, 0)],
  [rated(0, 5)],
];

const patients = (
  lists: readonly (readonly ListedStory[])[],
  others: readonly (readonly ListedStory[])[] = [],
  lesions_listed: 'all' | 'some' | null = 'all',
): readonly ListingPatient[] =>
  lists.map((list, position) => ({
    id: `P${position + 1}`,
    pairs: [{ lesions_listed }, ...(others.length === 0 ? [] : [{ ...second, lesions_listed }])],
    listed: [
      ...list.map((lesion, at) => ({ lesion: at + 1, ...lesion })),
      ...(others[position] ?? []).map((lesion, at) => ({ lesion: at + 1, ...lesion, ...second })),
    ],
  }));

const tableOf = (some: readonly ListingPatient[], fewestPatientsShown = 5) =>
  frocTable(includedPatients(listingStudy(some), SETTINGS), { fewestPatientsShown });

const NUMBERS = ['n_readers', 'n_patients', 'n_cases', 'metastases', 'benign', 'not_rated'];
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const AREAS = ['mri', 'ct', 'difference'];

describe('alternative FROC of six patients on paper', () => {
  const table = tableOf(patients(FIRST_READER, SECOND_READER));
  const figures = (values: Readonly<Record<string, string>>, names: readonly string[]) =>
    names.map((name) => rowOf(table, values).figure(name));

  it('has the shares of twos that are counted there', () => {
    // MRI: 6 + 6 + 5½ + 5 + 6 + 2 of 36; CT: 6 + 2½ + 6 + 5½ + 2½ + 6.
    expect(figures({ group: 'all' }, NUMBERS)).toEqual([1, 6, 6, 6, 3, 0]);
    expect(figures({ group: 'all' }, AREAS)).toEqual([30.5 / 36, 28.5 / 36, expect.closeTo(2 / 36, 12)]);
  });

  it('has the errors and limits of leaving out one patient after the other', () => {
    // The metastasis of each patient, and the highest benign lesion of the case; 0 is what is not seen.
    const drawn = {
      mri: { metastases: [5, 5, 4, 3, 5, 0], benign: [2, 0, 0, 4, 0, 0] },
      ct: { metastases: [4, 0, 4, 3, 0, 5], benign: [0, 0, 0, 0, 0, 3] },
    };
    const areaWithout = (left: number, { metastases, benign }: (typeof drawn)['mri']) => {
      const of = (ratings: readonly number[]) => ratings.filter((_, patient) => patient !== left);
      const twos = of(metastases).flatMap((rating) => of(benign).map((other) => Math.sign(rating - other)));
      return sum(twos.map((sign) => (sign + 1) / 2)) / twos.length;
    };
    const ofAll = (name: 'mri' | 'ct') => areaWithout(-1, drawn[name]);
    const left = (name: 'mri' | 'ct') =>
      [0, 1, 2, 3, 4, 5].map((patient) => areaWithout(patient, drawn[name]));
    const errorOf = (areas: readonly number[]) =>
      Math.sqrt((5 / 6) * sum(areas.map((area) => (area - sum(areas) / 6) ** 2)));
    const differences = left('mri').map((area, patient) => area - (left('ct')[patient] ?? Number.NaN));
    const [difference, error] = [ofAll('mri') - ofAll('ct'), errorOf(differences)];
    const reach = studentTQuantile(0.975, 5);
    const logistic = (value: number) => 1 / (1 + Math.exp(-value));
    const cellsOf = (name: 'mri' | 'ct') => {
      const [area, standardError] = [ofAll(name), errorOf(left(name))];
      const [centre, by] = [Math.log(area / (1 - area)), (reach * standardError) / (area * (1 - area))];
      return [area, standardError, 5, logistic(centre - by), logistic(centre + by)];
    };
    const promised = [
      ...cellsOf('mri'),
      ...cellsOf('ct'),
      ...[difference, error, 5, difference - reach * error, difference + reach * error],
      studentTPValue(difference / error, 5).p,
    ];
    const names = AREAS.flatMap((name) => [
      name,
      ...['standard_error', 'df', 'low', 'high'].map((part) => `${name}_${part}`),
    ]);
    const found = figures({ group: 'all' }, [...names, 'difference_p']);
    expect(found).toEqual(promised.map((value) => expect.closeTo(value, 12)));
    const row = rowOf(table, { group: 'all' });
    expect(['reason', 'mri_reason', 'ct_reason', 'difference_reason'].map((name) => row.text(name))).toEqual([
      '',
      '',
      '',
      '',
    ]);
  });

  it('has them for each reader of a centre, who did not see what a complete list lacks', () => {
    expect(figures({ reader: '1', group: 'centre' }, AREAS)).toEqual(figures({ group: 'all' }, AREAS));
    // MRI: 6 + 6 + 2 + 5 + 6 + 2; CT: 6 + 3 + 3 + 6 + 3 + 6.
    expect(figures({ reader: '2' }, NUMBERS)).toEqual([1, 6, 6, 6, 3, 0]);
    expect(figures({ reader: '2' }, AREAS)).toEqual([27 / 36, 27 / 36, 0]);
  });

  it('has their means for both together, with the errors of these readers and of others', () => {
    const means = [57.5 / 72, 55.5 / 72, 1 / 36].map((mean) => expect.closeTo(mean, 12));
    expect(figures({ readers: 'fixed' }, AREAS)).toEqual(means);
    expect(figures({ readers: 'random' }, AREAS)).toEqual(means);
    expect(figures({ readers: 'fixed' }, ['n_readers', 'difference_df'])).toEqual([2, 5]);
    const [ofOthers] = figures({ readers: 'random' }, ['difference_df']);
    expect(ofOthers).not.toBe(5);
  });

  it('leaves out what is missing on a list that is not complete, and what is seen but not rated', () => {
    const some = tableOf(patients(FIRST_READER, SECOND_READER, 'some'), 1);
    const reader2 = rowOf(some, { reader: '2' });
    expect(NUMBERS.map((name) => reader2.figure(name))).toEqual([1, 5, 5, 5, 2, 2]);
    // Of a list that does not say whether it is complete nothing more is known.
    expect(tableOf(patients(FIRST_READER, SECOND_READER, null), 1).rows).toEqual(some.rows);
    const unsure = tableOf(
      patients([...FIRST_READER.slice(0, 5), [rated(0, 5, { confidence_ct: null }), rated(0, 3, benign)]]),
    );
    const [row] = recordsIn(unsure);
    expect(NUMBERS.map((name) => row?.figure(name))).toEqual([1, 6, 6, 5, 3, 1]);
    const notAssessable = tableOf(patients([...FIRST_READER.slice(0, 5), [rated(0, 5, { seen: 'NNN-YY' })]]));
    expect(recordsIn(notAssessable)[0]?.figure('n_cases')).toBe(5);
  });

  it('changes the sign of the difference, and no more, when the modalities change places', () => {
    const swapped = (lists: readonly (readonly ListedStory[])[]) =>
      lists.map((list) =>
        list.map(({ confidence_mri, confidence_ct, ...lesion }) => ({
          ...lesion,
          ...rated(confidence_ct ?? 0, confidence_mri ?? 0, lesion.nature === undefined ? {} : benign),
        })),
      );
    const [forth, back] = [FIRST_READER, swapped(FIRST_READER)].map((lists) =>
      rowOf(tableOf(patients(lists)), {}),
    );
    expect(back?.figure('mri')).toBe(forth?.figure('ct'));
    expect(back?.figure('difference')).toBe(-(forth?.figure('difference') ?? Number.NaN));
    expect(back?.figure('difference_low')).toBeCloseTo(-(forth?.figure('difference_high') ?? Number.NaN), 12);
    expect(back?.figure('difference_p')).toBe(forth?.figure('difference_p'));
  });

  it('does not depend on the order of patients', () => {
    expect(tableOf(patients(FIRST_READER, SECOND_READER).toReversed()).rows).toEqual(table.rows);
  });

  it('has the readers in order of their numbers, whoever lists a lesion first', () => {
    const lists = patients(FIRST_READER, SECOND_READER).map((patient, position) => ({
      ...patient,
      listed: (patient.listed ?? []).filter(({ reader }) => position > 0 || reader === 2),
    }));
    expect(recordsIn(tableOf(lists, 1)).map((row) => row.text('reader'))).toEqual(['1', '1', '2', '', '']);
  });

  it('is 1 with perfect ratings, without limits', () => {
    const perfect = rowOf(tableOf(patients(FIRST_READER.map(() => [rated(5, 5), rated(1, 1, benign)]))), {});
    expect(AREAS.map((name) => perfect.figure(name))).toEqual([1, 1, 0]);
    expect(perfect.figure('mri_low')).toBeNull();
    expect(perfect.text('mri_reason')).toBe('no_variation');
  });

  it('takes all pairs of a patient out together', () => {
    // The same readings as one patient’s two pairs: the area stays, its error does not.
    const twice = listingStudy(
      patients(FIRST_READER).map((patient) => ({
        ...patient,
        pairs: [{}, { pair: 2 }],
        listed: [
          ...(patient.listed ?? []),
          ...(patient.listed ?? []).map((lesion) => ({ ...lesion, pair: 2 })),
        ],
      })),
    );
    const [row] = recordsIn(frocTable(includedPatients(twice, SETTINGS), { fewestPatientsShown: 5 }));
    expect(['n_patients', 'n_cases'].map((name) => row?.figure(name))).toEqual([6, 12]);
    expect(row?.figure('mri')).toBe(30.5 / 36);
    expect(row?.figure('mri_standard_error')).toBeCloseTo(
      rowOf(table, { group: 'all' }).figure('mri_standard_error') ?? Number.NaN,
      12,
    );
  });

  it('keeps the figures of few patients to itself, and names no centre whose other cases would be few', () => {
    const [row, ...others] = recordsIn(tableOf(patients(FIRST_READER, SECOND_READER), 7));
    expect(row?.figure('n_patients')).toBe(6);
    expect([...NUMBERS.slice(2), ...AREAS].map((name) => row?.figure(name))).toEqual(Array(7).fill(null));
    expect(row?.text('reason')).toBe('too_few_patients');
    expect(others).toEqual([]);
    const oneMore: ListingPatient = { id: 'P7', listed: [rated(5, 5)] };
    expect(recordsIn(tableOf([...patients(FIRST_READER, SECOND_READER), oneMore]))).toHaveLength(1);
  });

  it('names no centre where a second pair that one reader alone lists would be of few', () => {
    const [first, ...others] = patients(FIRST_READER, SECOND_READER);
    const { pairs = [], listed = [] } = first ?? {};
    const alsoListed: ListingPatient = {
      ...first,
      pairs: [...pairs, { pair: 2 }],
      listed: [...listed, rated(5, 1, { pair: 2, lesion: 1 })],
    };
    const rows = recordsIn(tableOf([alsoListed, ...others], 2));
    expect(rows.map((row) => [row.text('group'), row.figure('n_cases')])).toEqual([['all', 7]]);
    expect(recordsIn(tableOf([alsoListed, ...others], 1))).toHaveLength(5);
  });

  it('names no centre of few patients, however many pairs they have', () => {
    const elsewhere = patients(FIRST_READER).map((patient) => ({ ...patient, centre: 'lille' }));
    const twice = patients(FIRST_READER.slice(0, 4), SECOND_READER).map((patient) => ({
      ...patient,
      pairs: [1, 2].flatMap((pair) => patient.pairs?.map((one) => ({ ...one, pair })) ?? []),
      listed: [1, 2].flatMap((pair) => patient.listed?.map((lesion) => ({ ...lesion, pair })) ?? []),
    }));
    const rows = recordsIn(tableOf([...twice, ...elsewhere]));
    expect(rows.map((row) => [row.figure('n_patients'), row.figure('n_cases')])).toEqual([[10, 14]]);
  });

  it('has no readers together of two centres', () => {
    const elsewhere = patients(SECOND_READER).map((patient) => ({ ...patient, centre: 'lille' }));
    const rows = recordsIn(tableOf([...patients(FIRST_READER), ...elsewhere]));
    expect(rows.map((row) => row.text('group'))).toEqual(['all']);
    expect(rows[0]?.figure('n_patients')).toBe(11);
  });

  it('says why there is no figure without a metastasis, or with those of one patient alone', () => {
    const only = (lists: readonly (readonly ListedStory[])[]) => rowOf(tableOf(patients(lists)), {});
    const none = only(FIRST_READER.map(() => [rated(2, 2, benign)]));
    expect([none.figure('mri'), none.text('mri_reason')]).toEqual([null, 'no_observation']);
    const ofOne = only(FIRST_READER.map((_, at) => [at === 0 ? rated(4, 4) : rated(2, 2, benign)]));
    expect([ofOne.figure('mri'), ofOne.text('mri_reason')]).toEqual([null, 'too_few_patients']);
  });
});
