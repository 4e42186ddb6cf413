import { createHash } from 'node:crypto';
import * as z from 'zod';
import { HEADS } from '#shared/storage/item-keys.ts';
import { rowsOfVersion } from '../world/rows-of-version.ts';
import type { Table } from '../world/table.ts';
import type { World } from '../world/world.ts';
import { type RecomputedFile, recomputedStudy } from './recomputed-study.ts';

/** What a head says of a file, as far as it follows from the bucket. */
const recordSchema = z.object({
  versionId: z.string(),
  state: z.enum(['accepted', 'refused', 'misplaced']),
  rules: z.string(),
  since: z.string(),
  inForce: z
    .object({ table: z.string(), versionId: z.string(), rows: z.number(), sha256: z.string() })
    .nullable(),
});
export type FileRecord = z.infer<typeof recordSchema>;
const headSchema = z.object({ files: z.record(z.string(), recordSchema) });

/** The records of all heads by the keys of their files. */
export const recordsIn = (table: Table): ReadonlyMap<string, FileRecord> =>
  new Map(table.partition(HEADS).flatMap((head) => Object.entries(headSchema.parse(head).files)));

const stateOf = ({ examination }: RecomputedFile) => examination?.verdict ?? 'misplaced';

/** What is wrong with the heads: they must say what the bucket and the configuration give, and nothing else. */
export function wrongRecords(world: World): readonly string[] {
  const records = recordsIn(world.table);
  const files = recomputedStudy(world.bucket, world.deployment());
  const gone = [...records.keys()].filter((key) => !files.has(key));
  return [
    ...gone.map((key) => `${key} is gone and still recorded`),
    ...[...files].flatMap(([key, file]) => {
      const record = records.get(key);
      if (record === undefined) return [`${key} lies there, and nobody looked at it`];
      const [found, promised] = [recorded(record), expected(world, file)];
      return found === promised ? [] : [`${key} is recorded as ${found} and is ${promised}`];
    }),
  ];
}

const inWords = (parts: Readonly<Record<string, unknown>>) => JSON.stringify(parts);

const recorded = ({ versionId, state, rules, since, inForce }: FileRecord) =>
  inWords({ versionId, state, rules, since: new Date(since), inForce });

function expected(world: World, file: RecomputedFile): string {
  const { examination } = world.deployment();
  return inWords({
    versionId: file.newest.versionId,
    state: stateOf(file),
    rules: examination.rules,
    since: file.since,
    inForce: file.inForce && {
      table: rowsOfVersion(file.inForce, examination)[0]?.content.table,
      versionId: file.inForce.versionId,
      rows: rowsOfVersion(file.inForce, examination).length,
      sha256: createHash('sha256').update(file.inForce.bytes).digest('hex'),
    },
  });
}
