import { expect, it } from 'vitest';
import * as z from 'zod';
import { uploadAll } from '#cdk/commands/upload.ts';
import { UPLOADS } from '#shared/storage/bucket-keys.ts';
import { reportOf } from '#test/reports/verdicts.ts';
import { csvFile } from '#test/validation/csv-file.ts';
import { answeringBucket } from './answering-clients.ts';
import { OUTPUTS } from './bucket-in-memory.ts';
import { terminalIn } from './terminal-in-memory.ts';

const PAIRS = csvFile('pairs', [{}]);
const FILES = [
  { name: 'a.csv', bytes: csvFile('lesions', [{}]) },
  { name: 'b.csv', bytes: PAIRS },
  { name: 'd.csv', bytes: csvFile('patients', [{ sex: 'quux' }]) },
  { name: 'c.csv', bytes: csvFile('patients', [{}]) },
  { name: 'e.csv', bytes: new Uint8Array(0) },
];

it('drops a centre’s files in the order in which they refer to one another, each once the one before was answered', async () => {
  const happened: string[] = [];
  const s3 = answeringBucket((command, input) => {
    const { Key } = z.object({ Key: z.string() }).parse(input);
    happened.push(`${command} ${Key}`);
    if (command === 'PutObjectCommand') return { $metadata: {}, VersionId: 'v2' };
    const text = JSON.stringify({ ...reportOf(PAIRS), versionId: 'v2' });
    const Body = Object.assign(new Blob([]), {
      transformToByteArray: async () => new TextEncoder().encode(text),
      transformToString: async () => text,
      transformToWebStream: () => new ReadableStream(),
    });
    return { $metadata: {}, ETag: '"1"', Body };
  });
  const answered: string[] = [];
  const reports = await uploadAll(
    { s3, outputs: OUTPUTS },
    'rouen',
    FILES,
    terminalIn('fr').terminal,
    (report) => answered.push(report.file),
  );
  expect(happened).toEqual(
    ['c', 'd', 'b', 'a', 'e'].flatMap((name) => [
      `PutObjectCommand ${UPLOADS}rouen/${name}.csv`,
      `GetObjectCommand reports/rouen/${name}.csv.json`,
    ]),
  );
  expect(answered).toEqual(reports.map(({ file }) => file));
});
