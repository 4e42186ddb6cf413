import { writeFileSync } from 'node:fs';

/* Starts a function as Lambda does, from nothing to its handler. */

const [bundle, environment] = process.argv.slice(2);
Object.assign(process.env, JSON.parse(environment));
const { handler } = await import(bundle);
if (handler === undefined) throw new Error(`${bundle} has no handler`);
const { userCPUTime, systemCPUTime } = process.resourceUsage();
const seconds = (userCPUTime + systemCPUTime) / 1e6;
writeFileSync(process.env['BENCH_COST'], JSON.stringify({ seconds, megabytes: null }));
