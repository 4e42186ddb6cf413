import { aimsTable } from './aims.ts';
import type { Section } from './section.ts';

/** How the figures of a page were measured. */
export interface Measured {
  readonly machine: string;
  readonly rounds: number;
  /** What was not measured, and why. */
  readonly skipped: readonly string[];
}

/** docs/PERFORMANCE.md. */
export const performancePage = (
  sections: readonly Section[],
  { machine, rounds, skipped }: Measured,
): string =>
  `${[
    '# What it costs',
    `Written by \`npm run bench\`: each figure beside what people would use instead, measured in the same run, in turn, on the same
data. Seconds are of the processor, all threads together, start included; ${rounds === 1 ? 'each measured once' : `of ${rounds} runs the middle one (from 100,000 pairs on, one)`}.
Absolute figures are of this machine (${machine}); ratios say more.`,
    ...(skipped.length === 0 ? [] : [`Not measured: ${skipped.join('; ')}.`]),
    aimsTable(sections),
    `Where an aim is not reached, the program ran once more under V8’s profiler, and the table says what share of its time each part of the
project took itself ([which sources are whose](../test/bench/profile/parts.ts)).`,
    ...sections.flatMap(({ heading, paragraphs }) => [`## ${heading}`, ...paragraphs]),
  ].join('\n\n')}\n`;
