import fc from 'fast-check';
import { codesOf } from '#shared/language.ts';
import { GRADES } from '#shared/protocol/grade.ts';
import { MODALITIES, type Modality, SEQUENCE_NAMES, TOTALS } from '#shared/protocol/sequences.ts';
import { SIDES } from '#shared/protocol/sides.ts';
import { NATURES, REFERENCES } from '#shared/tables/lesion-judgement.ts';
import { diameterColumn, type LesionRow } from '#shared/tables/lesions.ts';
import { CONTRAST_AGENTS, countColumn, LIVER_INVOLVEMENT, type PairRow } from '#shared/tables/pairs.ts';
import { FUNCTIONAL_SYNDROMES, type PatientRow, PRIMARY_SITES } from '#shared/tables/patients.ts';
import { READER_ROLES, type ReaderRow } from '#shared/tables/readers.ts';
import { SIZE_CLASSES } from '#shared/tables/size-class.ts';
import { identifyingShape } from '#shared/tables/spellings/identifying-shapes.ts';
import { saysNotKnown } from '#shared/tables/spellings/not-known.ts';
import { patientOf, rowKey, TABLE_NAMES, type TableName, type TableRow } from '#shared/tables/tables.ts';
import { confidenceColumn, seenColumn, type VisibilityRow } from '#shared/tables/visibility.ts';
import { bareId } from '#shared/validation/alike-ids.ts';
import { lesionRow, NO_COUNTS, pairRow, patientRow, readerRow, visibilityRow } from './rows.ts';

const sequencesOf = (modality: Modality) => SEQUENCE_NAMES.filter((name) => name.startsWith(modality));

