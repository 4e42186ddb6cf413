import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { PROJECT } from '#cdk/fingerprint.ts';
import { synthesise } from '#test/stack/synthesise.ts';
import { deployedPolicies } from './deployed-policies.ts';

const READS = ['s3:GetObject', 's3:GetObjectVersion'];
const STORES = ['s3:PutObject'];

/**
 * What AWS asks for each call; where it is one of several, of which version is read decides.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const CALLS: Readonly<Record<string, readonly string[]>> = {
  GetObjectCommand: READS,
  HeadObjectCommand: READS,
  PutObjectCommand: STORES,
  createPresignedPost: STORES,
  DeleteObjectCommand: ['s3:DeleteObject'],
  paginateListObjectsV2: ['s3:ListBucket'],
  ListObjectVersionsCommand: ['s3:ListBucketVersions'],
  GetCommand: ['dynamodb:GetItem'],
  paginateQuery: ['dynamodb:Query'],
  PutCommand: ['dynamodb:PutItem'],
  UpdateCommand: ['dynamodb:UpdateItem'],
  DeleteCommand: ['dynamodb:DeleteItem'],
  BatchWriteCommand: ['dynamodb:BatchWriteItem'],
  InvokeCommand: ['lambda:InvokeFunction'],
  SendMessageCommand: ['sqs:SendMessage'],
  ChangeMessageVisibilityCommand: ['sqs:ChangeMessageVisibility'],
  PublishCommand: ['sns:Publish'],
  AssumeRoleCommand: ['sts:AssumeRole'],
};

const TO_WRITE_THE_LOG = ['logs:CreateLogStream', 'logs:PutLogEvents'];
/** S3, SNS and DynamoDB use the keys in the name of whoever asks them. */
const KEYS = [
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];
/** S3 says that an object is not there only to whoever may list. */
const TO_BE_TOLD_OF_NOTHING = ['s3:ListBucket'];
/** By these Lambda takes messages for ingest. */
const TO_TAKE_MESSAGES = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
/** Where Lambda keeps the requests that failed for good. */
const TO_KEEP_FAILURES = ['sqs:SendMessage'];
const OF_ALL = [...TO_WRITE_THE_LOG, ...KEYS, ...TO_BE_TOLD_OF_NOTHING];

const deployed = deployedPolicies(synthesise({ centres: 'rouen' }));
const actionsSchema = z.preprocess((given) => (Array.isArray(given) ? given : [given]), z.array(z.string()));
const allowedTo = (roles: readonly string[]): readonly string[] =>
  roles
    .flatMap((role) => deployed.ofPrincipals.get(role)?.Statement ?? [])
    .flatMap(({ Effect, Action }) => (Effect === 'Allow' ? actionsSchema.parse(Action) : []));

/** The function's own code, with every call that is left once what it does not use is shaken off. */
function codeOf(entry: string): string {
  const [output] = buildSync({
    absWorkingDir: PROJECT,
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  }).outputFiles;
  return output?.text ?? '';
}

const FROM_THE_SDK = /^import \{([^}]+)\} from "@aws-sdk\/.+$/gm;
/** What makes no request by itself, or is thrown. */
const NO_CALL = /(Client|Exception|^InvalidObjectState|^NoSuchKey|^NotFound|^getSignedUrl)$/;

/** What of the SDK's the code still uses, as far as it asks AWS for something. */
function callsIn(code: string): readonly string[] {
  const own = code.replaceAll(FROM_THE_SDK, '');
  const imported = [...code.matchAll(FROM_THE_SDK)].flatMap(([, names = '']) => names.split(','));
  const used = imported.flatMap((name) => {
    const [original = '', renamed = original] = name.trim().split(' as ');
    return new RegExp(`\\b${renamed}\\b`).test(own) && !NO_CALL.test(original) ? [original] : [];
  });
  return [...new Set(used)].toSorted();
}

describe.each([
  ['ingest', ['IngestRole'], TO_TAKE_MESSAGES],
  ['statistics', ['StatisticsRole'], TO_KEEP_FAILURES],
  ['report', ['ReportRole'], TO_KEEP_FAILURES],
  // What a link asks for, the desk asks for with the link's role.
  ['desk', ['DeskRole', 'DeskCentreRole', 'DeskCoordinatorRole'], ['sts:TagSession']],
])('each call of AWS that %s makes', (name, roles, besides) => {
  const calls = callsIn(codeOf(`functions/${name}/handler.ts`));
  const allowed = allowedTo(roles);

  it('is known', () => {
    expect(calls.length).toBeGreaterThan(3);
    expect(calls.filter((call) => CALLS[call] === undefined)).toEqual([]);
  });

  it('is allowed to its role', () => {
    const refused = calls.filter((call) => !CALLS[call]?.some((action) => allowed.includes(action)));
    expect(refused).toEqual([]);
  });

  it('is all that its role is allowed, beside what AWS does in its name', () => {
    const used = new Set([...calls.flatMap((call) => CALLS[call] ?? []), ...OF_ALL, ...besides]);
    expect(allowed.length).toBeGreaterThan(0);
    expect(allowed.filter((action) => !used.has(action))).toEqual([]);
  });
});
