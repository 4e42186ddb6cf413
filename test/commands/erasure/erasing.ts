import { eraseFrom } from '#cdk/commands/erase.ts';
import { textMentions } from '#shared/erasure/mentions.ts';
import { filesInForce, parseHead } from '#shared/storage/centre-head.ts';
import { rowsPartitions } from '#shared/storage/item-keys.ts';
import { bytesOf, csvFile } from '#test/validation/csv-file.ts';
import { terminalIn } from '../terminal-in-memory.ts';
import { studyInMemory } from './study-in-memory.ts';

export type Study = ReturnType<typeof studyInMemory>;
const YES = { yes: true, json: false, by: 'A. Martin' };

export const PATIENTS = 'uploads/rouen/patients.csv';
export const PAIRS = 'uploads/rouen/pairs.csv';
export const LESIONS = 'uploads/rouen/lesions.csv';

export const patients = (...ids: readonly string[]) =>
  csvFile(
    'patients',
    ids.map((patient_id) => ({ patient_id })),
  );
export const pairs = (...ids: readonly string[]) =>
  csvFile(
    'pairs',
    ids.map((patient_id) => ({ patient_id })),
  );
export const lesions = (...ids: readonly string[]) =>
  csvFile(
    'lesions',
    ids.map((patient_id) => ({ patient_id })),
  );

/** Everywhere in the bucket and the table where a word stands. */
export function placesOf({ bucket, table, logLines }: Study, word: string): readonly string[] {
  const versions = bucket.listVersions('').flatMap(({ key, versionId, isMarker }) => {
    const bytes = isMarker ? undefined : bucket.everStored(versionId)?.bytes;
    return bytes !== undefined && textMentions(new TextDecoder().decode(bytes), word)
      ? [`${key} ${versionId}`]
      : [];
  });
  const items = table
    .partitionNames()
    .flatMap((pk) => table.partition(pk))
    .filter((item) => textMentions(JSON.stringify(item), word))
    .map(({ pk, sk }) => `${pk} ${sk}`);
  return [...versions, ...items, ...logLines.filter((line) => textMentions(line, word))];
}

export const rowsIn = ({ table }: Study, word: string) =>
  table
    .partitionNames()
    .filter((pk) => pk.startsWith('ROWS#') && table.partition(pk).some(({ sk }) => textMentions(sk, word)));

export const versionsOf = ({ bucket }: Study, key: string) =>
  bucket.listVersions(key).filter((version) => version.key === key);

/** The files in force of which rows are gone: a statistics run would see half of them. */
export const inForceWithoutRows = ({ table }: Study) =>
  filesInForce(table.partition('STUDY').flatMap((item) => parseHead(item) ?? []))
    .filter((file) => rowsPartitions(file).flatMap(table.partition).length < file.rows)
    .map(({ key }) => key);

export async function erase(
  world: Study,
  what: { readonly file: string } | { readonly patient: string },
  options: Partial<typeof YES> = {},
) {
  const { terminal, printed, reported } = terminalIn('en');
  const target =
    'file' in what
      ? ({ kind: 'file', centre: 'rouen', name: what.file } as const)
      : ({ kind: 'patient', centre: 'rouen', name: what.patient } as const);
  const exitCode = await eraseFrom(world.study, target, { ...YES, ...options }, terminal);
  return { exitCode, printed: printed(), reported: reported() };
}

/** A centre with three files of several versions, also refused ones and one that is no text. */
export async function fullStudy(): Promise<Study> {
  const world = studyInMemory();
  await world.upload(PATIENTS, patients('P1', 'P2'));
  await world.upload(PATIENTS, patients('P1', 'P2', 'P12'));
  await world.upload(PAIRS, pairs('P1', 'P12', 'P2'));
  await world.upload(LESIONS, lesions('P1', 'P2'));
  await world.upload(LESIONS, bytesOf('patient_id;pair\nP1;"1\n'));
  await world.upload('uploads/rouen/old.csv', pairs('P1'));
  await world.remove('uploads/rouen/old.csv');
  await world.upload('uploads/rouen/book.csv', Uint8Array.from([0, 1, ...bytesOf(' P1 '), 0]));
  await world.upload('uploads/lille/patients.csv', patients('P1'));
  return world;
}

/** One file with a version that is in force and a refused one on top, another with an old version. */
export async function smallStudy(): Promise<Study> {
  const world = studyInMemory();
  await world.upload(PAIRS, pairs('P1'));
  await world.upload(PAIRS, pairs('P1', 'P2'));
  await world.upload(LESIONS, lesions('P1', 'P2'));
  await world.upload(LESIONS, bytesOf('patient_id;pair\nP1;"1\n'));
  return world;
}
