import { readFileSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { send } from './call-recorder.ts';
import { BODIES_FILE, CALLS_FILE, callsSchema, REPLAY_FILE, type RecordedCall } from './recorded-call.ts';

/**
 * A function that knows beforehand what it will send: the calls that were recorded of one of the study's, as many of them at
 * once, with the same bodies, and nothing between two of them.
 */

const { AWS_ENDPOINT_URL: endpoint = '', RECORDING: folder = '' } = process.env;
/** The uploaded version has another name than the one that was recorded: S3 lists it before it is read. */
const LISTED = /<VersionId>([^<]+)/;
const VERSION = /versionId=[^&]+/;

let isOver = false;

export async function handler(): Promise<{ readonly batchItemFailures: readonly [] }> {
  if (!isOver) {
    isOver = true;
    const replay = await sendAgain();
    writeFileSync(join(folder, REPLAY_FILE), JSON.stringify(replay));
  }
  return { batchItemFailures: [] };
}

async function sendAgain() {
  const calls = callsSchema.parse(JSON.parse(readFileSync(join(folder, CALLS_FILE), 'utf8')));
  const bodies = readFileSync(join(folder, BODIES_FILE));
  const agent = new Agent({ keepAlive: true });
  const otherwise: string[] = [];
  const underWay = new Set<Promise<void>>();
  let version = '';
  const sendOne = async (call: RecordedCall): Promise<void> => {
    const path = call.path.replace(VERSION, `versionId=${version}`);
    const answer = await send(new URL(path, endpoint), call, bodies.subarray(call.start, call.end), agent);
    const answered = await buffer(answer);
    if (path.includes('versions=')) version = LISTED.exec(answered.toString())?.[1] ?? version;
    if (answer.statusCode !== call.status) otherwise.push(`${call.method} ${path}: ${answer.statusCode}`);
  };
  const began = performance.now();
  for (const call of calls) {
    while (underWay.size >= call.underWay) await Promise.race(underWay);
    const sent: Promise<void> = sendOne(call).finally(() => underWay.delete(sent));
    underWay.add(sent);
  }
  await Promise.all(underWay);
  return { seconds: (performance.now() - began) / 1000, otherwise };
}
