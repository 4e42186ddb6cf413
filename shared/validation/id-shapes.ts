import { identifyingShape } from '#shared/tables/spellings/identifying-shapes.ts';
import { patientOf } from '#shared/tables/tables.ts';
import type { FileRows } from './file-rows.ts';
import { idIdentifies, idLikeName, idsLikeHospitalNumbers } from './id-problems.ts';
import { onLine, type Problem } from './problem.ts';

/** Ids that are no pseudonyms but tell who somebody is: refused, however well the rest is. */
export function idsThatIdentify(rows: FileRows): readonly Problem[] {
  const shapes = new Map(rows.patientIds().map((id) => [id, identifyingShape(id)]));
  const telling = rows.ofPatients((id) => shapes.get(id) !== undefined);
  return [...telling].flatMap(({ content, at }) => {
    const shape = shapes.get(patientOf(content) ?? '');
    return shape === undefined ? [] : [idIdentifies(at('patient_id'), shape)];
  });
}

/** Two words of letters, as first name and name are; one word may be anything. */
const isLikeName = (id: string) => /^[a-z]{2,}(?:[-_][a-z]{2,})+$/i.test(id);
const isLongNumber = (id: string) => /^\d{8,}$/.test(id);

/** Ids that may tell who somebody is: names, each in its first row, and the hospital's own numbers, once for the file. */
export function idsThatMayIdentify(rows: FileRows, headerLine: number): readonly Problem[] {
  const ids = rows.patientIds();
  const first = new Map(
    [...rows.ofPatients(isLikeName)].toReversed().map((row) => [patientOf(row.content), row]),
  );
  return [
    ...(ids.length > 0 && ids.every(isLongNumber)
      ? [idsLikeHospitalNumbers({ ...onLine(headerLine), column: 'patient_id' })]
      : []),
    ...[...first.values()].map(({ at }) => idLikeName(at('patient_id'))),
  ];
}
