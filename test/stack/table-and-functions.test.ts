import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { THESIS_SETTINGS } from '#shared/protocol/study-settings.ts';
import { propertiesOf, readable, synthesise } from './synthesise.ts';

const study = synthesise({ centres: 'rouen,caen', schedule: 'rate(12 hours)', retentionDays: 90 });
const { template, resources } = study;

describe('the stack', () => {
  it('has no custom resource, and no function but its own four', () => {
    const types = [...resources.values()].map(({ Type }) => Type);
    expect(types.filter((type) => /^Custom::|CustomResource/.test(type))).toEqual([]);
    expect(types.filter((type) => type === 'AWS::Lambda::Function')).toHaveLength(4);
    expect(types).not.toContain('AWS::CDK::Metadata');
  });

  it('tells the commands where its parts are', () => {
    const outputs = Object.keys(template.findOutputs('*'));
    expect(outputs.toSorted()).toEqual([
      'BucketName',
      'CentreFolder',
      'CentrePolicy',
      'CentreReports',
      'DeadLetterQueueUrl',
      'DeskFunctionName',
      'DeskUrl',
      'IngestFunctionName',
      'ReportFailureQueueUrl',
      'ReportFunctionName',
      'StatisticsFailureQueueUrl',
      'StatisticsFunctionName',
      'TableName',
      'UploadQueueUrl',
    ]);
  });
});

describe('the table', () => {
  it('is paid by use, encrypted with the key of the study, can be restored, and cannot be deleted by mistake', () => {
    template.hasResource('AWS::DynamoDB::GlobalTable', {
      DeletionPolicy: 'Retain',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        Replicas: [
          Match.objectLike({
            DeletionProtectionEnabled: true,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
            SSESpecification: {
              KMSMasterKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^EncryptionKey'), 'Arn'] },
            },
          }),
        ],
      },
    });
  });
});

describe('every function', () => {
  it('runs on the current Node, on ARM', () => {
    template.allResourcesProperties('AWS::Lambda::Function', {
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
    });
  });

  it.each(['Ingest', 'Statistics', 'Report', 'Desk'])(
    '%s writes to the log that Lambda would give it, kept as long as configured',
    (id) => {
      const { FunctionName } = propertiesOf(study, 'AWS::Lambda::Function', id);
      const { LogGroupName, RetentionInDays } = propertiesOf(study, 'AWS::Logs::LogGroup', `${id}Log`);
      expect(readable(LogGroupName)).toBe(`/aws/lambda/${readable(FunctionName)}`);
      expect(RetentionInDays).toBe(90);
    },
  );
});

it('ingest, statistics and the desk name the same rules of examination', () => {
  const [ingest, statistics, desk] = ['Ingest', 'Statistics', 'Desk'].map((id) => {
    const { Environment } = propertiesOf(study, 'AWS::Lambda::Function', id);
    return z.object({ Variables: z.object({ RULES: z.string() }) }).parse(Environment).Variables.RULES;
  });
  expect(ingest).toBe(statistics);
  expect(ingest).toBe(desk);
});

describe('ingest', () => {
  const { Environment, Timeout, MemorySize } = propertiesOf(study, 'AWS::Lambda::Function', 'Ingest');

  it('knows the bucket, the table, the key, the queue, the centres, settings and rules and whom to ask for statistics', () => {
    expect(Environment).toEqual({
      Variables: {
        BUCKET: { Ref: expect.stringMatching(/^StudyBucket/) },
        TABLE: { Ref: expect.stringMatching(/^StudyTable/) },
        KEY: { 'Fn::GetAtt': [expect.stringMatching(/^EncryptionKey/), 'Arn'] },
        STATISTICS_FUNCTION: { Ref: expect.stringMatching(/^Statistics/) },
        // The name of a centre ends that of its topic; there is no variable for each.
        VERDICT_TOPICS: expect.toSatisfy((arn) => readable(arn).endsWith(':CtMriStudy-Verdicts-')),
        DESK_URL: { 'Fn::GetAtt': [expect.stringMatching(/^DeskFunctionUrl/), 'FunctionUrl'] },
        UPLOAD_QUEUE_URL: { Ref: expect.stringMatching(/^UploadQueue/) },
        CENTRES: 'rouen,caen',
        STUDY_SETTINGS: JSON.stringify(THESIS_SETTINGS),
        RULES: expect.stringMatching(/^[0-9a-f]{12}$/),
        NODE_OPTIONS: '--enable-source-maps --stack-trace-limit=50',
      },
    });
    expect({ Timeout, MemorySize }).toEqual({ Timeout: 600, MemorySize: 1769 });
  });

  it('takes one upload at a time, and runs a few times side by side', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BatchSize: 1,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 4 },
      EventSourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^UploadQueue'), 'Arn'] },
    });
  });
});

