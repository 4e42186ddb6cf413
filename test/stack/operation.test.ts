import { CfnResource, CfnStack, Stack, TagManager } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { synthesise } from './synthesise.ts';

const { stack, template } = synthesise({ alarmEmail: 'etude@example.org' });

describe('the stack', () => {
  it('is not deleted before somebody has switched off its protection', () => {
    expect(stack.terminationProtection).toBe(true);
  });
});

describe('on the bill', () => {
  /** Whatever can have tags: all resources that CloudFormation tags, and the table, which hands its tags to its replicas. */
  const taggable = stack.node.findAll().flatMap((construct) => {
    // A stack costs nothing; what lies in it has its own tags.
    const isStack = Stack.isStack(construct) || construct instanceof CfnStack;
    const tags = isStack ? undefined : TagManager.of(construct);
    const id = CfnResource.isCfnResource(construct) ? stack.getLogicalId(construct) : construct.node.id;
    return tags === undefined ? [] : [{ id: id.replace(/[0-9A-F]{8}$/, ''), tags: tags.tagValues() }];
  });
  const partOf = (component: string) =>
    taggable.filter(({ tags }) => tags['component'] === component).map(({ id }) => id);

  it('each resource names the study and its part', () => {
    expect(taggable.length).toBeGreaterThan(20);
    const unnamed = taggable.filter(({ tags }) => tags['project'] !== 'ct-mri-study' || !tags['component']);
    expect(unnamed).toEqual([]);
  });

  it.each([
    ['storage', ['EncryptionKey', 'StudyBucket', 'StudyTable']],
    ['ingest', ['Ingest', 'IngestLog', 'IngestRole', 'UploadQueue', 'UploadDeadLetters']],
    [
      'statistics',
      [
        'Statistics',
        'StatisticsLog',
        'StatisticsRole',
        'StatisticsFailures',
        'NightlySchedule',
        'AfterDeployment',
      ],
    ],
    ['report', ['Report', 'ReportLog', 'ReportRole', 'ReportFailures', 'HourlyReport']],
    ['desk', ['Desk', 'DeskLog', 'DeskRole', 'DeskCentreRole', 'DeskCoordinatorRole']],
    ['mail', ['MailKey', 'ResultsTopic', 'Topicrouen']],
    ['alarms', ['AlarmTopic', 'UploadWaits', 'RefusedByNewRules']],
  ])('%s is told apart', (component, ids) => {
    expect(partOf(component)).toEqual(expect.arrayContaining(ids));
  });

  it('the tags reach the table, which has them in its replicas', () => {
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      Replicas: [
        Match.objectLike({
          Tags: [
            { Key: 'component', Value: 'storage' },
            { Key: 'project', Value: 'ct-mri-study' },
          ],
        }),
      ],
    });
  });
});
