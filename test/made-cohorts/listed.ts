import type { CentreRow } from '#shared/study/study.ts';
import { cohortFiles, rowsOfCentres } from '#test/study/sample-cohort.ts';
import { listedLesions } from './listed-patient.ts';
import { type Random, seeded } from './random.ts';

/** The cohort of the thesis with its lesions one by one: all other rows, and so all other tables, are the same. */
export const listed = (): readonly CentreRow[] =>
  withListedLesions(rowsOfCentres(cohortFiles('thesis')), seeded(14));

/** The rows of a cohort with a sheet of listed lesions beside them, drawn so that every count is theirs. */
function withListedLesions(rows: readonly CentreRow[], random: Random): readonly CentreRow[] {
  const [pairs, lesions] = [
    rows.flatMap(({ centre, content }) => (content.table === 'pairs' ? [{ centre, row: content.row }] : [])),
    rows.flatMap(({ centre, content }) =>
      content.table === 'lesions' ? [{ centre, row: content.row }] : [],
    ),
  ];
  const ofReader = Map.groupBy(pairs, ({ centre, row }) => `${centre}#${row.patient_id}#${row.reader}`);
  const drawn = [...ofReader.values()].flatMap((readings) => {
    const centre = readings[0]?.centre ?? '';
    const measured = readings.map(({ row: pair }) => ({
      pair,
      lesions: lesions.flatMap(({ centre: other, row }) =>
        other === centre &&
        row.patient_id === pair.patient_id &&
        row.pair === pair.pair &&
        row.reader === pair.reader
          ? [row]
          : [],
      ),
    }));
    return listedLesions(measured, random).map((listedPair) => ({ centre, ...listedPair }));
  });
  return [
    ...rows.filter(({ content }) => content.table !== 'pairs'),
    ...drawn.map(({ centre, pair, listed: own }): CentreRow => {
      const lesions_listed = own.length === 0 ? null : 'all';
      return { centre, content: { table: 'pairs', row: { ...pair, lesions_listed } } };
    }),
    ...drawn.flatMap(({ centre, listed: own }) =>
      own.map((row): CentreRow => ({ centre, content: { table: 'visibility', row } })),
    ),
  ];
}
