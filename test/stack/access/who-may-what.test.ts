import { describe, expect, it } from 'vitest';
import { synthesise } from '#test/stack/synthesise.ts';
import { ACCOUNT, deployedPolicies, REGION } from './deployed-policies.ts';
import { everyRequest, type NamedRequest } from './requests.ts';
import { type Context, isAllowed, type Principal } from './simulation.ts';

const deployed = deployedPolicies(
  synthesise({ centres: ['lyon', 'lyon-sud'], alarmEmail: 'etude@example.org' }),
);
const { arnOf, ofPrincipals } = deployed;
const requests = everyRequest(deployed);

const role = (name: string, context: Context = {}): Principal => ({
  arn: arnOf(name),
  policy: ofPrincipals.get(name),
  context,
});
const people = (centre: string): Principal => ({
  arn: `arn:aws:iam::${ACCOUNT}:role/people-of-${centre}`,
  policy: ofPrincipals.get(`CentreAccess${centre.replaceAll('-', '')}`),
});

const ENCRYPTION_OF_ROWS = [
  'kms:DescribeKey: EncryptionKey through dynamodb',
  'kms:Encrypt: EncryptionKey through dynamodb',
];
const useOfKeys = (...keys: readonly string[]) =>
  ['kms:Decrypt', 'kms:GenerateDataKey'].map((action) => `${action}: ${keys.join(', ')}`);
const FILES = 'EncryptionKey through s3';
const ROWS = 'EncryptionKey through dynamodb';
const MAIL = 'MailKey through sns';

const ofAnyCentre = (centre: string, reports: string) => [
  `s3:GetObject: uploads/${centre}/pairs.csv, ${reports}, results/0123456789abcdef0123456789abcdef/counts.csv, results/0123456789abcdef0123456789abcdef/tables.json, ` +
    'results/0123456789abcdef0123456789abcdef/report.html, results/latest.json, results/latest.html, results/frozen/thesis.json',
  `s3:GetObjectVersion: uploads/${centre}/pairs.csv`,
  `s3:PutObject: uploads/${centre}/pairs.csv`,
  `s3:DeleteObject: uploads/${centre}/pairs.csv`,
  `s3:AbortMultipartUpload: uploads/${centre}/pairs.csv`,
  `s3:ListBucket: uploads/${centre}/, reports/${centre}/, results/0123456789abcdef0123456789abcdef/`,
  `s3:ListBucketVersions: uploads/${centre}/`,
  ...useOfKeys(FILES),
  'cloudformation:DescribeStacks: the stack',
];

const reportsOfLyon = 'reports/lyon/pairs.csv.json, reports/lyon/pairs.csv.annotated.csv';
const everyReport = `${reportsOfLyon}, reports/lyon-sud/pairs.csv.json`;
const everyUpload = 'uploads/lyon/pairs.csv, uploads/lyon-sud/pairs.csv, uploads/elsewhere/pairs.csv';
const everyResult =
  'results/0123456789abcdef0123456789abcdef/counts.csv, results/0123456789abcdef0123456789abcdef/tables.json, results/0123456789abcdef0123456789abcdef/manifest.json, results/0123456789abcdef0123456789abcdef/report.html, ' +
  'results/latest.json, results/latest.html, results/frozen/thesis.json';

