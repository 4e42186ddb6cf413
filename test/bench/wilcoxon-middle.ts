import { writeFileSync } from 'node:fs';
import { median } from '#shared/statistics/descriptives.ts';
import { signedRankTestWithInterval } from '#shared/statistics/signed-rank-test-with-interval.ts';
import { seeded } from '#test/made-cohorts/random.ts';

/* Wilcoxon with the Hodges–Lehmann estimate and its interval, as the study computes it for each of its comparisons: the middle one
   of several runs, as of SciPy's. */

const [size = '', path = process.env['BENCH_COST'] ?? ''] = process.argv.slice(2);
const random = seeded(1);
const x = Float64Array.from({ length: Number(size) }, () => Math.round(300 + 80 * random.normal()));
const y = x.map((value) => Math.round(value - 2 + 20 * random.normal()));
const runs = Array.from({ length: Math.max(9, 500_000 / Number(size)) }, () => {
  const before = process.cpuUsage();
  signedRankTestWithInterval(x, y);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
});
const seconds = median(runs);
writeFileSync(path, JSON.stringify({ seconds, megabytes: null }));
