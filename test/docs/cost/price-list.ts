/** What AWS asks for one of something, in dollars before tax. */
export interface Price {
  readonly dollars: number;
  /** What is one of it. */
  readonly unit: string;
}

/**
 * Public on-demand prices of the region of Paris (eu-west-3), without free tiers and discounts, as the authors knew them on
 * 2026-11-26; the machine that this was written on could not reach AWS's price list (https://aws.amazon.com/pricing/).
 * A price that moved is written here, and `npx vitest run --project unit test/docs/cost -u` writes the page anew.
 */
export const PRICES = {
  key: { dollars: 1, unit: 'KMS key and month' },
  keyRequest: { dollars: 0.03 / 10_000, unit: 'KMS request' },
  alarm: { dollars: 0.1, unit: 'alarm and month' },
  metric: { dollars: 0.3, unit: 'own metric and month' },
  dashboard: { dollars: 3, unit: 'dashboard and month' },
  logIngested: { dollars: 0.5985, unit: 'GB of log' },
  computing: { dollars: 0.0000133334, unit: 'GB-second of Lambda, arm64' },
  invocation: { dollars: 0.2 / 1e6, unit: 'invocation' },
  rowWritten: { dollars: 0.7423 / 1e6, unit: 'write of 1 kB' },
  rowsRead: { dollars: 0.1485 / 1e6, unit: 'consistent read of 4 kB' },
  tableKept: { dollars: 0.297 + 0.2376, unit: 'GB and month in the table, with its point-in-time recovery' },
  tableExported: { dollars: 0.1188, unit: 'GB of an export to S3' },
  objectKept: { dollars: 0.024, unit: 'GB and month in S3' },
  objectWritten: { dollars: 0.0053 / 1000, unit: 'S3 put or list' },
  objectRead: { dollars: 0.00042 / 1000, unit: 'S3 get' },
  message: { dollars: 0.4 / 1e6, unit: 'SQS request' },
  mail: { dollars: 2 / 100_000, unit: 'mail by SNS' },
  sentOut: { dollars: 0.09, unit: 'GB to the internet' },
  readRecorded: { dollars: 0.1 / 100_000, unit: 'CloudTrail data event' },
  scanned: { dollars: 7 / 1000, unit: 'GB that Athena reads' },
} as const satisfies Record<string, Price>;

export type Priced = keyof typeof PRICES;
