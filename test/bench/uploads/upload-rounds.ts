import { join } from 'node:path';
import type { DeployedFunction } from '#test/localstack/deployed-function.ts';
import { bareFunction, replayedSeconds } from './bare-functions.ts';
import { type CallRecorder, callRecorder } from './call-recorder.ts';
import { emptyStudy } from './emptied-study.ts';
import { type ByName, deploy, ownFunctions } from './functions-of-upload.ts';
import type { LocalStudy } from './local-study.ts';
import { loggedSeconds } from './logged-seconds.ts';
import { notLost } from './lost-round.ts';
import { type FileOfRows, fileOf, measuredUpload } from './measured-upload.ts';
import type { Recording } from './recorded-call.ts';

/** What one upload took, in seconds by the clock: until the result was there, and of this the two functions. */
export interface UploadTimes {
  readonly whole: number;
  readonly ingest: number;
  readonly statistics: number;
}

export interface MeasuredUploads {
  /** Of all rounds the middle one. */
  readonly own: UploadTimes;
  readonly bare: UploadTimes;
  /** How many calls both functions sent. */
  readonly calls: number;
}

export interface UploadsAsked {
  readonly rows: number;
  /**
   * Of `once` there is one round, in which the study's upload is the recorded one: to hand on its calls takes a little of its
   * time, but of many calls at once next to none.
   */
  readonly rounds: number | 'once';
  /** For what was recorded; gone when the bench ends. */
  readonly folder: string;
}

/**
 * Uploads a file again and again into a study that is made empty in between: first to record what its functions send, then in
 * turn to the study's functions and to ones that send what was recorded and do nothing else. Each time both are just started.
 */
export async function measuredUploads(
  study: LocalStudy,
  { rows, rounds, folder }: UploadsAsked,
): Promise<MeasuredUploads> {
  const file = fileOf(rows);
  const own = await ownFunctions(study);
  const { recordings, times: ofRecorded } = await notLost(() => recorded(study, own, file));
  const folders = new Map([...recordings.keys()].map((name) => [name, join(folder, `${name}-${rows}`)]));
  const bare = new Map(
    [...recordings].map(([name, recording]) => [name, bareFunction(folders.get(name) ?? folder, recording)]),
  );

  const times = { own: rounds === 'once' ? [ofRecorded] : [], bare: [] as UploadTimes[] };
  for (let round = 0; round < (rounds === 'once' ? 1 : rounds); round += 1) {
    if (rounds !== 'once')
      times.own.push(await notLost(() => measuredRound(study, own, file, loggedSeconds)));
    times.bare.push(
      await notLost(() =>
        measuredRound(study, bare, file, async (name) => replayedSeconds(folders.get(name) ?? folder)),
      ),
    );
  }
  await deploy(study, own);
  const calls = [...recordings.values()].reduce((sum, recording) => sum + recording.calls.length, 0);
  return { own: middle(times.own), bare: middle(times.bare), calls };
}

async function measuredRound(
  study: LocalStudy,
  functions: ByName<DeployedFunction>,
  file: FileOfRows,
  secondsOf: (name: string) => Promise<number>,
): Promise<UploadTimes> {
  await emptyStudy(study);
  await deploy(study, functions);
  const whole = await measuredUpload(study, file);
  const { IngestFunctionName, StatisticsFunctionName } = study.outputs;
  return {
    whole,
    ingest: await secondsOf(IngestFunctionName),
    statistics: await secondsOf(StatisticsFunctionName),
  };
}

/** What each of the functions sends, and how long the upload took meanwhile. */
async function recorded(
  study: LocalStudy,
  own: ByName<DeployedFunction>,
  file: FileOfRows,
): Promise<{ readonly recordings: ByName<Recording>; readonly times: UploadTimes }> {
  const recorders = new Map<string, CallRecorder>();
  const watched = new Map<string, DeployedFunction>();
  for (const [name, { code, variables }] of own) {
    const recorder = await callRecorder(study.endpoint);
    recorders.set(name, recorder);
    watched.set(name, { code, variables: { ...variables, AWS_ENDPOINT_URL: recorder.endpoint } });
  }
  try {
    const times = await measuredRound(study, watched, file, loggedSeconds);
    return { recordings: new Map([...recorders].map(([name, { recording }]) => [name, recording()])), times };
  } finally {
    for (const { close } of recorders.values()) close();
  }
}

function middle(times: readonly UploadTimes[]): UploadTimes {
  const time = times.toSorted((a, b) => a.whole - b.whole)[times.length >> 1];
  if (time === undefined) throw new Error('no upload was measured');
  return time;
}
