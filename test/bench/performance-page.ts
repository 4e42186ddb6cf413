import { type Costs, growthTable, startTable, type Validation, validationTable } from './page.ts';
import { peerVersions } from './peers.ts';

/** All that was measured in one run of the bench. */
export interface Measured {
  /** What the study is called among its peers. */
  readonly own: string;
  readonly machine: string;
  readonly rounds: number;
  readonly startRounds: number;
  /** R's interval was asked for up to so many differences. */
  readonly intervalUpTo: number;
  /** What was not measured, and why. */
  readonly skipped: readonly string[];
  readonly validated: Validation;
  readonly studies: ReadonlyMap<number, Costs>;
  readonly ofStudies: readonly string[];
  readonly started: Parameters<typeof startTable>[1];
  readonly samples: ReadonlyMap<number, Costs>;
  readonly ofSamples: readonly string[];
}

/** docs/PERFORMANCE.md. */
export function performancePage(measured: Measured): string {
  const { own, machine, rounds, startRounds, intervalUpTo, skipped } = measured;
  const { validated, studies, ofStudies, started, samples, ofSamples } = measured;
  return `# What it costs

Written by \`npm run bench\`: each figure beside what people would use instead, measured in the same run, in turn, on the same
data. Seconds are of the processor, all threads together, start included; ${rounds === 1 ? 'each measured once' : `of ${rounds} runs the middle one (of 100,000 pairs, one)`}.
Absolute figures are of this machine (${machine}); ratios say more.
${skipped.length === 0 ? '' : `Not measured: ${skipped.join('; ')}.\n`}
## A file of 200,000 pairs, ${validated.megabytes.toFixed(0)} MB, read, validated and typed

${validationTable(own, validated)}

Peers: ${peerVersions()}. With zod they check each cell alone; the study also checks rows against each other and the centre’s
other files, keeps each line for the annotated file, and warns.

Of the study's time about a third takes the cells apart and looks each up among the texts of its column, which are read once; a
quarter goes into the rules of one row, a third into those between rows and into warnings, the rest into decoding and the start.
Five times the speed of the best validated peer is out of reach so: the fastest parser alone, which checks nothing, takes half of the
study's time. Of its memory 4 times the file are Node itself, 2 the bytes and their text, 1.5 the columns; most of the rest is what Node's
collector keeps free for new objects. In the desk's page the same code runs in a worker; of a check of these rows the longest task of the page itself takes
17 ms of the processor.

## A study, from files to tables (\`compute\`)

${growthTable('counted pairs', studies, ofStudies)}

![Growth of the study's time with its size](performance/study.svg)

Both R scripts are the study’s core: 45 Wilcoxon, 45 Student, CR2 and 2,000 bootstraps of whole patients. With packages it is as a
statistician writes it ([\`study-with-packages.R\`](../test/bench/peers/study-with-packages.R)): clubSandwich on \`lm\`, \`boot\` over the patients. The other
one ([\`study.R\`](../test/bench/peers/study.R)) gives the same estimates by hand: CR2 of a mean by its formula, all bootstraps as products of
matrices. \`compute\` validates every file and makes 27 tables. Where its time goes, by profile:

| counted pairs | most of the time |
| --- | --- |
| 57 | the start, 44 %: Node, 880 modules, the schemas. Their code is compiled once and kept; without it the start was twice as long |
| 1,000 | exact laws of the clustered and the tied tests, 56 %, which the script has not; bootstraps, 19 % |
| 20,000 | statistics, 23 %; RECIST, 19 %; other tables, 18 %; collecting garbage, 14 %; validation, 13 % |

An exact law of n patients is a sum over n weights at up to n² places, rounded from 2⁵³ on as it always was, so that a published p
keeps its last digit: a transform would be faster and change it. It is summed up to 1,000 patients, and whole patients are redrawn
up to 2,000: beyond, both end, so that the curve is flat from 1,000 pairs to 10,000.

## Wilcoxon with the Hodges–Lehmann estimate and its interval

${growthTable('differences', samples, ofSamples)}

![Growth of Wilcoxon's time with the number of differences](performance/wilcoxon.svg)

R’s interval is not asked for above ${intervalUpTo.toLocaleString('en')} differences: it takes memory with their square.

## A function's start, from nothing to its handler

${startTable(own, started)}

On the project's Node, with source maps, as on Lambda; of ${startRounds} starts in turn the middle one. The clients are those that the function
works with and what it asks of them, nothing else, bundled as CDK's own \`NodejsFunction\` would; and once more as the
study bundles its functions, where what is imported later lies in parts of its own, which a start does not read. Later come: the ways to
credentials that no function has, mail, what a failed message is retried by, the client that starts the next function, and the
tables, which a run that finds nothing changed never needs; of a run that computes, they are some 50 ms.
`;
}
