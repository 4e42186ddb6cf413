import * as z from 'zod';
import { parseJson } from '#shared/json.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { sha256 } from '#shared/sha256.ts';
import { type FileInForce, inForceSchema } from '#shared/storage/centre-head.ts';
import { exclusionOf, exclusions } from '#shared/study/eligibility.ts';
import type { Study } from '#shared/study/study.ts';
import { EXPECTED_TABLES, TABLE_NAMES } from '#shared/tables/tables.ts';
import { type PendingFile, pendingSchema } from './pending.ts';

/** The version of R whose rules every test follows. */
const R_VERSION = '4.2.2';

const inputSchema = inForceSchema.extend({ centre: z.string(), key: z.string() });

/** Beside the tables: which files they were computed from, by what, when, and what was left out and why. */
export const manifestSchema = z.object({
  id: z.string(),
  codeVersion: z.string(),
  /** Git's commit of that code; results from before it was written down have none. */
  commit: z.string().default('unknown'),
  rVersion: z.string(),
  protocol: z.record(z.string(), z.unknown()),
  /** ISO 8601. */
  computedAt: z.string(),
  milliseconds: z.number(),
  inputs: z.array(inputSchema),
  /** The files that the result lacks because they could not be looked at within an hour. */
  pending: z.array(pendingSchema).default([]),
  /** The tables that have not arrived from a centre that sent another one. */
  missing: z.array(z.object({ centre: z.string(), tables: z.array(z.enum(TABLE_NAMES)) })),
  patients: z.object({
    screened: z.number(),
    included: z.number(),
    excluded: z.array(z.object({ reason: z.string(), patients: z.number() })),
  }),
  /** Rows that wait for the row that they belong to; of `visibility` where there are any. */
  orphans: z.object({ pairs: z.number(), lesions: z.number(), visibility: z.number().optional() }),
  tables: z.array(z.object({ file: z.string(), sha256: z.string() })),
});
export type Manifest = z.infer<typeof manifestSchema>;

export interface Computation {
  readonly id: string;
  readonly settings: StudySettings;
  /** The study protocol's fixed terms. */
  readonly protocol: Readonly<Record<string, unknown>>;
  readonly codeVersion: string;
  readonly commit: string;
  readonly computedAt: string;
  readonly milliseconds: number;
  readonly files: readonly FileInForce[];
  readonly pending: readonly PendingFile[];
  readonly arrived: Arrived;
  readonly tables: Manifest['tables'];
}

/** What it says of the patients and rows that arrived. */
export type Arrived = Pick<Manifest, 'patients' | 'orphans'>;

export function arrivedIn(study: Study, settings: StudySettings): Arrived {
  const reasons = study.patients.map(exclusionOf(settings));
  return {
    patients: {
      screened: reasons.length,
      included: reasons.filter((reason) => reason === undefined).length,
      excluded: exclusions(settings).map(({ reason }) => ({
        reason,
        patients: reasons.filter((found) => found === reason).length,
      })),
    },
    orphans: orphansOf(study),
  };
}

export function manifestOf({ files, arrived, settings, protocol, ...computation }: Computation): Manifest {
  return {
    id: computation.id,
    codeVersion: computation.codeVersion,
    commit: computation.commit,
    rVersion: R_VERSION,
    protocol: { ...protocol, ...settings },
    computedAt: computation.computedAt,
    milliseconds: computation.milliseconds,
    // Their fields in one order too, so that two manifests of the same files can be compared line by line.
    inputs: files.map((file) => inputSchema.parse(file)),
    pending: [...computation.pending],
    missing: missingTables(files),
    ...arrived,
    tables: computation.tables,
  };
}

/** As before there was a table `visibility` in a study that has no such row waiting. */
function orphansOf({ orphans: { visibility, ...orphans } }: Study): Manifest['orphans'] {
  return visibility === 0 ? orphans : { ...orphans, visibility };
}

function missingTables(files: readonly FileInForce[]): Manifest['missing'] {
  const byCentre = Map.groupBy(files, ({ centre }) => centre);
  return [...byCentre].flatMap(([centre, sent]) => {
    const tables = EXPECTED_TABLES.filter((table) => !sent.some((file) => file.table === table));
    return tables.length === 0 ? [] : [{ centre, tables }];
  });
}

/** Whether a file of a result is the one that its manifest names, by its SHA-256. */
export async function isAsNamed({ tables }: Manifest, name: string, content: string): Promise<boolean> {
  const digest = await sha256(content);
  return tables.some((named) => named.file === name && named.sha256 === digest);
}

/**
 * Whether two texts are manifests of the same result, whenever each was computed; why a file was left out is no part of
 * what names it.
 */
export function isOfTheSame(one: string, other: string): boolean {
  const [first, second] = [one, other].map((text) => manifestSchema.safeParse(parseJson(text)).data);
  const made = (manifest: Manifest) =>
    JSON.stringify([
      manifest.id,
      manifest.tables,
      manifest.pending.map(({ key }) => key).toSorted(),
      manifest.inputs.map(({ key, versionId, sha256 }) => [key, versionId, sha256]),
    ]);
  return first !== undefined && second !== undefined && made(first) === made(second);
}

/** A manifest as it is written. */
export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 1)}\n`;
