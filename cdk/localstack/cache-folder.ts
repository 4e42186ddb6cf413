import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The one folder of this machine that LocalStack's installation and its instances live in. */
export function cacheFolder(environment: NodeJS.ProcessEnv): string {
  const { CTMRI_CACHE: own, XDG_CACHE_HOME: shared } = environment;
  if (own) return resolve(own);
  return resolve(shared || join(homedir(), '.cache'), 'ctmri');
}
