import type { LesionRow } from '#shared/tables/lesions.ts';
import type { PairRow } from '#shared/tables/pairs.ts';
import type { TableRow } from '#shared/tables/tables.ts';
import type { VisibilityRow } from '#shared/tables/visibility.ts';
import { counts, lesionRow, pairRow, patientRow, visibilityRow } from '#test/tables/rows.ts';
import { type Cells, csvFile } from './csv-file.ts';
import { centreRows, problemsOf, warningsOf } from './examined.ts';
import { finding, type ProblemCase } from './problem-case.ts';

/** One lesion of the right liver is counted and listed. */
const pair = (differs: Partial<PairRow> = {}): TableRow => ({
  table: 'pairs',
  row: pairRow({ measurable: 'not_measurable', lesions_listed: 'all', ...ONE_RIGHT, ...differs }),
});
const ONE_RIGHT = Object.fromEntries(
  Object.keys(counts(() => 0)).map((column) => [column, column.endsWith('right') ? 1 : 0]),
);
const ONE_RIGHT_CELLS: Cells<'pairs'> = Object.fromEntries(
  Object.entries(ONE_RIGHT).map(([column, count]) => [column, String(count)]),
);
const LEFT_NOTHING = Object.fromEntries(
  Object.keys(counts(() => 0)).flatMap((column) => (column.endsWith('left') ? [[column, 0]] : [])),
);
const NO_MRI: Cells<'pairs'> = {
  mri_t2fs_right: '0',
  mri_diffusion_right: '0',
  mri_arterial_right: '0',
  mri_portal_right: '0',
  mri_total_right: '0',
};
const patient: TableRow = { table: 'patients', row: patientRow() };
const lesion = (differs: Partial<LesionRow> = {}): TableRow => ({
  table: 'lesions',
  row: lesionRow(differs),
});
const listed = (differs: Partial<VisibilityRow> = {}): TableRow => ({
  table: 'visibility',
  row: visibilityRow(differs),
});

const NOT_SEEN = {
  seen_mri_t2fs: 'no',
  seen_mri_diffusion: 'no',
  seen_mri_arterial: 'no',
  seen_mri_portal: 'no',
  seen_ct_arterial: '',
  seen_ct_portal: 'no',
} satisfies Cells<'visibility'>;

const file = (...rows: readonly Cells<'visibility'>[]) => csvFile('visibility', rows);

/** Why a file of listed lesions, or of lesions that are listed elsewhere, is refused. */
export const VISIBILITY_CASES: readonly ProblemCase[] = [
  {
    title: 'a lesion that no sequence shows and nothing establishes',
    found: () => problemsOf(file({ ...NOT_SEEN, reference: 'none' }, { lesion: '2', reference: 'none' })),
    expected: [finding('SEEN_NOWHERE', 2, 'reference', 'none')],
  },
  {
    title: 'one that histology found and no sequence shows: nothing',
    found: () => problemsOf(file({ ...NOT_SEEN, reference: 'histology' })),
    expected: [],
  },
  {
    title: 'a confidence of an examination that was not assessable, not of one that was in part',
    found: () =>
      problemsOf(
        file(
          { seen_ct_arterial: '', seen_ct_portal: 'NC' },
          { lesion: '2', seen_ct_arterial: '', seen_ct_portal: 'no' },
        ),
      ),
    expected: [finding('CONFIDENCE_NOT_ASSESSABLE', 2, 'confidence_ct', '4')],
  },
  {
    title: 'a lesion on another side or in another segment at another pair',
    found: () => problemsOf(file({}, { pair: '2', side: 'left', segment: 'II' }, { pair: '3', segment: '' })),
    expected: [
      finding('LESION_ELSEWHERE', 3, 'side', 'left'),
      finding('LESION_ELSEWHERE', 3, 'segment', 'II'),
    ],
  },
  {
    title: 'a listed lesion on another side than measured, whichever file comes second',
    found: () => [
      ...problemsOf(file({ side: 'left', segment: '' }), centreRows(lesion({ pair: 3 }))),
      ...problemsOf(csvFile('lesions', [{ pair: '3' }]), centreRows(listed({ side: 'left' }))),
    ],
    expected: [
      finding('LESION_ELSEWHERE', 2, 'side', 'left'),
      finding('LESION_ELSEWHERE', 2, 'side', 'right'),
    ],
  },
  {
    title: 'a listed lesion in another segment than an older file says',
    found: () => problemsOf(file({ pair: '2', segment: 'VII' }), centreRows(listed())),
    expected: [finding('LESION_ELSEWHERE', 2, 'segment', 'VII')],
  },
  {
    title: 'the same number of another patient or reader: nothing',
    found: () =>
      problemsOf(
        file({ side: 'left', segment: '' }),
        centreRows(lesion({ patient_id: 'P2' }), lesion({ reader: 2 }), listed({ reader: 2 })),
      ),
    expected: [],
  },
  {
    title: 'a segment that one row alone knows, whichever comes first: nothing',
    found: () => [
      ...problemsOf(file({ segment: '' }, { pair: '2' }, { pair: '3', segment: '' })),
      ...problemsOf(file({}), centreRows(listed({ pair: 2, segment: null }))),
    ],
    expected: [],
  },
  {
    title: 'two measured rows of a lesion on two sides, where another one is listed: nothing',
    found: () =>
      problemsOf(
        csvFile('lesions', [{ pair: '3' }]),
        centreRows(lesion({ pair: 2, side: 'left' }), listed({ lesion: 2 })),
      ),
    expected: [],
  },
  {
    title: 'a size that is not the measured one, whichever file comes second',
    found: () => [
      ...problemsOf(file({ size_class: '5_9' }), centreRows(lesion())),
      ...problemsOf(csvFile('lesions', [{ mri_portal_mm: '20' }]), centreRows(listed())),
    ],
    expected: [
      finding('SIZE_UNLIKE_MEASURED', 2, 'size_class', '5_9'),
      finding('SIZE_UNLIKE_MEASURED', 2, 'mri_portal_mm', '20'),
    ],
  },
  {
    title: 'a size that is not known, of another pair, or of what is gone: nothing',
    found: () => [
      ...problemsOf(file({ size_class: '' }, { pair: '2', size_class: '5_9' }), centreRows(lesion())),
      ...problemsOf(
        file({ size_class: '5_9' }),
        centreRows(
          lesion({
            mri_t2fs_mm: 0,
            mri_diffusion_mm: 0,
            mri_arterial_mm: null,
            mri_portal_mm: 0,
            ct_arterial_mm: 0,
            ct_portal_mm: 0,
          }),
        ),
      ),
    ],
    expected: [],
  },
];

