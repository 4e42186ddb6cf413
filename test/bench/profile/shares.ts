import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isMeasured, measuredRun, type NotMeasured, type Program } from '../measured-run.ts';
import { markdownTable } from '../page.ts';
import { timeBySource } from './cpu-profile.ts';
import type { Parts } from './parts.ts';

/** Of each part, its share of the whole time of the processor. */
export type Shares = ReadonlyMap<string, number>;

const OTHERS = 'others';
/** What is less goes to the others. */
const LEAST_SHARE = 0.01;

interface Profiling {
  /** For the profiles; gone when the bench ends. */
  readonly folder: string;
  readonly parts: Parts;
  readonly mostSeconds: number;
}

/** Where the time of each program goes, by V8's profiler in one more run: for the page. */
export const profileText = (programs: ReadonlyMap<string, Program>, profiling: Profiling): string =>
  sharesTable(new Map([...programs].map(([name, program]) => [name, sharesOf(program, profiling)])));

function sharesOf(
  { command, words }: Program,
  { folder, parts, mostSeconds }: Profiling,
): Shares | NotMeasured {
  const profiles = mkdtempSync(join(folder, 'profile-'));
  const profiled = { command, words: ['--cpu-prof', '--cpu-prof-dir', profiles, ...words] };
  const run = measuredRun(profiled, folder, mostSeconds);
  return isMeasured(run) ? sharesIn(profiles, parts) : run;
}

/** What V8's profiler wrote into a folder, of all processes together. */
export function sharesIn(folder: string, parts: Parts): Shares {
  const profiles = readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'));
  return summed(
    profiles.flatMap((name) => [...timeBySource(join(folder, name))]),
    parts,
  );
}

/** Each source's time is its part's. */
export function summed(times: readonly (readonly [source: string, time: number])[], parts: Parts): Shares {
  const sums = new Map<string, number>();
  for (const [source, time] of times) {
    const [part] = parts.find(([, ...sources]) => sources.some((start) => source.startsWith(start))) ?? [
      OTHERS,
    ];
    sums.set(part, (sums.get(part) ?? 0) + time);
  }
  const whole = [...sums.values()].reduce((sum, time) => sum + time, 0);
  return new Map([...sums].map(([part, time]) => [part, time / whole]));
}

/** A row for each part, most first, and a column for each program. */
export function sharesTable(programs: ReadonlyMap<string, Shares | NotMeasured>): string {
  const columns = [...programs.values()].map((shares) => ('why' in shares ? undefined : shares));
  const greatest = (part: string) => Math.max(...columns.map((shares) => shares?.get(part) ?? 0));
  const parts = [...new Set(columns.flatMap((shares) => [...(shares?.keys() ?? [])]))];
  const rows = parts
    .filter((part) => part !== OTHERS && greatest(part) >= LEAST_SHARE)
    .sort((a, b) => greatest(b) - greatest(a));
  const percent = (shares: Shares | undefined, some: readonly string[]) => {
    const share = some.reduce((sum, part) => sum + (shares?.get(part) ?? 0), 0);
    return shares === undefined ? '–' : `${Math.round(share * 100)} %`;
  };
  const rest = parts.filter((part) => !rows.includes(part));
  return markdownTable(
    ['profile: own time of', ...programs.keys()],
    [
      ...rows.map((part) => [part, ...columns.map((shares) => percent(shares, [part]))]),
      [OTHERS, ...columns.map((shares) => percent(shares, rest))],
    ],
  );
}
