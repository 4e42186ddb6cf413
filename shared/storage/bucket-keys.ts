import { notNamedCsv, unknownCentre, wrongPlace } from '#shared/validation/file-problems.ts';
import { inWholeFile, type Problem } from '#shared/validation/problem.ts';

/** The three folders of the bucket: what centres drop, what they get back, what the study publishes. */
export const UPLOADS = 'uploads/';
export const REPORTS = 'reports/';
export const RESULTS = 'results/';

/** The object that says which published result is the current one. */
export const LATEST_RESULT = `${RESULTS}latest.json`;

export const MANIFEST_FILE = 'manifest.json';
export const resultFolder = (id: string): string => `${RESULTS}${id}/`;

/** What a centre may be called: its name is a folder of the bucket and part of an AWS policy's name. */
export const CENTRE_NAME = /^[a-z0-9-]{1,32}$/;

/** Whose the files are that lie in the folder of no centre. */
export const NOBODY = '';

/** A key under `uploads/`. */
export interface Upload {
  readonly key: string;
  /** Whose head knows of it. */
  readonly centre: string;
  /** Why no file is read there; null for a data set of a centre of the study, `uploads/<centre>/<name>.csv`. */
  readonly misplaced: Problem | null;
}

/** S3 takes keys of 1,024 bytes; a report's ending needs some of them. */
const LONGEST_STEM_BYTES = 1_000;

const LONGEST_NAME = 128;
// The head keeps every file of a centre in one database item of at most 400 kB, so names have a bound.
const UPLOAD_KEY = new RegExp(`^${UPLOADS}([^/]+)/([^/]+)$`);
const CSV_NAME = /^.+\.csv$/iu;
const EXPECTED = `${UPLOADS}<centre>/<nom-name>.csv`;

/**
 * What a key in the bucket is to the study. A centre that is none of the study's keeps its own head: it may have been
 * one, and then its files still count until they are withdrawn.
 */
export function uploadAt(key: string, centres: readonly string[]): Upload {
  const [, centre, name] = UPLOAD_KEY.exec(key) ?? [];
  if (centre === undefined || name === undefined || [...name].length > LONGEST_NAME + '.csv'.length) {
    return {
      key,
      centre: NOBODY,
      misplaced: wrongPlace({ ...inWholeFile, value: key }, EXPECTED, LONGEST_NAME),
    };
  }
  if (centres.includes(centre)) return { key, centre, misplaced: misnamed(name) };
  return {
    key,
    centre: CENTRE_NAME.test(centre) ? centre : NOBODY,
    misplaced: unknownCentre({ ...inWholeFile, value: centre }, centres.join(', ')),
  };
}

/** What is wrong with the name of a file, whatever centre it is of; null where nothing is. */
export const misnamed = (name: string): Problem | null =>
  CSV_NAME.test(name) ? null : notNamedCsv({ ...inWholeFile, value: name });

export const uploadKey = (centre: string, name: string): string => `${UPLOADS}${centre}/${name}`;

/** Where the answers to an upload stand: the report for programs, for people, and the sender's annotated file. */
export interface ReportKeys {
  readonly json: string;
  readonly text: string;
  readonly annotated: string;
}

export function reportKeys(upload: string): ReportKeys {
  const stem = shortened(`${REPORTS}${upload.slice(UPLOADS.length)}`);
  return { json: `${stem}.json`, text: `${stem}.txt`, annotated: `${stem}.annotated.csv` };
}

/** Only a misplaced file has so long a key that its report's must be cut. */
function shortened(stem: string): string {
  const bytes = new TextEncoder().encode(stem);
  if (bytes.length <= LONGEST_STEM_BYTES) return stem;
  // What is left of a character that was cut in two becomes U+FFFD, of three bytes at most.
  return `${new TextDecoder().decode(bytes.subarray(0, LONGEST_STEM_BYTES - 6))}…`;
}
