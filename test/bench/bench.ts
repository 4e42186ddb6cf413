import { isMeasured, type Program } from './measured-run.ts';
import type { Costs } from './page.ts';

/** What the study is called among its peers. */
export const OWN = 'this study';

/** What a section measures with. */
export interface Bench {
  /** How often each program runs; of as many the middle one counts. */
  readonly rounds: number;
  /** No study of more pairs is computed. */
  readonly mostPairs: number;
  /** For files; gone when the bench ends. */
  readonly folder: string;
  /** For pictures of the page. */
  readonly pictures: string;
  /** Peers that are installed here, and where. */
  readonly hasR: boolean;
  readonly sciPy: string | undefined;
  readonly parsers: string | undefined;
}

/** By the clock: on a busy machine a minute of the processor takes several. */
export const MOST_SECONDS = 240;

export const say = (line: string) => void process.stdout.write(`${line}\n`);

export function said(what: string, costs: Costs): Costs {
  for (const [name, run] of costs) {
    say(`${what}, ${name}: ${isMeasured(run) ? `${run.seconds.toFixed(3)} s CPU` : run.why}`);
  }
  return costs;
}

export const program = (command: string, ...words: readonly string[]): Program => ({ command, words });

/** Those of the programs that can run here. */
export const present = (programs: readonly (readonly [string, Program] | false)[]) =>
  new Map(programs.filter((one) => one !== false));