describe('the loop of ingest and statistics', () => {
  it.each(['Ingest', 'Statistics'])('is meant: Lambda does not stop %s in it', (name) => {
    const { RecursiveLoop } = propertiesOf(study, 'AWS::Lambda::Function', name);
    expect(RecursiveLoop).toBe('Allow');
  });

  it.each(['Report', 'Desk'])('is none of %s, which Lambda would stop', (name) => {
    const { RecursiveLoop } = propertiesOf(study, 'AWS::Lambda::Function', name);
    expect(RecursiveLoop).toBeUndefined();
  });
});

describe('statistics', () => {
  const { Environment, ...settings } = propertiesOf(study, 'AWS::Lambda::Function', 'Statistics');

  it('knows the bucket, the table, the queue, the centres, the rules, the version of its code and whom to ask for the report', () => {
    expect(Environment).toEqual({
      Variables: {
        BUCKET: { Ref: expect.stringMatching(/^StudyBucket/) },
        TABLE: { Ref: expect.stringMatching(/^StudyTable/) },
        UPLOAD_QUEUE_URL: { Ref: expect.stringMatching(/^UploadQueue/) },
        STUDY_SETTINGS: JSON.stringify(THESIS_SETTINGS),
        FULL_VERIFICATION_DAYS: '7',
        CODE_COMMIT: expect.stringMatching(/^([0-9a-f]{40}(\+changes)?|unknown)$/),
        CODE_VERSION: expect.stringMatching(/^\d+\.\d+\.\d+\+[0-9a-f]{12}$/),
        CENTRES: 'rouen,caen',
        RULES: expect.stringMatching(/^[0-9a-f]{12}$/),
        STATISTICS_FUNCTION: expect.toSatisfy((name) => readable(name) === 'AWS::StackName-Statistics'),
        REPORT_FUNCTION: { Ref: expect.stringMatching(/^Report/) },
        NODE_OPTIONS: '--enable-source-maps --stack-trace-limit=50',
      },
    });
  });

  it('runs once at a time, and a run that fails for good is kept', () => {
    expect(settings).toMatchObject({ ReservedConcurrentExecutions: 1, Timeout: 900, MemorySize: 3008 });
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      MaximumRetryAttempts: 2,
      MaximumEventAgeInSeconds: 6 * 60 * 60,
      DestinationConfig: {
        OnFailure: { Destination: { 'Fn::GetAtt': [Match.stringLikeRegexp('^StatisticsFailures'), 'Arn'] } },
      },
    });
  });

  const runOf = (source: string) =>
    Match.objectLike({
      Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Statistics'), 'Arn'] },
      Input: JSON.stringify({ source }),
      DeadLetterConfig: { Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^StatisticsFailures'), 'Arn'] } },
      RetryPolicy: { MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 6 * 60 * 60 },
    });

  it('is woken by the clock, and a run that could not start is kept too', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      ScheduleExpression: 'rate(12 hours)',
      State: 'ENABLED',
      Targets: [runOf('night')],
    });
  });

  it('is woken in the same way when a deployment of this very stack is over', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.cloudformation'],
        'detail-type': ['CloudFormation Stack Status Change'],
        detail: {
          'stack-id': [{ Ref: 'AWS::StackId' }],
          'status-details': { status: ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE'] },
        },
      },
      State: 'ENABLED',
      Targets: [runOf('schedule')],
    });
  });

  it.each(['NightlySchedule', 'AfterDeployment'])('may be started by %s', (rule) => {
    template.hasResourceProperties('AWS::Lambda::Permission', {
      Action: 'lambda:InvokeFunction',
      FunctionName: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Statistics'), 'Arn'] },
      Principal: 'events.amazonaws.com',
      SourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp(`^${rule}`), 'Arn'] },
    });
  });
});