/** Who there is, and everything of the list of requests that AWS carries out for each. */
const PRINCIPALS: Readonly<Record<string, { readonly who: Principal; readonly may: readonly string[] }>> = {
  ingest: {
    who: role('IngestRole'),
    may: [
      `s3:GetObject: ${everyReport}`,
      `s3:GetObjectVersion: ${everyUpload}`,
      `s3:PutObject: ${everyReport}`,
      's3:ListBucket: uploads/, uploads/lyon/, uploads/lyon-sud/, reports/lyon/, reports/lyon-sud/',
      's3:ListBucketVersions: uploads/, uploads/lyon/, uploads/lyon-sud/',
      'dynamodb:GetItem: STUDY, STAGED, TOLD',
      'dynamodb:Query: ROWS',
      'dynamodb:PutItem: STUDY, STAGED, TOLD',
      'dynamodb:UpdateItem: STAGED, PENDING, TOLD',
      'dynamodb:BatchWriteItem: ROWS',
      'sqs:ReceiveMessage: UploadQueue',
      'sqs:DeleteMessage: UploadQueue',
      'sqs:ChangeMessageVisibility: UploadQueue',
      'sqs:GetQueueAttributes: UploadQueue',
      'lambda:InvokeFunction: Statistics',
      'sns:Publish: Topiclyon, Topiclyonsud',
      ...useOfKeys(FILES, ROWS, MAIL),
      ...ENCRYPTION_OF_ROWS,
      'logs:PutLogEvents: IngestLog',
    ],
  },
  statistics: {
    who: role('StatisticsRole'),
    may: [
      `s3:GetObject: ${everyResult}`,
      's3:PutObject: results/0123456789abcdef0123456789abcdef/counts.csv, results/0123456789abcdef0123456789abcdef/tables.json, results/0123456789abcdef0123456789abcdef/manifest.json, results/latest.json',
      's3:DeleteObject: results/0123456789abcdef0123456789abcdef/counts.csv, results/0123456789abcdef0123456789abcdef/tables.json, results/0123456789abcdef0123456789abcdef/report.html',
      's3:ListBucket: results/0123456789abcdef0123456789abcdef/',
      's3:ListBucketVersions: uploads/, uploads/lyon/, uploads/lyon-sud/, reports/lyon/, reports/lyon-sud/, results/0123456789abcdef0123456789abcdef/',
      'dynamodb:GetItem: STAGED, PROOF',
      'dynamodb:Query: STUDY, ROWS, STAGED, PENDING, TOLD',
      'dynamodb:PutItem: PENDING, PROOF',
      'dynamodb:UpdateItem: STAGED, PENDING',
      'dynamodb:DeleteItem: STAGED, PENDING',
      'dynamodb:BatchWriteItem: ROWS',
      'sqs:SendMessage: UploadQueue, StatisticsFailures',
      'lambda:InvokeFunction: Statistics, Report',
      ...useOfKeys(FILES, ROWS),
      ...ENCRYPTION_OF_ROWS,
      'logs:PutLogEvents: StatisticsLog',
    ],
  },
  report: {
    who: role('ReportRole'),
    may: [
      's3:GetObject: results/0123456789abcdef0123456789abcdef/tables.json, results/0123456789abcdef0123456789abcdef/manifest.json, results/0123456789abcdef0123456789abcdef/report.html, results/latest.json, results/latest.html',
      's3:PutObject: results/0123456789abcdef0123456789abcdef/report.html, results/latest.html',
      's3:ListBucket: results/0123456789abcdef0123456789abcdef/',
      'dynamodb:GetItem: TOLD',
      'dynamodb:PutItem: TOLD',
      'dynamodb:UpdateItem: TOLD',
      'sqs:SendMessage: ReportFailures',
      'sns:Publish: ResultsTopic',
      ...useOfKeys(FILES, ROWS, MAIL),
      ...ENCRYPTION_OF_ROWS,
      'logs:PutLogEvents: ReportLog',
    ],
  },
  desk: {
    who: role('DeskRole'),
    may: [
      'dynamodb:GetItem: INVITATIONS',
      ...useOfKeys(ROWS),
      ...ENCRYPTION_OF_ROWS,
      'sts:AssumeRole: DeskCentreRole of lyon, DeskCoordinatorRole',
      // Without the other action it leads nowhere.
      'sts:TagSession: DeskCentreRole of lyon, DeskCentreRole of no centre of the study',
      'logs:PutLogEvents: DeskLog',
    ],
  },
  'the link of lyon': {
    who: role('DeskCentreRole', { 'aws:PrincipalTag/centre': 'lyon' }),
    may: [
      `s3:GetObject: ${reportsOfLyon}, results/latest.json, results/latest.html`,
      's3:GetObjectVersion: uploads/lyon/pairs.csv',
      's3:PutObject: uploads/lyon/pairs.csv',
      's3:DeleteObject: uploads/lyon/pairs.csv',
      's3:ListBucket: reports/lyon/, results/0123456789abcdef0123456789abcdef/',
      's3:ListBucketVersions: uploads/lyon/',
      ...useOfKeys(FILES),
    ],
  },
  'a link of no centre': {
    who: role('DeskCentreRole'),
    may: [
      's3:GetObject: results/latest.json, results/latest.html',
      's3:ListBucket: results/0123456789abcdef0123456789abcdef/',
      ...useOfKeys(FILES),
    ],
  },
  'the link of a coordinator': {
    who: role('DeskCoordinatorRole'),
    may: [
      `s3:GetObject: reports/lyon/pairs.csv.json, reports/lyon-sud/pairs.csv.json, ${everyResult}`,
      's3:PutObject: results/frozen/thesis.json',
      's3:ListBucket: reports/lyon/, reports/lyon-sud/, results/0123456789abcdef0123456789abcdef/',
      's3:ListBucketVersions: uploads/, uploads/lyon/, uploads/lyon-sud/',
      'dynamodb:Query: STUDY',
      ...useOfKeys(FILES, ROWS),
      ...ENCRYPTION_OF_ROWS,
    ],
  },
  'the people of lyon': { who: people('lyon'), may: ofAnyCentre('lyon', reportsOfLyon) },
  'the people of lyon-sud': {
    who: people('lyon-sud'),
    may: ofAnyCentre('lyon-sud', 'reports/lyon-sud/pairs.csv.json'),
  },
  'a colleague without a policy': { who: { arn: `arn:aws:iam::${ACCOUNT}:role/somebody` }, may: [] },
  'another account': { who: { arn: 'arn:aws:iam::222222222222:role/somebody' }, may: [] },
  'somebody without credentials': { who: { arn: null }, may: [] },
  'S3 of nothing in particular': { who: { arn: 's3.amazonaws.com' }, may: [] },
};