const ON_DIFFUSION = listed({ seen_mri_t2fs: false, seen_mri_arterial: false, seen_mri_portal: false });

const sheet = (rows: readonly Cells<'visibility'>[], ...others: readonly TableRow[]) =>
  warningsOf(file(...rows), centreRows(patient, ...others));
const pairsFile = (cells: Cells<'pairs'>, ...others: readonly TableRow[]) =>
  warningsOf(
    csvFile('pairs', [{ measurable: 'not_measurable', lesions_listed: 'all', ...ONE_RIGHT_CELLS, ...cells }]),
    centreRows(patient, ...others),
  );

/** What is doubtful of listed lesions beside each other, and beside what is counted and measured. */
export const LISTED_CASES: readonly ProblemCase[] = [
  {
    title: 'a listed lesion that is the one that is counted, beside a benign one: nothing',
    found: () => [
      ...sheet([{}, { lesion: '2', nature: 'benign' }, { lesion: '3', nature: 'unknown' }], pair()),
      ...pairsFile({}, listed(), listed({ lesion: 2, nature: 'benign' })),
    ],
    expected: [],
  },
  {
    title: 'a listed lesion whose pair has not come',
    found: () => sheet([{}]),
    expected: [finding('PAIR_NOT_SENT', 2, 'patient_id', 'P1')],
  },
  {
    title: 'a lesion in a segment of the other side, not in the first or the fourth',
    found: () =>
      sheet(
        [
          { segment: 'III' },
          { lesion: '2', segment: 'I' },
          { lesion: '3', segment: 'IVb' },
          { lesion: '4', side: 'left', segment: 'V' },
        ],
        pair({ ...counts(() => 9), lesions_listed: 'some' }),
      ),
    expected: [
      finding('SEGMENT_OF_OTHER_SIDE', 2, 'segment', 'III'),
      finding('SEGMENT_OF_OTHER_SIDE', 5, 'segment', 'V'),
    ],
  },
  {
    title: 'two readers of one lesion who say another side',
    found: () =>
      sheet(
        [{}, { reader: '2', side: 'left', segment: '' }],
        pair(),
        pair({ reader: 2, ...counts(() => null) }),
      ),
    expected: [finding('SIDE_CHANGES', 3, 'side', 'left')],
  },
  {
    title:
      'all listed, and more or fewer than counted: told of the lesion, and of the count where the pairs follow',
    found: () => [
      ...sheet(
        [{}, { lesion: '2', seen_ct_portal: 'no' }],
        pair({ ...counts(() => 2), ...LEFT_NOTHING, ct_portal_right: 1, ct_arterial_right: 1 }),
      ),
      ...pairsFile({ mri_portal_right: '0' }, listed()),
      ...pairsFile({ mri_t2fs_right: '2', mri_portal_right: '2', mri_total_right: '2' }, listed()),
    ],
    expected: [
      finding('LISTED_UNLIKE_COUNTED', 3, 'seen_ct_arterial', 'yes'),
      finding('LISTED_UNLIKE_COUNTED', 2, 'mri_portal_right', '0'),
      finding('LISTED_UNLIKE_COUNTED', 2, 'mri_t2fs_right', '2'),
      finding('LISTED_UNLIKE_COUNTED', 2, 'mri_portal_right', '2'),
      finding('LISTED_UNLIKE_COUNTED', 2, 'mri_total_right', '2'),
    ],
  },
  {
    title: 'a total that is not the lesions that one of its sequences shows',
    found: () => sheet([{}], pair({ ...counts(() => 1), ...LEFT_NOTHING, ct_total_right: 2 })),
    expected: [finding('LISTED_UNLIKE_COUNTED', 2, 'lesion', '1')],
  },
  {
    title:
      'a total that one sequence alone reaches and a full list confirms: nothing; one that it does not, or some do',
    found: () => [
      ...pairsFile({ mri_portal_right: '0', mri_arterial_right: '0', mri_t2fs_right: '0' }, ON_DIFFUSION),
      ...pairsFile(
        {
          mri_portal_right: '0',
          mri_arterial_right: '0',
          mri_t2fs_right: '0',
          mri_diffusion_right: '2',
          mri_total_right: '2',
        },
        ON_DIFFUSION,
      ),
      ...pairsFile(
        { lesions_listed: 'some', mri_portal_right: '0', mri_arterial_right: '0', mri_t2fs_right: '0' },
        ON_DIFFUSION,
      ),
    ],
    expected: [
      finding('TOTAL_EQUALS_ONE_SEQUENCE', 2, 'mri_total_right', '2'),
      finding('LISTED_UNLIKE_COUNTED', 2, 'mri_diffusion_right', '2'),
      finding('LISTED_UNLIKE_COUNTED', 2, 'mri_total_right', '2'),
      finding('TOTAL_EQUALS_ONE_SEQUENCE', 2, 'mri_total_right', '1'),
    ],
  },
  {
    title: 'what was not assessable may have been seen or not: nothing',
    found: () => [
      ...pairsFile({}, listed({ seen_mri_portal: null })),
      ...pairsFile({ mri_portal_right: '0' }, listed({ seen_mri_portal: null })),
    ],
    expected: [],
  },
  {
    title: 'but not what is benign',
    found: () =>
      pairsFile(
        { mri_t2fs_right: '2', mri_portal_right: '2', mri_total_right: '2' },
        listed(),
        listed({ lesion: 2, nature: 'benign', seen_mri_t2fs: null, seen_mri_portal: null }),
      ),
    expected: [
      finding('LISTED_UNLIKE_COUNTED', 2, 'mri_t2fs_right', '2'),
      finding('LISTED_UNLIKE_COUNTED', 2, 'mri_portal_right', '2'),
      finding('LISTED_UNLIKE_COUNTED', 2, 'mri_total_right', '2'),
    ],
  },
  {
    title: 'some listed: only more than are counted',
    found: () => [
      ...pairsFile(
        { lesions_listed: 'some', mri_t2fs_right: '2', mri_portal_right: '2', mri_total_right: '2' },
        listed(),
      ),
      ...pairsFile({ lesions_listed: 'some', mri_diffusion_right: '0' }, listed()),
    ],
    expected: [finding('LISTED_UNLIKE_COUNTED', 2, 'mri_diffusion_right', '0')],
  },
  {
    title: 'all listed of a pair of which nothing has come, where something has of another one',
    found: () => [
      ...pairsFile({ ...ONE_RIGHT_CELLS, ...NO_MRI }, listed({ patient_id: 'P2' })),
      ...pairsFile({}),
    ],
    expected: [
      finding('LISTED_UNLIKE_COUNTED', 2, 'ct_arterial_right', '1'),
      finding('LISTED_UNLIKE_COUNTED', 2, 'ct_portal_right', '1'),
      finding('LISTED_UNLIKE_COUNTED', 2, 'ct_total_right', '1'),
    ],
  },
  {
    title: 'lesions of a pair that is not counted, whichever file comes second',
    found: () => [
      ...sheet([{}, { lesion: '2' }], pair({ countable: 'massive', ...counts(() => null) })),
      ...sheet([{}], pair({ protocol_complete: false })),
      ...sheet([{}], pair({ mri_date: '2021-12-31' })),
      ...pairsFile({ protocol_complete: 'non' }, listed()),
    ],
    expected: [
      finding('LISTED_NOT_USED', 2, 'lesion', '1'),
      finding('LISTED_NOT_USED', 2, 'lesion', '1'),
      finding('LISTED_NOT_USED', 2, 'lesion', '1'),
      finding('LISTED_NOT_USED', 2, 'protocol_complete', 'non'),
    ],
  },
  {
    title: 'a pair that is not counted and of which nothing is listed: nothing',
    found: () => pairsFile({ protocol_complete: 'non', lesions_listed: '' }, listed({ pair: 2 })),
    expected: [],
  },
  {
    title: 'many lesions of pairs that are not counted: one warning of the file',
    found: () =>
      sheet(
        ['1', '2', '3', '4'].map((number) => ({ pair: number })),
        ...[1, 2, 3, 4].map((number) => pair({ pair: number, protocol_complete: false })),
      ),
    expected: [finding('LISTED_NOT_USED', 1)],
  },
  {
    title: 'lesions of a pair that does not say whether all are listed',
    found: () => [
      ...sheet([{}], pair({ lesions_listed: null })),
      ...pairsFile({ lesions_listed: '' }, listed()),
    ],
    expected: [
      finding('LISTED_WITHOUT_SAYING', 2, 'lesion', '1'),
      finding('LISTED_WITHOUT_SAYING', 2, 'lesions_listed', ''),
    ],
  },
  {
    title:
      'a lesion that is measured where it is not seen, or gone where it is: told of whichever file comes second',
    found: () => [
      ...sheet([{ seen_ct_portal: 'no' }], pair({ measurable: 'yes', ct_portal_right: 0 }), lesion()),
      ...warningsOf(
        csvFile('lesions', [{ mri_portal_mm: '0' }]),
        centreRows(patient, pair({ measurable: 'yes' }), listed()),
      ),
    ],
    expected: [
      finding('SEEN_UNLIKE_MEASURED', 2, 'seen_ct_portal', 'no'),
      finding('SEEN_UNLIKE_MEASURED', 2, 'mri_portal_mm', '0'),
    ],
  },
  {
    title: 'a lesion that is measured where another one is not seen: nothing',
    found: () =>
      sheet(
        [{ seen_ct_portal: 'no' }, { lesion: '2' }],
        pair({ measurable: 'yes', ...counts(() => 2), ...LEFT_NOTHING, ct_portal_right: 1 }),
        lesion({ lesion: 2 }),
      ),
    expected: [],
  },
  {
    title: 'a lesion that is measured where it could not be assessed; gone there: nothing',
    found: () => [
      ...sheet([{ seen_ct_portal: '' }], pair({ measurable: 'yes' }), lesion()),
      ...sheet([{ seen_ct_portal: '' }], pair({ measurable: 'yes' }), lesion({ ct_portal_mm: 0 })),
    ],
    expected: [finding('SEEN_UNLIKE_MEASURED', 2, 'seen_ct_portal', '')],
  },
  {
    title: 'many pairs that do not say it: one warning of the file',
    found: () =>
      sheet(
        ['1', '2', '3', '4'].map((number) => ({ pair: number })),
        ...[1, 2, 3, 4].map((number) => pair({ pair: number, lesions_listed: null })),
      ),
    expected: [finding('LISTED_WITHOUT_SAYING', 1)],
  },
  {
    title: 'many lesions that are not counted: one warning of the file',
    found: () =>
      sheet(
        ['1', '2', '3', '4'].map((number) => ({ pair: number, seen_ct_portal: 'no' })),
        ...[1, 2, 3, 4].map((number) => pair({ pair: number, ct_arterial_right: 0, ct_portal_right: 1 })),
      ),
    expected: [finding('LISTED_UNLIKE_COUNTED', 1)],
  },
  {
    title: 'four wrong numbers of one pair: each by its column',
    found: () =>
      pairsFile(
        { mri_t2fs_right: '2', mri_arterial_right: '2', mri_portal_right: '2', mri_total_right: '2' },
        listed(),
      ),
    expected: [
      finding('LISTED_UNLIKE_COUNTED', 2, 'mri_t2fs_right', '2'),
      finding('LISTED_UNLIKE_COUNTED', 2, 'mri_arterial_right', '2'),
      finding('LISTED_UNLIKE_COUNTED', 2, 'mri_portal_right', '2'),
      finding('LISTED_UNLIKE_COUNTED', 2, 'mri_total_right', '2'),
    ],
  },
];
