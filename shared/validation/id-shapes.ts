import { identifyingShape } from '#shared/tables/spellings/identifying-shapes.ts';
import { patientOf } from '#shared/tables/tables.ts';
import { idIdentifies, idLikeName, idsLikeHospitalNumbers } from './id-problems.ts';
import { onLine, type Problem } from './problem.ts';
import type { FileRow } from './read-row.ts';

/** Ids that are no pseudonyms but tell who somebody is: refused, however well the rest is. */
export const idsThatIdentify = (rows: readonly FileRow[]): readonly Problem[] =>
  rows.flatMap(({ content, at }) => {
    const id = patientOf(content);
    const shape = id === undefined ? undefined : identifyingShape(id);
    return shape === undefined ? [] : [idIdentifies(at('patient_id'), shape)];
  });

/** Two words of letters, as first name and name are; one word may be anything. */
const isLikeName = (id: string) => /^[a-z]{2,}(?:[-_][a-z]{2,})+$/i.test(id);
const isLongNumber = (id: string) => /^\d{8,}$/.test(id);

/** Ids that may tell who somebody is: names, each in its first row, and the hospital's own numbers, once for the file. */
export function idsThatMayIdentify(rows: readonly FileRow[], headerLine: number): readonly Problem[] {
  const first = new Map(
    rows.toReversed().flatMap((row) => {
      const id = patientOf(row.content);
      return id === undefined ? [] : [[id, row] as const];
    }),
  );
  const ids = [...first.keys()];
  return [
    ...(ids.length > 0 && ids.every(isLongNumber)
      ? [idsLikeHospitalNumbers({ ...onLine(headerLine), column: 'patient_id' })]
      : []),
    ...[...first].flatMap(([id, { at }]) => (isLikeName(id) ? [idLikeName(at('patient_id'))] : [])),
  ];
}
