import { describe, expect, it } from 'vitest';
import { causeOfFailure, resourceMade } from '#cdk/deployment-events.ts';

const event = (status: string, resource: string) =>
  `CtMriStudy |  14 | 3:22:30 AM | ${status} | AWS::DynamoDB::GlobalTable      | ${resource}`;

describe('the progress of a deployment', () => {
  it('names a part of the study when it is ready', () => {
    expect(resourceMade(event('CREATE_COMPLETE   ', 'StudyTable (StudyTable2DFA7DB5) '))).toEqual({
      fr: '✓ base de données',
      en: '✓ database',
    });
    expect(resourceMade(event('UPDATE_COMPLETE', 'Ingest (Ingest4069586C)'))?.en).toBe(
      '✓ check of the files',
    );
  });

  it('is also read where CloudFormation counts to a total', () => {
    const line =
      'CtMriStudy | 3/36 | 3:22:28 AM | CREATE_COMPLETE      | AWS::SQS::Queue   | UploadQueue (UploadQueueA4421744) ';
    expect(resourceMade(line)?.fr).toBe('✓ file d’attente');
  });

  it.each([
    event('CREATE_IN_PROGRESS', 'StudyTable (StudyTable2DFA7DB5)'),
    event('CREATE_COMPLETE', 'StatisticsRole/DefaultPolicy (StatisticsRoleDefaultPolicy7620F53E)'),
    event('CREATE_COMPLETE', 'CtMriStudy'),
    'CtMriStudy: deploying... [1/1]',
    '',
  ])('is silent about %s', (line) => {
    expect(resourceMade(line)).toBeUndefined();
  });
});

describe('the cause of a failure', () => {
  it('is the first resource that could not be made', () => {
    expect(
      causeOfFailure([
        event('CREATE_IN_PROGRESS', 'Statistics (Statistics06458672)'),
        'CtMriStudy |  9 | 3:22:30 AM | CREATE_FAILED        | AWS::Lambda::Function           | Statistics (Statistics06458672) Unreserved concurrency below its minimum value of 10',
        event('CREATE_FAILED', 'StudyTable (StudyTable2DFA7DB5) Resource creation cancelled'),
        '❌  CtMriStudy failed: ToolkitError: The stack named CtMriStudy failed to deploy',
      ]),
    ).toBe('Statistics (Statistics06458672) Unreserved concurrency below its minimum value of 10');
  });

  it('is else the setting that cannot be used', () => {
    const sentence =
      'Configuration : « centres » vaut "Rouen", ce qui ne convient pas ; donner … / Configuration: …';
    expect(causeOfFailure([sentence, 'node cdk/app.ts: Subprocess exited with error 1'])).toBe(sentence);
  });

  it('is else what the CDK ends with', () => {
    expect(
      causeOfFailure([' ❌  Environment aws://1/x failed bootstrapping: Error: connect ECONNREFUSED']),
    ).toBe('Environment aws://1/x failed bootstrapping: Error: connect ECONNREFUSED');
    expect(causeOfFailure(['ERROR The S3 Bucket has server access logs disabled. (AwsSolutions)'])).toBe(
      'ERROR The S3 Bucket has server access logs disabled. (AwsSolutions)',
    );
  });

  it('is not known where no line tells one', () => {
    expect(causeOfFailure(['Bundling asset CtMriStudy/Ingest/Code/Stage...'])).toBeUndefined();
  });
});
