import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudFormationClient, DescribeStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  type KeySchemaElement,
  ListTablesCommand,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { STACK_NAME } from '#cdk/stack-outputs.ts';
import { documentClient } from '#functions/clients.ts';
import { parseJson } from '#shared/json.ts';
import { atRest } from './at-rest.ts';
import { ctmri } from './ctmri.ts';
import { drop, eventually, outputs, type Published, published, publishedFrom } from './deployed-study.ts';
import { functionLogs } from './function-logs.ts';
import { COHORT, COMMAND } from './local-computation.ts';
import { type Typed, typeBlock } from './operations-page.ts';
import { emptyStudy } from './study-bucket.ts';
import { allItems, deleteItems, readHeads } from './study-table.ts';

const database = documentClient();
/** The page's copy of the table. */
const COPY = 'ctmri-copie';
const KEYS: KeySchemaElement[] = [
  { AttributeName: 'pk', KeyType: 'HASH' },
  { AttributeName: 'sk', KeyType: 'RANGE' },
];
const KEY = 'uploads/rouen/pairs.csv';
const failedLine = z.looseObject({ event: z.literal('run'), outcome: z.literal('failed') });
const IN_OUR_FILES = expect.stringMatching(/^functions\/[\w/-]+\.ts:\d+$/);
const uploadLine = z.object({ event: z.literal('upload'), key: z.literal(KEY), outcome: z.string() });

let before: Published;
const folder = mkdtempSync(join(tmpdir(), 'ctmri-operator-'));

beforeAll(async () => {
  await emptyStudy();
  const reports = ['patients.csv', 'pairs.csv'].map((name) =>
    drop('rouen', name, readFileSync(join(COHORT, 'rouen', name))),
  );
  before = await publishedFrom(await Promise.all(reports));
  await atRest();
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await emptyStudy();
});

const isDone = ({ exitCode, shown }: Typed) => expect(exitCode, shown).toBe(0);

const unchangedTimes = async (): Promise<number> =>
  (await functionLogs(outputs.IngestFunctionName)).filter(
    (line) => uploadLine.safeParse(parseJson(line)).data?.outcome === 'unchanged',
  ).length;

const links = async () => (await allItems()).filter(({ pk }) => pk === 'INVITATIONS');

it('replays one file', async () => {
  const times = await unchangedTimes();
  isDone(await typeBlock('Rejouer un fichier'));
  await eventually('that nothing was to do', async () =>
    (await unchangedTimes()) > times ? true : undefined,
  );
});

it('makes a head again', async () => {
  isDone(await typeBlock("Refaire la fiche d'un centre"));
  expect((await readHeads()).map(({ centre }) => centre)).toContain('rouen');
  expect(await published()).toEqual(before);
});

it('brings links back from a copy of the table, and nothing else, and deletes the copy', async () => {
  await ctmri('invite', 'rouen', '--name', 'Dr "O\\Martin" É');
  const made = await links();
  expect(made).toHaveLength(1);
  await database.send(
    new CreateTableCommand({
      TableName: COPY,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: KEYS,
    }),
  );
  for (const Item of [...made, { pk: 'ROWS#of-then', sk: '1' }]) {
    await database.send(new PutCommand({ TableName: COPY, Item }));
  }
  await deleteItems(made);
  const typed = await typeBlock('Restaurer la table', 0);
  isDone(typed);
  expect(typed.shown).toContain('Martin');
  expect(await links()).toEqual(made);
  expect((await allItems()).map(({ pk }) => pk)).not.toContain('ROWS#of-then');
  expect((await database.send(new ListTablesCommand({}))).TableNames).not.toContain(COPY);
});

it('makes the table from nothing, after which the result is the same', async () => {
  const TableName = outputs.TableName;
  const table = async () => (await database.send(new DescribeTableCommand({ TableName }))).Table;
  const { StackResources = [] } = await new CloudFormationClient({}).send(
    new DescribeStackResourcesCommand({ StackName: STACK_NAME }),
  );
  const key = StackResources.find(({ LogicalResourceId }) =>
    /^EncryptionKey[0-9A-F]{8}$/.test(LogicalResourceId ?? ''),
  );
  await database.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: false }));
  await database.send(new DeleteTableCommand({ TableName }));
  for (const command of ['status', 'recompute']) {
    const { exitCode, reported } = await ctmri(command);
    expect([exitCode, reported]).toEqual([3, expect.stringContaining('docs/OPERATIONS.md')]);
  }
  const failed = (await functionLogs(outputs.StatisticsFunctionName)).flatMap(
    (line) => failedLine.safeParse(parseJson(line)).data ?? [],
  );
  expect(failed.at(-1)).toMatchObject({ error: 'ResourceNotFoundException', at: IN_OUR_FILES });
  isDone(await typeBlock('Restaurer la table', 1));
  expect(await published()).toEqual(before);
  expect(await table()).toMatchObject({
    KeySchema: KEYS,
    SSEDescription: { KMSMasterKeyArn: expect.stringContaining(key?.PhysicalResourceId ?? 'no key') },
    DeletionProtectionEnabled: true,
  });
});

it('moves the study to another stack, where its figures are the same', async ({ skip }) => {
  if (spawnSync('jq', ['--version']).status !== 0) skip('jq is not installed');
  // The commands write beside the project's package.json; here, beside one of the test's own.
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts: { ctmri: `node ${COMMAND}` } }));
  isDone(await typeBlock('Passer à une autre pile', 0, folder));
  await emptyStudy();
  const { shown } = await typeBlock('Passer à une autre pile', 1, folder);
  expect(readdirSync(join(folder, 'nouvelle'))).toEqual(readdirSync(join(folder, 'ancienne')));
  const after = await published();
  expect(after?.tables.size).toBeGreaterThan(20);
  for (const [name, text] of before.tables) {
    expect(after?.tables.get(name)?.replaceAll(after.manifest.id, before.manifest.id), shown).toBe(text);
  }
  expect(after?.manifest.inputs).toHaveLength(before.manifest.inputs.length);
});
