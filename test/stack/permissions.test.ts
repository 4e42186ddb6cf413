import { describe, expect, it } from 'vitest';
import { ROWS } from '#cdk/stack/permissions.ts';
import { filesOfReport } from '#shared/result-report/report-files.ts';
import { MANIFEST_FILE, resultFolder } from '#shared/storage/bucket-keys.ts';
import { HEADS, PENDING, rowsPartition, STAGED } from '#shared/storage/item-keys.ts';
import { sampleResult } from '#test/result-report/files/sample-result.ts';
import { inWords, statementsOf } from './statements.ts';
import { propertiesOf, synthesise } from './synthesise.ts';

const study = synthesise({ centres: 'rouen,caen', alarmEmail: 'etude@example.org' });
const roleStatements = (role: string) =>
  statementsOf({ Properties: propertiesOf(study, 'AWS::IAM::Policy', `${role}RoleDefaultPolicy`) }).map(
    inWords,
  );

const leadingKeys = 'if ForAllValues:StringLike dynamodb:LeadingKeys';
const useOfTheKey = [
  'Allow kms:Decrypt kms:GenerateDataKey on EncryptionKey if StringEquals kms:ViaService s3.AWS::Region.AWS::URLSuffix',
  'Allow kms:Decrypt kms:DescribeKey kms:Encrypt kms:GenerateDataKey kms:GenerateDataKeyWithoutPlaintext kms:ReEncryptFrom ' +
    'kms:ReEncryptTo on EncryptionKey if StringEquals kms:ViaService dynamodb.AWS::Region.AWS::URLSuffix',
];

