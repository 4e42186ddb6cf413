import type { Report } from '#shared/reports/report.ts';
import type { CentreHead, UploadedFile } from '#shared/storage/centre-head.ts';
import type { LiveVersions } from '#shared/storage/live-versions.ts';
import { ofEachTable, type TableName } from '#shared/tables/tables.ts';
import { uploadAt } from '#shared/validation/upload-place.ts';
import type { CentreState } from './coordinator-api.ts';

export interface CentreSources {
  /** Those of the deployed study. */
  readonly centres: readonly string[];
  readonly heads: readonly CentreHead[];
  /** What lies in the bucket, by key. */
  readonly uploads: ReadonlyMap<string, LiveVersions>;
  /** By the key of the upload. */
  readonly reports: ReadonlyMap<string, Report>;
}

/** Each centre of the study, and whoever else has files, as a coordinator sees them: counts, times and codes. */
export function centreStates(sources: CentreSources): CentreState[] {
  const { centres, heads } = sources;
  const uploads = Map.groupBy(sources.uploads, ([key]) => uploadAt(key, centres).centre);
  const names = new Set([
    ...centres,
    ...heads.flatMap(({ centre, files }) => (Object.keys(files).length > 0 ? [centre] : [])),
    ...uploads.keys(),
  ]);
  return [...names].toSorted().map((centre) => centreState(centre, uploads.get(centre) ?? [], sources));
}

function centreState(
  centre: string,
  uploads: readonly (readonly [key: string, LiveVersions])[],
  { centres, heads, reports }: CentreSources,
): CentreState {
  const files = Object.entries(heads.find((head) => head.centre === centre)?.files ?? {});
  const recorded = new Map(files);
  const waiting = uploads
    .filter(([key, { newest }]) => recorded.get(key)?.versionId !== newest.versionId)
    .map(([, { newest }]) => newest.lastModified);
  const reportOn = (key: string, { versionId }: UploadedFile) => {
    const report = reports.get(key);
    return report?.versionId === versionId ? report : undefined;
  };
  return {
    centre,
    ofTheStudy: centres.includes(centre),
    tables: ofEachTable((table) => tableState(table, files, reportOn)),
    refused: files
      .filter(([, { state }]) => state === 'refused')
      .map(([key, file]) => {
        const report = reportOn(key, file);
        return {
          table: report?.table ?? null,
          at: file.at,
          stillInForce: file.inForce !== null,
          refusedSince: file.refusedSince,
          problems: problemCounts(report),
        };
      }),
    misplaced: files.filter(([, { state }]) => state === 'misplaced').length,
    examining: { files: waiting.length, since: waiting.toSorted()[0] ?? null },
  };
}

function tableState(
  table: TableName,
  files: readonly (readonly [string, UploadedFile])[],
  reportOn: (key: string, file: UploadedFile) => Report | undefined,
): CentreState['tables'][TableName] {
  const counted = files.flatMap(([key, file]) =>
    file.inForce?.table === table ? [{ inForce: file.inForce, report: reportOn(key, file) }] : [],
  );
  const entering = counted.flatMap(({ report }) => report?.entering ?? []);
  const pairs = entering.flatMap((file) => file.pairs ?? []);
  return {
    files: counted.length,
    rows: sum(counted.map(({ inForce }) => inForce.rows)),
    newestAt:
      counted
        .map(({ inForce }) => inForce.at)
        .toSorted()
        .at(-1) ?? null,
    warnings: sum(counted.map(({ report }) => report?.warningCount ?? 0)),
    entering:
      entering.length === 0
        ? null
        : {
            patients: sum(entering.map(({ patients }) => patients)),
            pairs: pairs.length === 0 ? null : sum(pairs),
          },
  };
}

/** How often each kind of problem was found; in the order of the report, which spells out the first thousand. */
function problemCounts(report: Report | undefined): CentreState['refused'][number]['problems'] {
  const counts = new Map<string, number>();
  const groups = report?.problemGroups ?? [];
  const found = groups.length > 0 ? groups : (report?.problems ?? []).map(({ code }) => ({ code, count: 1 }));
  for (const { code, count } of found) counts.set(code, (counts.get(code) ?? 0) + count);
  return [...counts].map(([code, count]) => ({ code, count }));
}

const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);
