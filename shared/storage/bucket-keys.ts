/** The three folders of the bucket: what centres drop, what they get back, what the study publishes. */
export const UPLOADS = 'uploads/';
export const REPORTS = 'reports/';
export const RESULTS = 'results/';

/** The records of what was erased: one object for each time, without what it held. */
export const ERASURES = 'erasures/';

/** The object that says which published result is the current one. */
export const LATEST_RESULT = `${RESULTS}latest.json`;

export const MANIFEST_FILE = 'manifest.json';

/** The page of a result, among its files; and the object that always shows the page of the latest one. */
export const REPORT_FILE = 'report.html';
export const LATEST_REPORT = `${RESULTS}latest.html`;

export const resultFolder = (id: string): string => `${RESULTS}${id}/`;

/** The name of a result: the start of a digest. */
export const RESULT_ID_LENGTH = 32;
export const RESULT_ID = new RegExp(`^[0-9a-f]{${RESULT_ID_LENGTH}}$`);

/** Where the names stand that were given to results for publications. */
export const FROZEN = `${RESULTS}frozen/`;
export const frozenKey = (name: string): string => `${FROZEN}${name}.json`;

/** What a centre may be called: its name is a folder of the bucket and part of an AWS policy's name. */
export const CENTRE_NAME = /^[a-z0-9-]{1,32}$/;

/** Stands for the centre of files that lie in no centre's folder; no centre can have this name. */
export const NOBODY = '';

/** S3 takes keys of 1,024 bytes; a report's ending needs some of them. */
const LONGEST_STEM_BYTES = 1_000;

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

const CUT = '…';

/** The upload that a report for programs is about; undefined of another object, and where the name was cut. */
export function uploadAnsweredBy(key: string): string | undefined {
  const [, stem] = key.match(/^reports\/(.*)\.json$/s) ?? [];
  return stem === undefined || stem.endsWith(CUT) ? undefined : `${UPLOADS}${stem}`;
}

/** Only a misplaced file has so long a key that its report's must be cut. */
function shortened(stem: string): string {
  const bytes = new TextEncoder().encode(stem);
  if (bytes.length <= LONGEST_STEM_BYTES) return stem;
  // What is left of a character that was cut in two becomes U+FFFD, of three bytes at most.
  return `${new TextDecoder().decode(bytes.subarray(0, LONGEST_STEM_BYTES - 6))}${CUT}`;
}
