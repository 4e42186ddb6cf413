import { existsSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';

/*
 * Profiles the process that imports it first, until there is a file `stop` in PROFILE_FOLDER. LocalStack kills the processes of
 * functions, so that `--cpu-prof`, which writes its profile when a process ends by itself, would leave none.
 */

const { PROFILE_FOLDER: folder = '' } = process.env;
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.start');
writeFileSync(join(folder, `${process.pid}.started`), '');

const looking = setInterval(async () => {
  if (!existsSync(join(folder, 'stop'))) return;
  clearInterval(looking);
  const { profile } = await session.post('Profiler.stop');
  writeFileSync(join(folder, `${process.pid}.cpuprofile`), JSON.stringify(profile));
}, 100);
looking.unref();
