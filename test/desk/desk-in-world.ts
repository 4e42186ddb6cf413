import { S3Client } from '@aws-sdk/client-s3';
import type { HttpAnswer } from '#functions/desk/answer.ts';
import { deskHandler } from '#functions/desk/desk-handler.ts';
import type { PageFiles } from '#functions/desk/page-files.ts';
import { originOf, presigner } from '#functions/desk/presigned.ts';
import { logTo } from '#functions/log.ts';
import { database, s3 } from '#test/functions/world/clients.ts';
import { BUCKET, TABLE } from '#test/functions/world/names.ts';
import type { World } from '#test/functions/world/world.ts';

export const LITTLE_PAGE: PageFiles = new Map([
  ['/', Buffer.from('<!doctype html><title>RENATEN</title>')],
  ['/assets/page-ABCDEFGH.js', Buffer.from(`"${'long enough to be compressed '.repeat(100)}"`)],
]);

/** By name: whoever runs the tests may have a LocalStack's address in the environment. */
const AWS_ENDPOINT = 'https://s3.eu-west-3.amazonaws.com';

/** Signs for real, with a key that no AWS knows. */
const signer = (endpoint?: string) =>
  new S3Client({
    region: 'eu-west-3',
    credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret', sessionToken: 'session' },
    endpoint: endpoint ?? AWS_ENDPOINT,
    forcePathStyle: endpoint !== undefined,
  });

export interface DeskOptions {
  readonly page?: PageFiles;
  /** Of the bucket, for what is signed; without, AWS's. */
  readonly endpoint?: string;
  readonly log?: (line: string) => void;
}

/** The desk's own handler on a world: all but the rights that a role would give. */
export function deskIn(world: World, { page = LITTLE_PAGE, endpoint, log }: DeskOptions = {}) {
  const { centres, examination, settings } = world.deployment();
  const now = () => new Date(world.now());
  const signing = signer(endpoint);
  const environment = {
    BUCKET,
    TABLE,
    CENTRES: centres.join(','),
    RULES: examination.rules,
    STUDY_SETTINGS: JSON.stringify(settings),
  };
  const handler = deskHandler(environment, {
    database,
    rightsOf: async () => ({ s3, database, presigner: presigner(signing, BUCKET, now) }),
    page,
    bucketOrigin: () => originOf(signing, BUCKET),
    now,
    log: logTo(log ?? ((line) => void world.logLines.push(line)), () => new Date(world.now())),
  });
  /** The answer to an event; the requests that it makes of the world must be released. */
  return async (event: unknown): Promise<HttpAnswer> => {
    const answered = Promise.withResolvers<HttpAnswer>();
    const run = await world.run(async () => handler(event).then(answered.resolve, answered.reject));
    if (run.state === 'dead') throw new Error('the run died');
    return answered.promise;
  };
}