describe.each(Object.entries(PRINCIPALS))('%s', (_name, { who, may }) => {
  it('may do this of everything that can be asked of the study, and files and messages only over TLS', async () => {
    const allowed: NamedRequest[] = [];
    for (const request of requests) if (await isAllowed(deployed, who, request)) allowed.push(request);
    const byAction = Map.groupBy(allowed, ({ action }) => action);
    const lines = [...byAction].map(([action, those]) => {
      return `${action}: ${those.map(({ name }) => name.slice(action.length + 1)).join(', ')}`;
    });
    expect(lines.toSorted()).toEqual(may.toSorted());

    const toStorage = allowed.filter(({ action }) => /^(s3|sqs|sns):/.test(action));
    for (const request of toStorage) {
      const inTheOpen = { ...request.context, 'aws:SecureTransport': 'false' };
      const isTaken = await isAllowed(deployed, who, { ...request, context: inTheOpen });
      expect([request.name, isTaken]).toEqual([request.name, false]);
    }
  });
});

describe('a centre', () => {
  const put = { action: 's3:PutObject', resource: `${arnOf('StudyBucket')}/uploads/lyon/pairs.csv` };
  it.each<[string, Context, boolean]>([
    ['says nothing of how its file is kept', {}, true],
    [
      'says what the bucket does by itself',
      { 's3:x-amz-storage-class': 'STANDARD', 's3:x-amz-server-side-encryption': 'aws:kms' },
      true,
    ],
    [
      'names the key of the study',
      { 's3:x-amz-server-side-encryption-aws-kms-key-id': arnOf('EncryptionKey') },
      true,
    ],
    ['sends to the archives', { 's3:x-amz-storage-class': 'GLACIER' }, false],
    ['sends under its own key', { 's3:x-amz-server-side-encryption-customer-algorithm': 'AES256' }, false],
    ['sends under the key of S3', { 's3:x-amz-server-side-encryption': 'AES256' }, false],
    ['names another key', { 's3:x-amz-server-side-encryption-aws-kms-key-id': arnOf('MailKey') }, false],
    ['sends over TLS 1.1', { 's3:TlsVersion': '1.1' }, false],
  ])('that %s', async (_title, context, isTaken) => {
    for (const who of [people('lyon'), role('DeskCentreRole', { 'aws:PrincipalTag/centre': 'lyon' })]) {
      expect(await isAllowed(deployed, who, { ...put, context })).toBe(isTaken);
    }
  });
});

/** A service that acts for something, which it names. */
const service = (name: string, SourceArn: string, SourceAccount = ACCOUNT): Principal => ({
  arn: `${name}.amazonaws.com`,
  context: { 'aws:SourceArn': SourceArn, 'aws:SourceAccount': SourceAccount },
});
const alarmOf = (account: string, name: string) => `arn:aws:cloudwatch:${REGION}:${account}:alarm:${name}`;
const elsewhere = '222222222222';

