import { resultComputation } from '#shared/publication/result-computation.ts';

/**
 * A computation that costs nothing, in the place of the study's statistics: it publishes every row of the study as it is.
 * So it shows any row that is missing, old or there twice, which a mean may hide.
 */
export const plainComputation = resultComputation({}, async ({ patients, orphans }) => {
  const files = new Map([
    ['rows.csv', [...patients, orphans].map((row) => JSON.stringify(row, inOrderOfNames)).join('\n')],
    ['tables.json', JSON.stringify({ patients: patients.length })],
  ]);
  return () => files;
});

/** An item of a table has its attributes in no order. */
export const inOrderOfNames = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(namesOf(value).map((name) => [name, Reflect.get(value, name)]))
    : value;

/** Also those that a kept row inherits. */
function namesOf(value: object): readonly string[] {
  const names: string[] = [];
  for (const name in value) names.push(name);
  return names.toSorted();
}
