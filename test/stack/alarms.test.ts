import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { alarmTexts } from '#cdk/stack/alarm-texts.ts';
import { PUBLISHED_RESULT_DIFFERS } from '#functions/log.ts';
import { bothLanguages } from '#shared/language.ts';
import { propertiesOf, synthesise } from './synthesise.ts';

const study = synthesise();
const told = synthesise({ alarmEmail: 'etude@example.org' });

describe('an alarm', () => {
  it.each([
    ['UploadSetAside', alarmTexts.uploadSetAside, 'ApproximateNumberOfMessagesVisible', 0],
    ['UploadWaits', alarmTexts.uploadWaits, 'ApproximateAgeOfOldestMessage', 30 * 60],
    ['StatisticsGaveUp', alarmTexts.statisticsGaveUp, 'ApproximateNumberOfMessagesVisible', 0],
    ['StatisticsFails', alarmTexts.statisticsFails, 'Errors', 0],
    ['PublishedResultDiffers', alarmTexts.publishedResultDiffers, 'PublishedResultDiffers', 0],
  ])('%s says in both languages what it means', (id, text, MetricName, Threshold) => {
    expect(propertiesOf(study, 'AWS::CloudWatch::Alarm', id)).toMatchObject({
      AlarmDescription: bothLanguages(text),
      MetricName,
      Threshold,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
    });
  });

  it('fits into what CloudWatch keeps of a description', () => {
    for (const text of Object.values(alarmTexts)) {
      expect(bothLanguages(text).length).toBeLessThanOrEqual(1024);
      expect(text.fr).not.toBe(text.en);
    }
  });

  it('sounds when a published result differs, in whatever format the log is', () => {
    study.template.hasResourceProperties('AWS::Logs::MetricFilter', {
      FilterPattern: `"${PUBLISHED_RESULT_DIFFERS}"`,
      LogGroupName: { Ref: Match.stringLikeRegexp('^StatisticsLog') },
      MetricTransformations: [
        { MetricNamespace: 'CtMriStudy', MetricName: 'PublishedResultDiffers', MetricValue: '1' },
      ],
    });
  });

  it('tells nobody when no address is configured', () => {
    study.template.resourceCountIs('AWS::SNS::Topic', 0);
    study.template.allResourcesProperties('AWS::CloudWatch::Alarm', { AlarmActions: Match.absent() });
  });

  it('tells the configured address, over an encrypted topic', () => {
    told.template.resourceCountIs('AWS::CloudWatch::Alarm', 5);
    told.template.allResourcesProperties('AWS::CloudWatch::Alarm', {
      AlarmActions: [{ Ref: Match.stringLikeRegexp('^AlarmTopic') }],
    });
    told.template.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'etude@example.org',
    });
    expect(propertiesOf(told, 'AWS::SNS::Topic')).toHaveProperty('KmsMasterKeyId');
  });
});
