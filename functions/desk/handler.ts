import { join } from 'node:path';
import * as z from 'zod';
import { documentClient, roleClient, s3Client } from '#functions/clients.ts';
import { readEnvironment } from '#functions/environment.ts';
import { lambdaLog } from '#functions/lambda-log.ts';
import { deskHandler } from './desk-handler.ts';
import { PAGE_FOLDER, pageFilesIn } from './page-files.ts';
import { originOf, presigner } from './presigned.ts';
import { rightsByRole } from './rights.ts';

const { BUCKET, CENTRE_ROLE, COORDINATOR_ROLE } = readEnvironment(
  z.object({ BUCKET: z.string(), CENTRE_ROLE: z.string(), COORDINATOR_ROLE: z.string() }),
  process.env,
);
const now = () => new Date();

let origin: Promise<string> | undefined;

/** What Lambda calls: the desk, on the real services. */
export const handler = deskHandler(process.env, {
  database: documentClient(),
  rightsOf: rightsByRole({
    sts: roleClient(),
    roles: { centre: CENTRE_ROLE, coordinator: COORDINATOR_ROLE },
    withCredentials: (credentials) => {
      const s3 = s3Client(process.env, credentials);
      return { s3, database: documentClient(credentials), presigner: presigner(s3, BUCKET, now) };
    },
    now,
  }),
  page: pageFilesIn(join(import.meta.dirname, PAGE_FOLDER)),
  bucketOrigin: () => (origin ??= originOf(s3Client(process.env), BUCKET)),
  now,
  log: lambdaLog,
});