describe('the report', () => {
  const { Environment, ...settings } = propertiesOf(study, 'AWS::Lambda::Function', 'Report');

  it('knows the bucket, and for the mail on a result the table, the topic and where the desk is', () => {
    expect(Environment).toEqual({
      Variables: {
        BUCKET: { Ref: expect.stringMatching(/^StudyBucket/) },
        TABLE: { Ref: expect.stringMatching(/^StudyTable/) },
        RESULTS_TOPIC: expect.toSatisfy((arn) => readable(arn).endsWith(':CtMriStudy-Results')),
        DESK_URL: { 'Fn::GetAtt': [expect.stringMatching(/^DeskFunctionUrl/), 'FunctionUrl'] },
        NODE_OPTIONS: '--enable-source-maps --stack-trace-limit=50',
      },
    });
  });

  it('runs once at a time, on a whole core, and a run that fails for good is kept', () => {
    expect(settings).toMatchObject({ ReservedConcurrentExecutions: 1, Timeout: 120, MemorySize: 1769 });
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      FunctionName: { Ref: Match.stringLikeRegexp('^Report') },
      MaximumRetryAttempts: 2,
      MaximumEventAgeInSeconds: 6 * 60 * 60,
      DestinationConfig: {
        OnFailure: { Destination: { 'Fn::GetAtt': [Match.stringLikeRegexp('^ReportFailures'), 'Arn'] } },
      },
    });
  });

  it('is woken every hour, and a run that could not start is kept too', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      ScheduleExpression: 'rate(1 hour)',
      State: 'ENABLED',
      Targets: [
        Match.objectLike({
          Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Report'), 'Arn'] },
          Input: '{"source":"schedule"}',
          DeadLetterConfig: { Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^ReportFailures'), 'Arn'] } },
          RetryPolicy: { MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 6 * 60 * 60 },
        }),
      ],
    });
  });
});

describe('the desk', () => {
  const { Environment, ...settings } = propertiesOf(study, 'AWS::Lambda::Function', 'Desk');

  it('knows bucket, table, centres, settings and rules, and the roles that it takes on; no queue, no other function', () => {
    const attribute = (name: RegExp) => ({ 'Fn::GetAtt': [expect.stringMatching(name), 'Arn'] });
    expect(Environment).toEqual({
      Variables: {
        BUCKET: { Ref: expect.stringMatching(/^StudyBucket/) },
        TABLE: { Ref: expect.stringMatching(/^StudyTable/) },
        CENTRES: 'rouen,caen',
        STUDY_SETTINGS: JSON.stringify(THESIS_SETTINGS),
        RULES: expect.stringMatching(/^[0-9a-f]{12}$/),
        CENTRE_ROLE: attribute(/^DeskCentreRole/),
        COORDINATOR_ROLE: attribute(/^DeskCoordinatorRole/),
        NODE_OPTIONS: '--enable-source-maps --stack-trace-limit=50',
      },
    });
  });

  it('answers soon or not at all, and ten at once at most', () => {
    expect(settings).toMatchObject({ ReservedConcurrentExecutions: 10, Timeout: 15, MemorySize: 1769 });
  });

  it('has an address that adds no header for pages of others', () => {
    const { Cors, ...address } = propertiesOf(study, 'AWS::Lambda::Url');
    expect(Cors).toBeUndefined();
    expect(address).toMatchObject({ AuthType: 'NONE' });
  });

  it('is told by that address, or by the name under which IT shows it', () => {
    const urlOf = (given: typeof study) =>
      readable(given.template.findOutputs('DeskUrl')['DeskUrl']?.['Value']);
    expect(urlOf(study)).toBe('DeskFunctionUrl');
    expect(urlOf(synthesise({ deskDomain: 'renaten.example.org' }))).toBe('https://renaten.example.org/');
  });
});
