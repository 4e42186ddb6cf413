import { isMissed, type Reaching } from '../aims.ts';
import { type Bench, MOST_SECONDS, OWN, said } from '../bench.ts';
import { interleaved } from '../measured-run.ts';
import { markdownTable, ratioText, secondsText, timeOver } from '../page.ts';
import { PARTS_OF_A_START } from '../profile/parts.ts';
import { profileText } from '../profile/shares.ts';
import type { Section } from '../section.ts';
import { BARE, STARTED, type Started, starts } from '../starts.ts';

/** A start takes a tenth of a second: of so many the middle one is the same from run to run. */
const ROUNDS = 21;

/** How long the functions take from nothing to their handler, beside the clients that they work with. */
export function functionStart(bench: Bench): Section {
  const started = new Map(STARTED.map((name) => [name, startsOf(bench, name)]));
  const reached = [...started].flatMap(([of, { costs }]) => {
    const value = timeOver(costs.get(OWN), costs.get(BARE));
    return value === undefined ? [] : [{ of, value }];
  });
  const reaching: Reaching = new Map([['startTime', reached]]);
  return {
    heading: "A function's start, from nothing to its handler",
    reaching,
    paragraphs: [
      startTable(started),
      `On the project's Node, with source maps, as on Lambda; of ${ROUNDS} starts in turn the middle one. The clients are those that the function
works with and what it asks of them, nothing else, bundled as CDK's own \`NodejsFunction\` would; and once more as the
study bundles its functions, where what is imported later lies in parts of its own, which a start does not read. Later come: the ways to
credentials that no function has, mail, what a failed message is retried by, the client that starts the next function, and the
tables, which a run that finds nothing changed never needs. Of the packages there are no source maps: to read them took a tenth of a start.`,
      ...(isMissed(reaching, 'startTime') ? [profileOf(bench, started)] : []),
    ],
  };
}

type Starts = ReturnType<typeof startsOf>;

function startsOf({ folder }: Bench, name: Started) {
  const bundles = starts(name, folder);
  const programs = new Map([...bundles].map(([bundle, { program }]) => [bundle, program]));
  const costs = interleaved(programs, { rounds: ROUNDS, folder, mostSeconds: MOST_SECONDS });
  return { costs: said(`start of ${name}`, costs), starts: bundles };
}

const profileOf = ({ folder }: Bench, started: ReadonlyMap<string, Starts>): string =>
  profileText(
    new Map(
      [...started].flatMap(([name, { starts: bundles }]) =>
        [OWN, BARE].flatMap((bundle) => {
          const start = bundles.get(bundle);
          return start === undefined ? [] : [[`${name}, ${bundle}`, start.program] as const];
        }),
      ),
    ),
    { folder, parts: PARTS_OF_A_START, mostSeconds: MOST_SECONDS },
  );

/** A row for each bundle of each function: what its start reads and takes, and what the study's takes over it. */
const startTable = (functions: ReadonlyMap<string, Starts>): string =>
  markdownTable(
    ['function', 'bundle', 'code read, kB', 'CPU', 'time of this study’s over its'],
    [...functions].flatMap(([name, { costs, starts }]) =>
      [...starts].map(([bundle, { bytes }]) => [
        name,
        bundle,
        String(Math.round(bytes / 1000)),
        secondsText(costs.get(bundle)),
        bundle === OWN ? '' : ratioText(costs.get(OWN), costs.get(bundle)),
      ]),
    ),
  );
