import { describe, expect, it } from 'vitest';
import { ROWS } from '#cdk/stack/permissions.ts';
import { INVITATIONS } from '#shared/desk/invitation.ts';
import { filesOfReport } from '#shared/result-report/report-files.ts';
import { MANIFEST_FILE, resultFolder } from '#shared/storage/bucket-keys.ts';
import { HEADS, PENDING, PROOF, rowsPartition, STAGED, TOLD } from '#shared/storage/item-keys.ts';
import { sampleResult } from '#test/result-report/files/sample-result.ts';
import { inWords, patternOf, statementsOf } from './statements.ts';
import { propertiesOf, readable, synthesise } from './synthesise.ts';

const study = synthesise({ centres: 'rouen,caen', alarmEmail: 'etude@example.org' });
const roleStatements = (role: string) =>
  statementsOf({ Properties: propertiesOf(study, 'AWS::IAM::Policy', `${role}RoleDefaultPolicy`) }).map(
    inWords,
  );

const inBucket = (keys: readonly string[]) => keys.map((key) => `StudyBucket/${key}`).join(' ');
const leadingKeys = 'if ForAllValues:StringLike dynamodb:LeadingKeys';
/** To publish on these topics, with their own key. */
const mayTell = (topics: string) => [
  `Allow sns:Publish on arn:AWS::Partition:sns:AWS::Region:AWS::AccountId:CtMriStudy-${topics}`,
  'Allow kms:Decrypt kms:GenerateDataKey on MailKey if StringEquals kms:ViaService sns.AWS::Region.AWS::URLSuffix',
];
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
        `Allow dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem on StudyTable ${leadingKeys} ${TOLD}`,
        `Allow dynamodb:BatchWriteItem dynamodb:Query on StudyTable ${leadingKeys} ${ROWS}`,
        'Allow lambda:InvokeFunction on Statistics',
        'Allow sqs:ChangeMessageVisibility sqs:DeleteMessage sqs:GetQueueAttributes sqs:ReceiveMessage on UploadQueue',
        ...mayTell('Verdicts-*'),
        ...useOfTheKey,
      ].toSorted(),
    );
  });

  it('let statistics do this and nothing else', () => {
    expect(roleStatements('Statistics').toSorted()).toEqual(
      [
        'Allow logs:CreateLogStream logs:PutLogEvents on StatisticsLog',
        'Allow s3:ListBucketVersions on StudyBucket if StringLike s3:prefix uploads/* reports/* results/*',
        'Allow s3:ListBucket on StudyBucket if StringLike s3:prefix results/*',
        'Allow s3:GetObject on StudyBucket/results/*',
        `Allow s3:PutObject on ${inBucket(['results/*/*.csv', 'results/*/manifest.json', 'results/*/tables.json', 'results/latest.json'])}`,
        `Allow s3:DeleteObject on StudyBucket/results/${'?'.repeat(32)}/*`,
        'Deny s3:DeleteObject on StudyBucket/results/*/manifest.json',
        `Allow dynamodb:Query on StudyTable ${leadingKeys} ${HEADS} ${ROWS} ${STAGED} ${PENDING} ${TOLD}`,
        `Allow dynamodb:DeleteItem dynamodb:PutItem dynamodb:UpdateItem on StudyTable ${leadingKeys} ${PENDING}`,
        `Allow dynamodb:DeleteItem dynamodb:GetItem dynamodb:UpdateItem on StudyTable ${leadingKeys} ${STAGED}`,
        `Allow dynamodb:GetItem dynamodb:PutItem on StudyTable ${leadingKeys} ${PROOF}`,
        `Allow dynamodb:BatchWriteItem on StudyTable ${leadingKeys} ${ROWS}`,
        'Allow sqs:SendMessage on StatisticsFailures UploadQueue',
        'Allow lambda:InvokeFunction on Report arn:AWS::Partition:lambda:AWS::Region:AWS::AccountId:function:AWS::StackName-Statistics',
        ...useOfTheKey,
      ].toSorted(),
    );
  });

  it('let the report do this and nothing else: no row, no upload, and of a result none of its tables to write', () => {
    const made = ['*.fr.csv', 'CITATION.cff', 'datapackage.json', 'figures/*', 'report.html', 'reproduce.R'];
    const report = [...made.map((name) => `results/*/${name}`), 'results/latest.html'];
    expect(roleStatements('Report').toSorted()).toEqual(
      [
        'Allow logs:CreateLogStream logs:PutLogEvents on ReportLog',
        `Allow s3:GetObject on ${inBucket(['results/*/manifest.json', 'results/*/tables.json', 'results/latest.json'])}`,
        `Allow s3:GetObject s3:PutObject on ${inBucket(report)}`,
        'Allow s3:ListBucket on StudyBucket if StringLike s3:prefix results/*',
        'Allow sqs:SendMessage on ReportFailures',
        `Allow dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem on StudyTable ${leadingKeys} ${TOLD}`,
        ...mayTell('Results'),
        ...useOfTheKey,
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
      .map(patternOf);
    const mayWrite = (name: string) =>
      patterns.some((pattern) => pattern.test(`StudyBucket/${resultFolder(result.manifest.id)}${name}`));
    const made = [...filesOfReport(result).keys()];
    expect(made.length).toBeGreaterThan(20);
    expect(made.filter((name) => !mayWrite(name))).toEqual([]);
    expect([...tables.keys(), MANIFEST_FILE].filter(mayWrite)).toEqual([]);
  });

  it('let the desk look one invitation up, take on the roles of links, and nothing else: no file and no list', () => {
    expect(roleStatements('Desk').toSorted()).toEqual(
      [
        'Allow logs:CreateLogStream logs:PutLogEvents on DeskLog',
        `Allow dynamodb:GetItem on StudyTable ${leadingKeys} ${INVITATIONS}`,
        'Allow sts:AssumeRole sts:TagSession on DeskCentreRole DeskCoordinatorRole',
        'Deny sts:AssumeRole on DeskCentreRole if StringNotEquals aws:RequestTag/centre rouen caen',
        useOfTheKey[1],
      ].toSorted(),
    );
  });

  it('let the link of a centre reach what is under the centre’s own name, and of the results the latest page', () => {
    // AWS puts the centre there that the session is tagged with.
    const own = `\${aws:PrincipalTag/centre}`;
    expect(roleStatements('DeskCentre').toSorted()).toEqual(
      [
        `Allow s3:DeleteObject s3:GetObjectVersion s3:PutObject on StudyBucket/uploads/${own}/*`,
        `Allow s3:GetObject on StudyBucket/reports/${own}/* StudyBucket/results/latest.html StudyBucket/results/latest.json`,
        `Allow s3:ListBucketVersions on StudyBucket if StringLike s3:prefix uploads/${own}/*`,
        `Allow s3:ListBucket on StudyBucket if StringLike s3:prefix reports/${own}/* results/*`,
        useOfTheKey[0],
      ].toSorted(),
    );
  });

  it('let the link of a coordinator see how files stand, read results and freeze them: no row, no file of anybody', () => {
    expect(roleStatements('DeskCoordinator').toSorted()).toEqual(
      [
        `Allow dynamodb:Query on StudyTable ${leadingKeys} ${HEADS}`,
        'Allow s3:ListBucketVersions on StudyBucket if StringLike s3:prefix uploads/*',
        'Allow s3:ListBucket on StudyBucket if StringLike s3:prefix reports/* results/*',
        'Allow s3:GetObject on StudyBucket/reports/*.json StudyBucket/results/*',
        'Allow s3:PutObject on StudyBucket/results/frozen/*',
        ...useOfTheKey,
      ].toSorted(),
    );
  });

  it('let nobody but the desk take on the roles of links, and that of a centre only with the tag of one of the study', () => {
    const takingOn = (role: string) => {
      const { AssumeRolePolicyDocument } = propertiesOf(study, 'AWS::IAM::Role', role);
      return statementsOf({ Properties: { PolicyDocument: AssumeRolePolicyDocument } });
    };
    const desk = { AWS: { 'Fn::GetAtt': [expect.stringMatching(/^DeskRole[0-9A-F]{8}$/), 'Arn'] } };
    const [centre, ...others] = takingOn('DeskCentreRole');
    expect(others).toEqual([]);
    expect(centre?.actions.toSorted()).toEqual(['sts:AssumeRole', 'sts:TagSession']);
    expect(JSON.parse(centre?.principal ?? '')).toEqual(desk);
    expect(centre?.conditions.toSorted()).toEqual([
      'ForAllValues:StringEquals aws:TagKeys centre',
      'StringLike aws:RequestTag/centre ?*',
    ]);
    const [coordinator, ...more] = takingOn('DeskCoordinatorRole');
    expect(more).toEqual([]);
    expect(coordinator?.actions).toEqual(['sts:AssumeRole']);
    expect(JSON.parse(coordinator?.principal ?? '')).toEqual(desk);
  });

  it('let anybody ask the desk, and nothing else of the study', () => {
    const open = [...study.resources.values()].filter(
      ({ Type, Properties }) => Type === 'AWS::Lambda::Permission' && Properties['Principal'] === '*',
    );
    expect(open.map(({ Properties }) => readable(Properties['FunctionName']))).toEqual(
      open.map(() => 'Desk'),
    );
    expect(open.map(({ Properties }) => Properties['Action']).toSorted()).toEqual([
      'lambda:InvokeFunction',
      'lambda:InvokeFunctionUrl',
    ]);
    for (const { Properties } of open) {
      expect(Properties).toMatchObject(
        Properties['Action'] === 'lambda:InvokeFunctionUrl'
          ? { FunctionUrlAuthType: 'NONE' }
          : { InvokedViaFunctionUrl: true },
      );
    }
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
    for (const other of [HEADS, STAGED, PENDING, TOLD]) expect(other.startsWith(start ?? '')).toBe(false);
  });

  it('allow nothing by a lone *, but the account to manage its own keys', () => {
    const allowed = [...study.resources.values()]
      .flatMap(statementsOf)
      .filter(({ effect }) => effect === 'Allow');
    const everything = allowed.filter(
      ({ actions, resources }) => actions.some((action) => action.includes('*')) || resources.includes('*'),
    );
    expect(allowed.length).toBeGreaterThan(30);
    expect(everything.map(inWords)).toEqual([
      // In a key's policy the resource `*` is the key itself.
      'Allow kms:* on *',
      'Allow kms:* on *',
      'Allow kms:* on *',
      expect.stringMatching(/^Allow kms:Decrypt kms:GenerateDataKey on \* if .*alarm:AWS::StackName-\*$/),
    ]);
  });

  it('come from no managed policy of AWS', () => {
    const roles = ['Ingest', 'Statistics', 'Report', 'Desk', 'DeskCentre', 'DeskCoordinator'];
    for (const role of roles.map((name) => `${name}Role`)) {
      expect(propertiesOf(study, 'AWS::IAM::Role', role)).not.toHaveProperty('ManagedPolicyArns');
    }
  });
});
