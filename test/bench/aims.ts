import type { NotMeasured } from './measured-run.ts';
import { figure, markdownTable } from './page.ts';

const VALIDATED = 'A file of 200,000 pairs read, validated and typed';

/** What the study is to cost at most, or what it is to reach at least: each aim has its one line here. */
export const AIMS = [
  {
    name: 'validationSpeed',
    what: `${VALIDATED}: its speed over the fastest peer’s with zod`,
    least: 5,
    unit: ' ×',
  },
  { name: 'validationTime', what: `${VALIDATED}: its time over uDSV’s, typed alone`, most: 2.5, unit: ' ×' },
  { name: 'validationMemory', what: `${VALIDATED}: memory over the file`, most: 12, unit: ' ×' },
  { name: 'computeTime', what: '`compute`: its time over the R script’s', most: 1, unit: ' ×' },
  {
    name: 'computeGrowth',
    what: '`compute`: its time over that of the next larger study',
    most: 1,
    unit: ' ×',
  },
  { name: 'computeLargest', what: '`compute` of 100,000 pairs', most: 15, unit: ' s' },
  {
    name: 'computeMemory',
    what: '`compute` of 1,000,000 pairs of 500 centres: memory',
    most: 3,
    unit: ' GB',
  },
  {
    name: 'wilcoxonTime',
    what: 'Wilcoxon with its interval: its time over SciPy’s without',
    most: 2,
    unit: ' ×',
  },
  {
    name: 'uploadTime',
    what: 'An upload until its result is there: its time over the bare calls’',
    most: 1.3,
    unit: ' ×',
  },
  { name: 'startTime', what: 'A function’s start: its time over the bare clients’', most: 1.15, unit: ' ×' },
  { name: 'reportTime', what: 'The report of 27 centres, all its files', most: 3, unit: ' s' },
  {
    name: 'deskFrame',
    what: 'The desk’s page while it checks 200,000 rows: its longest frame',
    most: 100,
    unit: ' ms',
  },
] as const;

type Aim = (typeof AIMS)[number];
export type AimName = Aim['name'];

/** What was measured of an aim: one figure, or one for each size or part that is named. */
export interface Reached {
  readonly of?: string;
  readonly value: number;
}
/** What one section of the page measured. */
export type Reaching = ReadonlyMap<AimName, readonly Reached[] | NotMeasured>;

/** Whether a figure is as it should be. */
export function isMet(name: AimName, { value }: Reached): boolean {
  const aim = AIMS.find((one) => one.name === name);
  return aim !== undefined && ('most' in aim ? value <= aim.most : value >= aim.least);
}

/** Whether one of the figures that were measured is not as it should be: then its profile is taken. */
export const isMissed = (reaching: Reaching, name: AimName): boolean => {
  const reached = reaching.get(name) ?? [];
  return !('why' in reached) && reached.some((one) => !isMet(name, one));
};

/**
 * A row for each aim: what is wanted, what was measured, and where the profile stands if they differ.
 *
 * @param sections - headings, with what was measured below them
 */
export function aimsTable(
  sections: readonly { readonly heading: string; readonly reaching: Reaching }[],
): string {
  return markdownTable(
    ['what', 'aim', 'measured', 'reached'],
    AIMS.map((aim) => {
      const section = sections.find(({ reaching }) => reaching.has(aim.name));
      const reached = section?.reaching.get(aim.name) ?? { why: 'not measured' };
      const bound = 'most' in aim ? `≤ ${aim.most}${aim.unit}` : `≥ ${aim.least}${aim.unit}`;
      if ('why' in reached) return [aim.what, bound, '–', reached.why];
      return [
        aim.what,
        bound,
        reached
          .map(({ of, value }) => `${of === undefined ? '' : `${of}: `}${figure(value)}${aim.unit}`)
          .join('; '),
        isMissed(section?.reaching ?? new Map(), aim.name)
          ? `no: [why](#${anchorOf(section?.heading ?? '')})`
          : 'yes',
      ];
    }),
  );
}

/** As GitHub makes it of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
