import { unknownCentre, wrongPlace } from '#shared/validation/file-problems.ts';
import { inWholeFile, type Problem } from '#shared/validation/problem.ts';

/** The three folders of the bucket: what centres drop, what they get back, what the study publishes. */
export const UPLOADS = 'uploads/';
export const REPORTS = 'reports/';
export const RESULTS = 'results/';

/** The object that says which published result is the current one. */
export const LATEST_RESULT = `${RESULTS}latest.json`;

export const MANIFEST_FILE = 'manifest.json';
export const resultFolder = (id: string): string => `${RESULTS}${id}/`;

/** One data set: `uploads/<centre>/<name>.csv`. */
export interface Upload {
  readonly key: string;
  readonly centre: string;
}

const LONGEST_NAME = 128;
// The head keeps every file of a centre in one database item of at most 400 kB, so names have a bound.
const UPLOAD_KEY = new RegExp(`^${UPLOADS}([^/]+)/[^/]{1,${LONGEST_NAME}}\\.[cC][sS][vV]$`);
const EXPECTED = `${UPLOADS}<centre>/<nom-name>.csv`;

/** What a key in the bucket is to the study: a data set of a known centre, or the problem with its place. */
export function uploadAt(key: string, centres: readonly string[]): Upload | Problem {
  const [, centre] = UPLOAD_KEY.exec(key) ?? [];
  if (centre === undefined) return wrongPlace({ ...inWholeFile, value: key }, EXPECTED, LONGEST_NAME);
  return centres.includes(centre)
    ? { key, centre }
    : unknownCentre({ ...inWholeFile, value: centre }, centres.join(', '));
}

export const uploadKey = (centre: string, name: string): string => `${UPLOADS}${centre}/${name}`;

/** Where the answers to an upload stand: the report for programs, for people, and the sender's annotated file. */
export interface ReportKeys {
  readonly json: string;
  readonly text: string;
  readonly annotated: string;
}

export function reportKeys(upload: string): ReportKeys {
  const stem = `${REPORTS}${upload.slice(UPLOADS.length)}`;
  return { json: `${stem}.json`, text: `${stem}.txt`, annotated: `${stem}.annotated.csv` };
}
