import { codesOf } from '#shared/language.ts';
import { percentage } from '#shared/publication/column-groups.ts';
import { descriptionColumns } from '#shared/publication/description-columns.ts';
import {
  DOES_NOT_APPLY,
  figure,
  type Published,
  wholeFigure,
  withReason,
} from '#shared/publication/figure-columns.ts';
import { type ComputedTable, coded, integer, resultTable } from '#shared/publication/result-table.ts';
import { columnEntries, entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';
import { type Description, describe } from '#shared/statistics/descriptives.ts';
import { missing } from '#shared/statistics/figure.ts';
import type { IncludedPatient } from '#shared/study/eligibility.ts';
import type { Study } from '#shared/study/study.ts';
import { READER_ROLES, READERS, type ReaderRow } from '#shared/tables/readers.ts';

/** Of fewer, a number or a range would tell what one of them is. */
const FEWEST_READERS = 3;

const CHARACTERISTICS = vocabulary('reader_characteristic', columnEntries(READERS).slice(1));
const LEVELS = vocabulary(
  'reader_level',
  entriesOf({
    ...READER_ROLES,
    yes: { fr: 'oui', en: 'yes' },
    no: { fr: 'non', en: 'no' },
    known: { fr: 'connu', en: 'known' },
    not_known: { fr: 'non connu', en: 'not known' },
  }),
);
type Level = keyof typeof READER_ROLES | 'yes' | 'no' | 'known' | 'not_known';

interface CharacteristicRow {
  readonly characteristic: Exclude<keyof ReaderRow, 'reader'>;
  readonly level: Level;
  readonly n: number;
  readonly readers: number;
  readonly centres: number;
  /** Of what is a quantity. */
  readonly values: Description | null;
}

/**
 * Who the readers are who read pairs of the study, of all centres together: their roles, experience and blinding, as
 * the centres describe them. No row is about one reader, and of fewer than three nothing is said.
 */
export function readerCharacteristicsTable(
  study: Study,
  included: readonly IncludedPatient[],
): ComputedTable {
  return resultTable<CharacteristicRow>(
    'reader-characteristics',
    { fr: 'Les lecteurs, tous centres ensemble', en: 'The readers, all centres together' },
    [
      coded(
        'characteristic',
        { fr: 'caractéristique', en: 'characteristic' },
        CHARACTERISTICS,
        ({ characteristic }) => characteristic,
      ),
      coded('level', { fr: 'modalité', en: 'level' }, LEVELS, ({ level }) => level),
      integer('n_centres', { fr: 'centres', en: 'centres' }, ({ centres }) => centres),
      integer(
        'n_readers',
        { fr: 'lecteurs de couples de l’étude', en: 'readers of pairs of the study' },
        ({ readers }) => readers,
      ),
      ...withReason<CharacteristicRow>(null, null, [
        wholeFigure(
          'n',
          { fr: 'lecteurs de cette modalité', en: 'readers of this level' },
          ofEnough(({ n }) => n),
        ),
        figure(
          'percent',
          { fr: 'part des lecteurs', en: 'share of the readers' },
          ofEnough(({ n, readers }) => percentage(n, readers)),
          '%',
        ),
        ...descriptionColumns(['median', 'minimum', 'maximum'], ofQuantity),
      ]),
    ],
    characteristicRows(study, included),
  );
}

const ofEnough =
  (read: (row: CharacteristicRow) => Published) =>
  (row: CharacteristicRow): Published =>
    row.readers < FEWEST_READERS ? missing('too_few_readers') : read(row);

const ofQuantity = (read: (values: Description) => Published) =>
  ofEnough(({ values, n }) => {
    if (values === null) return DOES_NOT_APPLY;
    return n < FEWEST_READERS ? missing('too_few_readers') : read(values);
  });

function characteristicRows(
  study: Study,
  included: readonly IncludedPatient[],
): readonly CharacteristicRow[] {
  const readers = readersOf(study, included);
  const centres = new Set(readers.map(({ centre }) => centre)).size;
  const row = (
    characteristic: CharacteristicRow['characteristic'],
    level: Level,
    isOfLevel: (row: ReaderRow | undefined) => boolean,
    values: Description | null = null,
  ): CharacteristicRow => ({
    characteristic,
    level,
    n: readers.filter(({ described }) => isOfLevel(described)).length,
    readers: readers.length,
    centres,
    values,
  });
  const notKnown = (characteristic: CharacteristicRow['characteristic']) =>
    row(characteristic, 'not_known', (described) => (described?.[characteristic] ?? null) === null);
  const years = describe(readers.map(({ described }) => described?.years_of_experience ?? null));
  return [
    ...codesOf(READER_ROLES).map((role) => row('role', role, (described) => described?.role === role)),
    notKnown('role'),
    row(
      'years_of_experience',
      'known',
      (described) => (described?.years_of_experience ?? null) !== null,
      years,
    ),
    notKnown('years_of_experience'),
    row('blinded', 'yes', (described) => described?.blinded === true),
    row('blinded', 'no', (described) => described?.blinded === false),
    notKnown('blinded'),
  ];
}

/** Who read a pair that the study uses, each as his centre describes him, if it does. */
function readersOf({ readers }: Study, included: readonly IncludedPatient[]) {
  const described = new Map(readers.map(({ centre, reader }) => [`${centre}#${reader.reader}`, reader]));
  const reading = new Map<string, string>();
  for (const { screened, readings } of included) {
    const qualifying = new Set(readings.map(({ pair }) => pair.pair));
    for (const { pair } of screened.readings) {
      if (qualifying.has(pair.pair)) reading.set(`${screened.centre}#${pair.reader}`, screened.centre);
    }
  }
  return [...reading].map(([key, centre]) => ({ centre, described: described.get(key) }));
}
