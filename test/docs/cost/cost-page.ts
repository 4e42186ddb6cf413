import { MOST_ROWS_IN_ONE_PARTITION, PARTS } from '#shared/storage/row-parts.ts';
import { MOST_ROWS } from '#shared/validation/limits.ts';
import { markdownTable } from '#test/bench/page.ts';
import { PRICES, type Priced } from './price-list.ts';
import { type Deployed, GIGABYTES_OF_A_ROW, type StudyYear, usageOf } from './year.ts';

/** The network of the study: 27 centres, each of which sends a file a week. */
const NETWORK: StudyYear = {
  centres: 27,
  filesPerMonth: 4,
  rowsPerFile: 100,
  rowsInForce: 27 * 600,
  readersPerDay: 30,
};

const isPriced = (name: string): name is Priced => name in PRICES;
const dollarsOf = (usage: Partial<Record<Priced, number>>): number =>
  Object.entries(usage).reduce(
    (sum, [name, amount]) => sum + (isPriced(name) ? amount * PRICES[name].dollars : 0),
    0,
  );

/** Cents matter where something is small, and nowhere else. */
const dollars = (amount: number): string => `$${amount.toFixed(amount < 10 ? 2 : 0)}`;
const number = (amount: number): string =>
  (amount < 10 ? Number(amount.toPrecision(2)) : Math.round(amount)).toLocaleString('en');

/** What `compute` took of two cores on 27 November 2026; between the two, memory grows as a power of the size. */
const SMALLER = { pairs: 100_000, seconds: 31, gigabytes: 0.56 };
const LARGER = { pairs: 1_000_000, seconds: 315, gigabytes: 2.92 };
/** What was measured is one made cohort, outside Lambda. */
const SHARE_USED = 0.8;

/** How many pairs take so much memory, in whole hundred thousands. */
function pairsWithin(gigabytes: number): number {
  const growth = Math.log(LARGER.gigabytes / SMALLER.gigabytes) / Math.log(LARGER.pairs / SMALLER.pairs);
  return Math.floor((SMALLER.pairs * (gigabytes / SMALLER.gigabytes) ** (1 / growth)) / 1e5) * 1e5;
}

/** Of one kB each, in a second. Source: AWS, "Burst and adaptive capacity" and "On-demand capacity mode" of DynamoDB. */
const WRITES_OF_A_PARTITION = 1_000;
const WRITES_OF_A_NEW_TABLE = 4_000;
/** Eight batches of 25 at once, in the time of an answer. */
const ROWS_SENT_A_SECOND = (8 * 25) / 0.02;

/** What the network costs in a year, before tax: the sum of the page. */
export const yearInDollars = (deployed: Deployed, year: StudyYear = NETWORK): number =>
  [...usageOf(year, deployed).values()].reduce((sum, usage) => sum + dollarsOf(usage), 0);

function yearTable(deployed: Deployed): string {
  const parts = [...usageOf(NETWORK, deployed)];
  const rows = parts.map(([what, usage]) => [
    what,
    Object.entries(usage)
      .flatMap(([name, amount]) =>
        isPriced(name) && amount > 0 ? [`${number(amount)} × ${PRICES[name].unit}`] : [],
      )
      .join('; '),
    dollars(dollarsOf(usage)),
  ]);
  return markdownTable(
    ['for', 'used in a year', 'costs'],
    [...rows, ['**all**', '', `**${dollars(yearInDollars(deployed))}**`]],
  );
}

/** What it costs to read every row once, by each way. */
function waysTable(): string {
  const rows = [1e5, 1e6, 1e7, 1e8].map((size) => {
    const gigabytes = size * GIGABYTES_OF_A_ROW;
    return [
      number(size),
      `${gigabytes.toLocaleString('en')} GB`,
      dollars((gigabytes / 4e-6) * PRICES.rowsRead.dollars),
      number(gigabytes * 1000),
      dollars(gigabytes * PRICES.tableExported.dollars),
      dollars(gigabytes * PRICES.scanned.dollars),
    ];
  });
  return markdownTable(
    ['rows', 'in the table', 'read by a run', 'pages of 1 MB', 'exported to S3', 'scanned once by Athena'],
    rows,
  );
}