describe('permissions', () => {
  it('let ingest do this and nothing else', () => {
    expect(roleStatements('Ingest').toSorted()).toEqual(
      [
        'Allow logs:CreateLogStream logs:PutLogEvents on IngestLog',
        'Allow s3:GetObjectVersion on StudyBucket/uploads/*',
        'Allow s3:ListBucketVersions on StudyBucket if StringLike s3:prefix uploads/*',
        'Allow s3:GetObject s3:PutObject on StudyBucket/reports/*',
        'Allow s3:ListBucket on StudyBucket if StringLike s3:prefix uploads/* reports/*',
        `Allow dynamodb:GetItem dynamodb:PutItem on StudyTable ${leadingKeys} ${HEADS} ${STAGED}`,
        `Allow dynamodb:UpdateItem on StudyTable ${leadingKeys} ${STAGED} ${PENDING}`,
        `Allow dynamodb:BatchWriteItem dynamodb:Query on StudyTable ${leadingKeys} ${ROWS}`,
        'Allow lambda:InvokeFunction on Statistics',
        'Allow sqs:ChangeMessageVisibility sqs:DeleteMessage sqs:GetQueueAttributes sqs:GetQueueUrl sqs:ReceiveMessage on UploadQueue',
        ...useOfTheKey,
      ].toSorted(),
    );
  });

  it('let statistics do this and nothing else', () => {
    expect(roleStatements('Statistics').toSorted()).toEqual(
      [
        'Allow logs:CreateLogStream logs:PutLogEvents on StatisticsLog',
        'Allow s3:ListBucketVersions on StudyBucket if StringLike s3:prefix uploads/*',
        'Allow s3:ListBucket on StudyBucket if StringLike s3:prefix results/*',
        'Allow s3:GetObject s3:PutObject on StudyBucket/results/*',
        `Allow dynamodb:Query on StudyTable ${leadingKeys} ${HEADS} ${ROWS} ${STAGED} ${PENDING}`,
        `Allow dynamodb:DeleteItem dynamodb:PutItem dynamodb:UpdateItem on StudyTable ${leadingKeys} ${PENDING}`,
        `Allow dynamodb:DeleteItem dynamodb:GetItem dynamodb:UpdateItem on StudyTable ${leadingKeys} ${STAGED}`,
        `Allow dynamodb:BatchWriteItem on StudyTable ${leadingKeys} ${ROWS}`,
        'Allow sqs:SendMessage on UploadQueue',
        'Allow lambda:InvokeFunction on Report',
        'Allow sqs:GetQueueAttributes sqs:GetQueueUrl sqs:SendMessage on StatisticsFailures',
        ...useOfTheKey,
      ].toSorted(),
    );
  });

  it('let the report do this and nothing else: no table, no upload, and of a result none of its tables to write', () => {
    const made = ['*.fr.csv', 'CITATION.cff', 'datapackage.json', 'figures/*', 'report.html', 'reproduce.R'];
    const report = [...made.map((name) => `results/*/${name}`), 'results/latest.html'];
    const inBucket = (keys: readonly string[]) => keys.map((key) => `StudyBucket/${key}`).join(' ');
    expect(roleStatements('Report').toSorted()).toEqual(
      [
        'Allow logs:CreateLogStream logs:PutLogEvents on ReportLog',
        `Allow s3:GetObject on ${inBucket(['results/*/manifest.json', 'results/*/tables.json', 'results/latest.json'])}`,
        `Allow s3:GetObject s3:PutObject on ${inBucket(report)}`,
        'Allow s3:ListBucket on StudyBucket if StringLike s3:prefix results/*',
        'Allow sqs:GetQueueAttributes sqs:GetQueueUrl sqs:SendMessage on ReportFailures',
        useOfTheKey[0] ?? '',
      ].toSorted(),
    );
  });

  it('let the report write each of the files that a report consists of, and no table of the result', async () => {
    const { files: tables, result } = await sampleResult('thesis');
    const patterns = statementsOf({
      Properties: propertiesOf(study, 'AWS::IAM::Policy', 'ReportRoleDefaultPolicy'),
    })
      .filter(({ actions }) => actions.includes('s3:PutObject'))
      .flatMap(({ resources }) => resources)
      .map((resource) => new RegExp(`^${resource.replaceAll('.', '\\.').replaceAll('*', '.*')}$`));
    const mayWrite = (name: string) =>
      patterns.some((pattern) => pattern.test(`StudyBucket/${resultFolder(result.manifest.id)}${name}`));
    const made = [...filesOfReport(result).keys()];
    expect(made.length).toBeGreaterThan(20);
    expect(made.filter((name) => !mayWrite(name))).toEqual([]);
    expect([...tables.keys(), MANIFEST_FILE].filter(mayWrite)).toEqual([]);
  });

  it('name the partitions that the functions really write', () => {
    const partition = rowsPartition({
      centre: 'rouen',
      key: 'uploads/rouen/pairs.csv',
      versionId: 'v1',
      generation: 'g',
    });
    const [start] = ROWS.split('*');
    expect(ROWS).toMatch(/^[^*]+\*$/);
    expect(partition.startsWith(start ?? partition)).toBe(true);
    for (const other of [HEADS, STAGED, PENDING]) expect(other.startsWith(start ?? '')).toBe(false);
  });

  it('allow nothing by a lone *, but the account to manage its own key', () => {
    const allowed = [...study.resources.values()]
      .flatMap(statementsOf)
      .filter(({ effect }) => effect === 'Allow');
    const everything = allowed.filter(
      ({ actions, resources }) => actions.some((action) => action.includes('*')) || resources.includes('*'),
    );
    expect(allowed.length).toBeGreaterThan(30);
    expect(everything.map(inWords)).toEqual([
      'Allow kms:* on *',
      // In a key's policy the resource `*` is the key itself; here for the alarms that CloudWatch sends.
      'Allow kms:Decrypt kms:GenerateDataKey* on *',
    ]);
  });

  it('come from no managed policy of AWS', () => {
    for (const role of ['IngestRole', 'StatisticsRole', 'ReportRole']) {
      expect(propertiesOf(study, 'AWS::IAM::Role', role)).not.toHaveProperty('ManagedPolicyArns');
    }
  });
});