describe('a service of AWS', () => {
  it.each<[string, Principal, string, string, boolean]>([
    ['S3 announces an upload', service('s3', arnOf('StudyBucket')), 'sqs:SendMessage', 'UploadQueue', true],
    ['S3 of another bucket', service('s3', 'arn:aws:s3:::other'), 'sqs:SendMessage', 'UploadQueue', false],
    [
      'S3 of another account',
      service('s3', arnOf('StudyBucket'), elsewhere),
      'sqs:SendMessage',
      'UploadQueue',
      false,
    ],
    [
      'S3 to another queue',
      service('s3', arnOf('StudyBucket')),
      'sqs:SendMessage',
      'UploadDeadLetters',
      false,
    ],
    ['S3 reads the queue', service('s3', arnOf('StudyBucket')), 'sqs:ReceiveMessage', 'UploadQueue', false],
    [
      'EventBridge at night',
      service('events', arnOf('NightlySchedule')),
      'lambda:InvokeFunction',
      'Statistics',
      true,
    ],
    [
      'EventBridge, deployed',
      service('events', arnOf('AfterDeployment')),
      'lambda:InvokeFunction',
      'Statistics',
      true,
    ],
    [
      'EventBridge by the hour',
      service('events', arnOf('HourlyReport')),
      'lambda:InvokeFunction',
      'Report',
      true,
    ],
    [
      'EventBridge, another rule',
      service('events', arnOf('HourlyReport')),
      'lambda:InvokeFunction',
      'Statistics',
      false,
    ],
    [
      'EventBridge asks ingest',
      service('events', arnOf('NightlySchedule')),
      'lambda:InvokeFunction',
      'Ingest',
      false,
    ],
    [
      'a night that failed',
      service('events', arnOf('NightlySchedule')),
      'sqs:SendMessage',
      'StatisticsFailures',
      true,
    ],
    [
      'an hour that failed',
      service('events', arnOf('HourlyReport')),
      'sqs:SendMessage',
      'ReportFailures',
      true,
    ],
    [
      'a failure elsewhere',
      service('events', arnOf('HourlyReport')),
      'sqs:SendMessage',
      'StatisticsFailures',
      false,
    ],
    ['an alarm', service('cloudwatch', arnOf('UploadWaits')), 'sns:Publish', 'AlarmTopic', true],
    ['its key', service('cloudwatch', arnOf('UploadWaits')), 'kms:GenerateDataKey', 'AlarmKey', true],
    ['its key to read', service('cloudwatch', arnOf('UploadWaits')), 'kms:Decrypt', 'AlarmKey', true],
    [
      'an alarm of other things',
      service('cloudwatch', alarmOf(ACCOUNT, 'Other-1')),
      'sns:Publish',
      'AlarmTopic',
      false,
    ],
    [
      'an alarm that is only called like ours',
      service('cloudwatch', arnOf('UploadWaits'), elsewhere),
      'sns:Publish',
      'AlarmTopic',
      false,
    ],
    [
      'an alarm of another account',
      service('cloudwatch', alarmOf(elsewhere, 'CtMriStudy-X'), elsewhere),
      'sns:Publish',
      'AlarmTopic',
      false,
    ],
    [
      'its key for another account',
      service('cloudwatch', alarmOf(elsewhere, 'CtMriStudy-X'), elsewhere),
      'kms:Decrypt',
      'AlarmKey',
      false,
    ],
    [
      'an alarm with the patients’ key',
      service('cloudwatch', arnOf('UploadWaits')),
      'kms:Decrypt',
      'EncryptionKey',
      false,
    ],
    [
      'an alarm with the centres’ key',
      service('cloudwatch', arnOf('UploadWaits')),
      'kms:Decrypt',
      'MailKey',
      false,
    ],
    ['an alarm to a centre', service('cloudwatch', arnOf('UploadWaits')), 'sns:Publish', 'Topiclyon', false],
  ])('%s', async (_title, who, action, construct, allowed) => {
    expect(await isAllowed(deployed, who, { action, resource: arnOf(construct) })).toBe(allowed);
  });
});

describe('somebody without credentials', () => {
  const may = (action: string, construct: string, context: Context) =>
    isAllowed(deployed, { arn: null }, { action, resource: arnOf(construct), context });
  it('may open the desk by its address, and nothing else by no other way', async () => {
    const byAddress = { 'lambda:FunctionUrlAuthType': 'NONE' };
    expect(await may('lambda:InvokeFunctionUrl', 'Desk', byAddress)).toBe(true);
    expect(await may('lambda:InvokeFunctionUrl', 'Desk', { 'lambda:FunctionUrlAuthType': 'AWS_IAM' })).toBe(
      false,
    );
    for (const other of ['Ingest', 'Statistics', 'Report']) {
      expect(await may('lambda:InvokeFunctionUrl', other, byAddress)).toBe(false);
    }
  });
});