/** docs/COST.md: what a year costs, and where the study outgrows one Lambda. */
export const costPage = (deployed: Deployed): string => `# What a year costs, and how far this goes

Made by \`test/docs/cost\` from the stack's own template, a list of prices and what a year of the network is taken to be; a test holds it
to all three. Dollars, before tax, region of Paris, without free tiers. **The prices are those that the authors knew on 2026-11-26** and
could not be looked up from the machine that wrote this: see [\`price-list.ts\`](../test/docs/cost/price-list.ts) before you sign.

## A year of ${NETWORK.centres} centres

Each centre sends ${NETWORK.filesPerMonth} files of ${NETWORK.rowsPerFile} rows a month; ${number(NETWORK.rowsInForce)} rows count at the end; a run of statistics after each file and every
night, a look at the page every hour; ${NETWORK.readersPerDay} people read the page on a day. No result is ever deleted in this sum.

${yearTable(deployed)}

Ten times the centres cost ${dollars(yearInDollars(deployed, { ...NETWORK, centres: NETWORK.centres * 10, rowsInForce: NETWORK.rowsInForce * 10 }))}: a study is small, what is paid for is mostly that it is watched and looked at.

## Past which size it should move

A run of statistics reads every row and computes in memory, in one Lambda: 15 minutes, 3,008 MB (10,240 at most). What limits it is
that memory and time, long before the price of reading:

${waysTable()}

${number(SMALLER.pairs)} counted pairs took ${SMALLER.seconds} s of a processor and ${SMALLER.gigabytes} GB ([measured](PERFORMANCE.md)), ${number(LARGER.pairs)} of them ${number(LARGER.seconds / 60)} minutes and ${LARGER.gigabytes} GB.
In between, on a straight line of logarithms, and with a fifth of the memory left free:

| counted pairs | what to do |
| --- | --- |
| to ${number(pairsWithin(SHARE_USED * 3.008))} | nothing: many times the network |
| to ${number(LARGER.pairs)} | \`memorySize\` of [\`statistics-function.ts\`](../cdk/stack/statistics-function.ts) to 10,240, where the account's quota allows it |
| more, while one machine holds them: not tried | the same code outside Lambda's 15 minutes: \`npm run ctmri -- compute\` on a copy of \`uploads/\`, on one machine (AWS Batch, Fargate) |
| beyond | the rows to S3 by [DynamoDB's export](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.HowItWorks.html), which reads the point-in-time copy and costs no read; counts, shares and means by Athena; ranks, bootstraps and exact laws on EMR. A second engine, which must be held to this one table by table: it is not built |

Before the statistics, the bucket's side: a centre may have 200 files of ${number(MOST_ROWS)} rows. A partition of the table takes ${number(WRITES_OF_A_PARTITION)} writes a
second, so that in one of its own the largest file needed ${number(MOST_ROWS / WRITES_OF_A_PARTITION)} s of ingest's 10 minutes. The rows of a file of more than ${number(MOST_ROWS_IN_ONE_PARTITION)} stand
in ${PARTS.length} partitions ([why](decisions/0018-large-files-in-parts.md)), which together take ${number(PARTS.length * WRITES_OF_A_PARTITION)}: what bounds it is the table on demand, a new one at ${number(WRITES_OF_A_NEW_TABLE)} writes a second, which
is ${number(MOST_ROWS / WRITES_OF_A_NEW_TABLE)} s, and later at twice its highest peak before; and ingest, which sends 200 rows at once, ${number(ROWS_SENT_A_SECOND)} a second where an answer takes 20 ms.
`;
