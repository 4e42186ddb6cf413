import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { PARTS_OF_AN_UPLOAD } from '../profile/parts.ts';
import { type Shares, sharesIn } from '../profile/shares.ts';
import { emptyStudy } from './emptied-study.ts';
import { deploy, ownFunctions } from './functions-of-upload.ts';
import type { LocalStudy } from './local-study.ts';
import { notLost } from './lost-round.ts';
import { fileOf, measuredUpload } from './measured-upload.ts';

const PROFILER = join(import.meta.dirname, 'profile-until-told.mjs');
const LOOK_MILLISECONDS = 200;
/** A process that was killed before it was told to stop leaves no profile. */
const MOST_LOOKS = 50;

/** What both functions' processes work on in one more upload: of each part its share. */
export async function profiledUpload(
  study: LocalStudy,
  { rows, folder }: { readonly rows: number; readonly folder: string },
): Promise<Readonly<Record<'ingest' | 'statistics', Shares>>> {
  const own = await ownFunctions(study);
  const profilesOf = (name: string) => join(folder, `profiles-${name}-${rows}`);
  const profiled = [...own].map(([name, { code, variables }]) => {
    const PROFILE_FOLDER = profilesOf(name);
    mkdirSync(PROFILE_FOLDER, { recursive: true });
    const options = `${variables['NODE_OPTIONS'] ?? ''} --import ${PROFILER}`;
    return [
      name,
      { code, variables: { ...variables, NODE_OPTIONS: options.trim(), PROFILE_FOLDER } },
    ] as const;
  });
  await notLost(async () => {
    await emptyStudy(study);
    await deploy(study, new Map(profiled));
    await measuredUpload(study, fileOf(rows));
  });
  // Before the functions are deployed anew: the source maps lie beside the code that ran.
  const sharesOf = async (name: string) => {
    await profilesWritten(profilesOf(name));
    return sharesIn(profilesOf(name), PARTS_OF_AN_UPLOAD);
  };
  const { IngestFunctionName, StatisticsFunctionName } = study.outputs;
  const shares = {
    ingest: await sharesOf(IngestFunctionName),
    statistics: await sharesOf(StatisticsFunctionName),
  };
  await deploy(study, own);
  return shares;
}

async function profilesWritten(folder: string): Promise<void> {
  writeFileSync(join(folder, 'stop'), '');
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    await setTimeout(LOOK_MILLISECONDS);
    const files = readdirSync(folder);
    const ending = (end: string) => files.filter((name) => name.endsWith(end)).length;
    if (ending('.cpuprofile') >= ending('.started')) return;
  }
}
