import { parseArgs } from 'node:util';
import { AREAS_COVERED, areaCoverage } from './area-coverage.ts';
import { COVERED, coverage } from './coverage.ts';
import { PUBLISHED_TESTS } from './published-tests.ts';
import { monteCarloError, simulated, type TypeOneError } from './simulate.ts';

/*
 * `npm run type-one-error`: how often each published p is below 0.05 in studies where nothing differs, and how often the
 * intervals of listed lesions hold what is so. Prints the tables of docs/VALIDATION.md.
 */

const SIZES = [8, 20, 37];
const OF = {
  counts: 'counts',
  diameters: 'diameters',
  ratings: 'responses',
  listed: 'listed lesions',
  confidence: 'confidence',
} as const;

const HELP = `How often each published p is below 0.05 in simulated studies where nothing differs, of 8, 20 and 37 patients.

  npm run type-one-error                                   4,000 studies of each size; tells how long each size took
  npm run type-one-error -- --studies 200 --seed 7         another seed, fewer studies
  npm run type-one-error -- --of listed                    the tests of listed lesions alone, and the intervals

Exit codes: 0 the table is printed; 2 wrong arguments.`;

const { values } = parseArgs({
  options: {
    studies: { type: 'string', default: '4000' },
    seed: { type: 'string', default: '2022' },
    of: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const [studies, seed] = [Number(values.studies), Number(values.seed)];
if (!(Number.isInteger(studies) && studies > 0 && Number.isInteger(seed) && seed > 0)) {
  console.error(`--studies and --seed are whole numbers above 0.\n\n${HELP}`);
  process.exit(2);
}

const tests = PUBLISHED_TESTS.filter((test) => values.of === undefined || test.of === values.of);
if (tests.length === 0) {
  console.error(`--of is one of ${Object.keys(OF).join(', ')}.\n\n${HELP}`);
  process.exit(2);
}

const runs = SIZES.map((patients) => {
  const started = performance.now();
  const errors = simulated(patients, studies, seed + patients, tests);
  console.error(`${patients} patients: ${Math.round((performance.now() - started) / 1000)} s`);
  return errors;
});
console.log(`| p | of | ${SIZES.map((patients) => `${patients} patients`).join(' | ')} |`);
console.log(`|---|---|${SIZES.map(() => '---:').join('|')}|`);
for (const [position, { test }] of (runs[0] ?? []).entries()) {
  const cells = runs.map((errors) => cell(errors[position]));
  console.log(`| \`${test.column}\` | ${OF[test.of]} | ${cells.join(' | ')} |`);
}

console.log(`\n| interval at 95 % | ${SIZES.map((patients) => `${patients} patients`).join(' | ')} |`);
console.log(`|---|${SIZES.map(() => '---:').join('|')}|`);
const covered = [
  ...COVERED.map((figure) => ({
    ...figure,
    in: (patients: number) => coverage(figure, patients, studies, seed + patients),
  })),
  ...AREAS_COVERED.map((figure) => ({
    ...figure,
    in: (patients: number) => areaCoverage(figure, patients, studies, seed + patients),
  })),
];
for (const figure of covered) {
  const cells = SIZES.map((patients) => {
    const { given, held } = figure.in(patients);
    return given === 0 ? '–' : withError(held / given, given);
  });
  console.log(`| ${figure.interval} | ${cells.join(' | ')} |`);
}

/** In per cent, with its standard error; a dash where no study has enough patients for a p. */
function cell(error: TypeOneError | undefined): string {
  if (error === undefined || error.tested === 0) return '–';
  return withError(error.wrong / error.studies, error.studies);
}

function withError(share: number, of: number): string {
  return `${(100 * share).toFixed(1)} ± ${(100 * monteCarloError(share, of)).toFixed(1)}`;
}
