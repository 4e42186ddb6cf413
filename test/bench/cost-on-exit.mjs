import { writeFileSync } from 'node:fs';

/* Imported before a measured program: what it cost in all, start included, is written down when it ends. */

const MICROSECONDS = 1e6;
const KILOBYTES_PER_MEGABYTE = 1e6 / 1024;
const { BENCH_COST: path } = process.env;

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  if (path === undefined) return;
  writeFileSync(
    path,
    JSON.stringify({
      seconds: (userCPUTime + systemCPUTime) / MICROSECONDS,
      megabytes: maxRSS / KILOBYTES_PER_MEGABYTE,
    }),
  );
});
