import { INVITATIONS } from '#shared/desk/invitation.ts';
import { HEADS, PENDING, PROOF, STAGED, TOLD } from '#shared/storage/item-keys.ts';
import { ACCOUNT, type DeployedPolicies, REGION } from './deployed-policies.ts';
import type { Context, Request } from './simulation.ts';

/** A request with a name that a person reads: `s3:GetObject uploads/lyon/pairs.csv`. */
export interface NamedRequest extends Request {
  readonly name: string;
}

const RESULT = 'results/0123456789abcdef0123456789abcdef/';
const OBJECTS = [
  'uploads/lyon/pairs.csv',
  'uploads/lyon-sud/pairs.csv',
  'uploads/elsewhere/pairs.csv',
  'reports/lyon/pairs.csv.json',
  'reports/lyon/pairs.csv.annotated.csv',
  'reports/lyon-sud/pairs.csv.json',
  `${RESULT}counts.csv`,
  `${RESULT}tables.json`,
  `${RESULT}manifest.json`,
  `${RESULT}report.html`,
  'results/latest.json',
  'results/latest.html',
  'results/frozen/thesis.json',
  'erasures/2026-11-26.json',
];
const ON_OBJECTS = [
  's3:GetObject',
  's3:GetObjectVersion',
  's3:PutObject',
  's3:DeleteObject',
  's3:DeleteObjectVersion',
  's3:AbortMultipartUpload',
];
const PREFIXES = [
  '',
  'uploads/',
  'uploads/lyon/',
  'uploads/lyon-sud/',
  'reports/lyon/',
  'reports/lyon-sud/',
  RESULT,
];
const ON_BUCKET = ['s3:PutBucketPolicy', 's3:PutLifecycleConfiguration', 's3:PutBucketNotification'];
const PARTITIONS = [HEADS, 'ROWS#lyon#uploads/lyon/pairs.csv#v1', STAGED, PENDING, TOLD, PROOF, INVITATIONS];
const ON_ITEMS = [
  'GetItem',
  'Query',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'BatchGetItem',
  'BatchWriteItem',
];
const QUEUES = ['UploadQueue', 'UploadDeadLetters', 'StatisticsFailures', 'ReportFailures'];
const ON_QUEUES = [
  'SendMessage',
  'ReceiveMessage',
  'DeleteMessage',
  'ChangeMessageVisibility',
  'GetQueueAttributes',
  'GetQueueUrl',
  'PurgeQueue',
];
const FUNCTIONS = ['Ingest', 'Statistics', 'Report', 'Desk'];
const TOPICS = ['Topiclyon', 'Topiclyonsud', 'ResultsTopic', 'AlarmTopic'];
const KEYS = ['EncryptionKey', 'MailKey', 'AlarmKey'];
const ON_KEYS = [
  'Decrypt',
  'GenerateDataKey',
  'Encrypt',
  'DescribeKey',
  'PutKeyPolicy',
  'ScheduleKeyDeletion',
];
const WAYS: Readonly<Record<string, Context>> = {
  directly: {},
  ...Object.fromEntries(
    ['s3', 'dynamodb', 'sns'].map((service) => [
      `through ${service}`,
      { 'kms:ViaService': `${service}.${REGION}.amazonaws.com` },
    ]),
  ),
};
const taggedWith = (centre: string): Context => ({
  'aws:RequestTag/centre': centre,
  'aws:TagKeys': ['centre'],
});
const TAGS: Readonly<Record<string, Context>> = {
  'of nobody': {},
  'of lyon': taggedWith('lyon'),
  'of no centre of the study': taggedWith('elsewhere'),
  'of lyon, and more': { ...taggedWith('lyon'), 'aws:TagKeys': ['centre', 'role'] },
};
const LOGS = ['IngestLog', 'StatisticsLog', 'ReportLog', 'DeskLog'];

/** What may be asked of every part of the study, in every way that makes a difference. */
export function everyRequest({ arnOf }: DeployedPolicies): readonly NamedRequest[] {
  const bucket = arnOf('StudyBucket');
  const each = <Value>(values: readonly Value[], requests: (value: Value) => readonly NamedRequest[]) =>
    values.flatMap(requests);
  const request = (action: string, about: string, resource: string, context: Context = {}): NamedRequest => ({
    name: `${action} ${about}`,
    action,
    resource,
    context,
  });
  return [
    ...each(ON_OBJECTS, (action) => OBJECTS.map((key) => request(action, key, `${bucket}/${key}`))),
    ...each(['s3:ListBucket', 's3:ListBucketVersions'], (action) =>
      PREFIXES.map((prefix) => request(action, prefix || 'everything', bucket, { 's3:prefix': prefix })),
    ),
    ...ON_BUCKET.map((action) => request(action, 'the bucket', bucket)),
    ...each(ON_ITEMS, (action) =>
      PARTITIONS.map((partition) =>
        request(`dynamodb:${action}`, partition.replace(/#.*/, ''), arnOf('StudyTable'), {
          'dynamodb:LeadingKeys': [partition],
        }),
      ),
    ),
    ...['Scan', 'DeleteTable', 'UpdateTable'].map((action) =>
      request(`dynamodb:${action}`, 'the table', arnOf('StudyTable')),
    ),
    ...each(ON_QUEUES, (action) => QUEUES.map((queue) => request(`sqs:${action}`, queue, arnOf(queue)))),
    ...each(['InvokeFunction', 'UpdateFunctionCode', 'UpdateFunctionConfiguration'], (action) =>
      FUNCTIONS.map((name) => request(`lambda:${action}`, name, arnOf(name))),
    ),
    ...each(['sns:Publish', 'sns:Subscribe'], (action) =>
      TOPICS.map((topic) => request(action, topic, arnOf(topic))),
    ),
    ...each(ON_KEYS, (action) =>
      KEYS.flatMap((key) =>
        Object.entries(WAYS).map(([way, context]) =>
          request(`kms:${action}`, `${key} ${way}`, arnOf(key), context),
        ),
      ),
    ),
    ...each(['sts:AssumeRole', 'sts:TagSession'], (action) =>
      Object.entries(TAGS).map(([of, context]) =>
        request(action, `DeskCentreRole ${of}`, arnOf('DeskCentreRole'), context),
      ),
    ),
    request('sts:AssumeRole', 'DeskCoordinatorRole', arnOf('DeskCoordinatorRole')),
    request('sts:AssumeRole', 'IngestRole', arnOf('IngestRole')),
    ...LOGS.map((log) => request('logs:PutLogEvents', log, arnOf(log).replace(/\*$/, 'log-stream:today'))),
    request('cloudformation:DescribeStacks', 'the stack', STACK_ARN),
    request('cloudformation:DeleteStack', 'the stack', STACK_ARN),
  ];
}

const STACK_ARN = `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/CtMriStudy/0a1b2c3d-0000-4000-8000-000000000000`;
