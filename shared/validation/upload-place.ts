import { CENTRE_NAME, NOBODY, UPLOADS } from '#shared/storage/bucket-keys.ts';
import { notNamedCsv, unknownCentre, wrongPlace } from './file-problems.ts';
import { inWholeFile, type Problem } from './problem.ts';

/** A key under `uploads/`. */
export interface Upload {
  readonly key: string;
  /** The centre whose head records the file; `NOBODY` where the folder can be no centre's. */
  readonly centre: string;
  /** Why no file is read there; null for a data set of a centre of the study, `uploads/<centre>/<name>.csv`. */
  readonly misplaced: Problem | null;
}

/** Of a name without its ending, in characters. */
export const LONGEST_NAME = 128;
// The head keeps every file of a centre in one database item of at most 400 kB, so names have a bound.
const UPLOAD_KEY = new RegExp(`^${UPLOADS}([^/]+)/([^/]+)$`);
const TABLE_NAME = /^.+\.(?:csv|tsv|txt)$/iu;
const EXPECTED = `${UPLOADS}<centre>/<nom-name>.csv`;

/**
 * Which centre a key in the bucket belongs to, and whether a data set may lie there. A folder that is none of the
 * study's centres but could be has a head of its own: it may have been a centre, whose files count until withdrawn.
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
  TABLE_NAME.test(name) ? null : notNamedCsv({ ...inWholeFile, value: name });