const unknownOr = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const tenths = (max: number) => fc.integer({ min: 0, max: max * 10 }).map((value) => value / 10);
const dayIn = (firstYear: number, lastYear: number) =>
  fc
    .date({
      min: new Date(Date.UTC(firstYear, 0, 1)),
      max: new Date(Date.UTC(lastYear, 11, 31)),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString().slice(0, 10));

// NA and the like are names that no patient may bear: they mean "not known". Nor may what identifies a person be one.
const patientName = fc
  .stringMatching(/^[A-Za-z0-9_-]{1,32}$/)
  .filter((name) => !saysNotKnown(name) && identifyingShape(name) === undefined);

export const arbitraryPatient: fc.Arbitrary<PatientRow> = fc
  .record({
    patient_id: patientName,
    sex: fc.constantFrom('M', 'F'),
    age_at_diagnosis: unknownOr(fc.integer({ min: 0, max: 120 })),
    board_date: unknownOr(dayIn(1900, 2100)),
    histologically_proven: fc.boolean(),
    primary_site: fc.constantFrom(...codesOf(PRIMARY_SITES)),
    mitoses_per_10_hpf: unknownOr(tenths(50)),
    ki67_percent: unknownOr(tenths(100)),
    grade: unknownOr(fc.constantFrom(...GRADES)),
    liver_metastases: fc.constantFrom('present', 'absent', 'unknown'),
    metastases_on_images: unknownOr(fc.boolean()),
    chemotherapy: unknownOr(fc.boolean()),
    prrt: unknownOr(fc.boolean()),
    functional_syndrome: unknownOr(fc.constantFrom(...codesOf(FUNCTIONAL_SYNDROMES))),
    ct_exams: unknownOr(fc.integer({ min: 0, max: 60 })),
  })
  .map(patientRow);

/** Counts on one side of the liver: each total between the largest sequence and the sum of its sequences. */
const arbitraryCounts = fc
  .tuple(
    ...TOTALS.flatMap(({ name, sequences }) =>
      SIDES.map((side) =>
        fc
          .tuple(fc.tuple(...sequences.map(() => fc.nat(9))), fc.double({ min: 0, max: 1, noNaN: true }))
          .map(([seen, overlap]) => {
            const most = Math.max(...seen);
            const sum = seen.reduce((a, b) => a + b);
            return [
              ...sequences.map(
                (sequence, position) => [countColumn(sequence, side), seen[position]] as const,
              ),
              [countColumn(name, side), most + Math.round(overlap * (sum - most))] as const,
            ];
          }),
      ),
    ),
  )
  .map((columns) => Object.fromEntries(columns.flat()));

export const arbitraryPair: fc.Arbitrary<PairRow> = fc
  .record({
    patient_id: patientName,
    pair: fc.integer({ min: 1, max: 9 }),
    reader: fc.integer({ min: 1, max: 9 }),
    protocol_complete: fc.boolean(),
    countable: fc.constantFrom('yes', 'massive', 'coalescent'),
    measurable: unknownOr(fc.constantFrom('yes', 'not_measurable', 'no_lesion_over_5_mm')),
    counted: arbitraryCounts,
    liver_involvement: unknownOr(fc.constantFrom(...codesOf(LIVER_INVOLVEMENT))),
    ct_dlp_arterial: unknownOr(tenths(900)),
    ct_dlp_portal: unknownOr(tenths(900)),
    contrast_agent: unknownOr(fc.constantFrom(...codesOf(CONTRAST_AGENTS))),
  })
  // Each pair number has a year of its own, so that the numbers are in order of time.
  .chain(({ counted, ...pair }) =>
    fc
      .tuple(dayIn(2010 + pair.pair, 2010 + pair.pair), dayIn(2010 + pair.pair, 2010 + pair.pair))
      .map(
        ([ct_date, mri_date]): PairRow =>
          pairRow({ ...pair, ct_date, mri_date, ...(pair.countable === 'yes' ? counted : NO_COUNTS) }),
      ),
  );

export const arbitraryLesion: fc.Arbitrary<LesionRow> = fc
  .record({
    patient_id: patientName,
    pair: fc.integer({ min: 1, max: 9 }),
    reader: fc.integer({ min: 1, max: 9 }),
    // Five numbers, so that no pair has more than five lesions.
    lesion: fc.integer({ min: 1, max: 5 }),
    side: fc.constantFrom(...SIDES),
    large: fc.constantFrom(...SEQUENCE_NAMES),
    largest: fc.integer({ min: 50, max: 4000 }).map((value) => value / 10),
    diameters: fc.tuple(...SEQUENCE_NAMES.map(() => unknownOr(tenths(400)))),
  })
  .map(({ large, largest, diameters, ...lesion }) =>
    lesionRow({
      ...lesion,
      ...Object.fromEntries(
        SEQUENCE_NAMES.map((name, position) => [diameterColumn(name), diameters[position]]),
      ),
      [diameterColumn(large)]: largest,
    }),
  );

export const arbitraryListed: fc.Arbitrary<VisibilityRow> = fc
  .record({
    patient_id: patientName,
    pair: fc.integer({ min: 1, max: 9 }),
    reader: fc.integer({ min: 1, max: 9 }),
    lesion: fc.integer({ min: 1, max: 999 }),
    side: fc.constantFrom(...SIDES),
    segment: fc.constant(null),
    size_class: unknownOr(fc.constantFrom(...codesOf(SIZE_CLASSES))),
    seen: fc.tuple(...SEQUENCE_NAMES.map(() => unknownOr(fc.boolean()))),
    shows: fc.constantFrom(...SEQUENCE_NAMES),
    nature: fc.constantFrom(...codesOf(NATURES)),
    reference: fc.constantFrom(...codesOf(REFERENCES)),
    confidence: fc.tuple(...MODALITIES.map(() => unknownOr(fc.integer({ min: 1, max: 5 })))),
  })
  .map(({ seen, shows, confidence, ...row }) => {
    const onSequence = new Map(SEQUENCE_NAMES.map((name, at) => [name, seen[at] ?? null]));
    onSequence.set(shows, true);
    return visibilityRow({
      ...row,
      ...Object.fromEntries(SEQUENCE_NAMES.map((name) => [seenColumn(name), onSequence.get(name)])),
      ...Object.fromEntries(
        MODALITIES.map((modality, at) => [
          confidenceColumn(modality),
          sequencesOf(modality).every((name) => onSequence.get(name) === null) ? null : confidence[at],
        ]),
      ),
    });
  });

export const arbitraryReader: fc.Arbitrary<ReaderRow> = fc
  .record({
    reader: fc.integer({ min: 1, max: 9 }),
    role: unknownOr(fc.constantFrom(...codesOf(READER_ROLES))),
    years_of_experience: unknownOr(fc.integer({ min: 0, max: 60 })),
    blinded: unknownOr(fc.boolean()),
  })
  .map(readerRow);

const ARBITRARY: { readonly [T in TableName]: fc.Arbitrary<TableRow> } = {
  patients: arbitraryPatient.map((row) => ({ table: 'patients', row })),
  pairs: arbitraryPair.map((row) => ({ table: 'pairs', row })),
  lesions: arbitraryLesion.map((row) => ({ table: 'lesions', row })),
  visibility: arbitraryListed.map((row) => ({ table: 'visibility', row })),
  readers: arbitraryReader.map((row) => ({ table: 'readers', row })),
};

/** Whether each patient is written in one way only. */
const areSpeltAlike = (rows: readonly TableRow[]): boolean => {
  const ids = new Set(rows.flatMap((row) => patientOf(row) ?? []));
  return new Set([...ids].map(bareId)).size === ids.size;
};

/** Some rows of one table that may stand together in one file. */
export const arbitraryRows: fc.Arbitrary<readonly TableRow[]> = fc
  .constantFrom(...TABLE_NAMES)
  .chain((table) => fc.uniqueArray(ARBITRARY[table], { selector: rowKey, minLength: 1, maxLength: 8 }))
  .filter(areSpeltAlike);
