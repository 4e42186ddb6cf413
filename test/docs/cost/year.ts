import type { Priced } from './price-list.ts';

/** A year of the study: who sends how much. */
export interface StudyYear {
  readonly centres: number;
  /** Files sent a centre and month, replacements among them, and the rows of one. */
  readonly filesPerMonth: number;
  readonly rowsPerFile: number;
  /** What counts at the end of the year, all centres together. */
  readonly rowsInForce: number;
  /** Pages and tables opened a working day, and links of the desk. */
  readonly readersPerDay: number;
}

/** What is deployed: how many of each, and each function's memory in GB. */
export interface Deployed {
  readonly keys: number;
  readonly alarms: number;
  readonly metrics: number;
  readonly dashboards: number;
  readonly gigabytes: Readonly<Record<'ingest' | 'statistics' | 'report' | 'desk', number>>;
}

/** How long a run takes, in seconds: rounded up from docs/PERFORMANCE.md and `npm start`, for a study of 1,000 pairs. */
const SECONDS = { ingest: 3, statistics: 15, report: 8, desk: 0.2 };

/** Of the sample cohort's result: its objects, and their bytes with the page and the figures. */
const OBJECTS_OF_A_RESULT = 110;
const GIGABYTES_OF_A_RESULT = 0.006;

/** A row as DynamoDB counts it, and a line of a log. */
export const GIGABYTES_OF_A_ROW = 0.8e-6;
const GIGABYTES_OF_A_RUNS_LOG = 4e-6;

const DAYS = 365;
const MONTHS = 12;

/** Lambda looks at a queue by five pollers, each of which waits 20 s (AWS, "Using Lambda with Amazon SQS"). */
const QUEUE_LOOKS = (5 * DAYS * 86_400) / 20;

/** What is used in a year, in the units of the price list, by what it is for. */
export function usageOf(
  year: StudyYear,
  deployed: Deployed,
): ReadonlyMap<string, Partial<Record<Priced, number>>> {
  const files = year.centres * year.filesPerMonth * MONTHS;
  // One after each upload, though a burst shares one, and one a night.
  const results = files + DAYS;
  const reports = results + DAYS * 24;
  const requests = year.readersPerDay * DAYS * 20;
  const { gigabytes } = deployed;
  return new Map<string, Partial<Record<Priced, number>>>([
    [
      'keys, alarms, metrics, dashboard',
      {
        key: deployed.keys * MONTHS,
        alarm: deployed.alarms * MONTHS,
        metric: deployed.metrics * MONTHS,
        dashboard: deployed.dashboards * MONTHS,
      },
    ],
    [
      'uploads brought in',
      {
        computing: files * SECONDS.ingest * gigabytes.ingest,
        invocation: files,
        message: files * 10 + QUEUE_LOOKS,
        // Each row is written once and, when its file is replaced, deleted once.
        rowWritten: files * (year.rowsPerFile * 2 + 10),
        rowsRead: files * year.rowsPerFile,
        objectRead: files * 5,
        objectWritten: files * 8,
      },
    ],
    [
      'tables computed, after each upload and every night',
      {
        computing: results * SECONDS.statistics * gigabytes.statistics,
        invocation: results,
        rowsRead: results * Math.ceil((year.rowsInForce * GIGABYTES_OF_A_ROW) / 4e-6),
        objectWritten: results * OBJECTS_OF_A_RESULT,
      },
    ],
    [
      'pages, after each result and every hour',
      {
        computing: reports * SECONDS.report * gigabytes.report,
        invocation: reports,
        objectRead: reports * OBJECTS_OF_A_RESULT,
      },
    ],
    [
      'the desk and the readers of pages',
      {
        computing: requests * SECONDS.desk * gigabytes.desk,
        invocation: requests,
        objectRead: requests,
        sentOut: year.readersPerDay * DAYS * 0.003,
      },
    ],
    [
      'what is kept: files, rows, results, logs',
      {
        objectKept: results * GIGABYTES_OF_A_RESULT * MONTHS,
        tableKept: year.rowsInForce * GIGABYTES_OF_A_ROW * MONTHS,
        logIngested: (files + results + reports) * GIGABYTES_OF_A_RUNS_LOG,
        keyRequest: (files + results + reports) * 20,
      },
    ],
    ['mails', { mail: files + DAYS }],
    [
      'who read what, where CloudTrail records it',
      { readRecorded: (files + results) * OBJECTS_OF_A_RESULT + reports * OBJECTS_OF_A_RESULT },
    ],
  ]);
}
