import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { COMMANDS } from '#cdk/commands/commands.ts';
import { alarmTexts } from '#cdk/stack/alarm-texts.ts';
import { isDaily } from '#cdk/stack/daily-schedule.ts';
import {
  EVENTS_LOST,
  HEAD_DAMAGED,
  MAIL_NOT_SENT,
  PUBLISHED_RESULT_DIFFERS,
  PUBLISHED_WITH_PENDING,
  REFUSED_BY_NEW_RULES,
} from '#functions/log.ts';
import { bothLanguages } from '#shared/language.ts';
import { inWords, statementsOf } from './statements.ts';
import { propertiesOf, readable, synthesise } from './synthesise.ts';

const study = synthesise();
const told = synthesise({ alarmEmail: 'etude@example.org' });
const dimensionsSchema = z.array(z.object({ Value: z.unknown() }));

describe('an alarm', () => {
  it.each([
    ['UploadSetAside', alarmTexts.uploadSetAside, 'ApproximateNumberOfMessagesVisible', 0],
    ['UploadWaits', alarmTexts.uploadWaits, 'ApproximateAgeOfOldestMessage', 30 * 60],
    ['StatisticsGaveUp', alarmTexts.statisticsGaveUp, 'ApproximateNumberOfMessagesVisible', 0],
    ['StatisticsFails', alarmTexts.statisticsFails, 'Errors', 0],
    ['ReportGaveUp', alarmTexts.reportGaveUp, 'ApproximateNumberOfMessagesVisible', 0],
    ['ReportFails', alarmTexts.reportFails, 'Errors', 0],
    ['DeskFails', alarmTexts.deskFails, 'Url5xxCount', 0],
    ['DeskThrottled', alarmTexts.deskThrottled, 'Throttles', 20],
    ['PublishedResultDiffers', alarmTexts.publishedResultDiffers, 'PublishedResultDiffers', 0],
    ['PublishedWithPending', alarmTexts.publishedWithPending, 'PublishedWithPending', 0],
    ['RefusedByNewRules', alarmTexts.refusedByNewRules, 'RefusedByNewRules', 0],
    ['HeadDamaged', alarmTexts.headDamaged, 'HeadDamaged', 0],
    ['EventsLost', alarmTexts.eventsLost, 'EventsLost', 0],
    ['MailNotSent', alarmTexts.mailNotSent, 'MailNotSent', 0],
  ])('%s says in both languages what it means', (id, text, MetricName, Threshold) => {
    expect(propertiesOf(study, 'AWS::CloudWatch::Alarm', id)).toMatchObject({
      AlarmDescription: bothLanguages(text),
      MetricName,
      Threshold,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
    });
  });

  it.each([
    ['NightMissed', alarmTexts.nightMissed, 'Nights', 26],
    ['ResultStale', alarmTexts.resultStale, 'ResultsConfirmed', 36],
  ])('%s tells of what did not happen for so many hours', (id, text, MetricName, hours) => {
    expect(propertiesOf(study, 'AWS::CloudWatch::Alarm', id)).toMatchObject({
      AlarmDescription: bothLanguages(text),
      MetricName,
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      Period: 3600,
      EvaluationPeriods: hours,
      DatapointsToAlarm: hours,
      TreatMissingData: 'breaching',
    });
    expect(bothLanguages(text)).toContain(`${hours} heures`);
  });

  it('of a night is none where the clock does not start a run every day', () => {
    const weekly = synthesise({ schedule: 'cron(0 2 ? * MON *)' });
    weekly.template.resourcePropertiesCountIs('AWS::CloudWatch::Alarm', { MetricName: 'Nights' }, 0);
    expect(
      ['cron(0 2 * * ? *)', 'cron(0/15 8-18 ? * * *)', 'rate(1 day)', 'rate(24 hours)'].map(isDaily),
    ).toEqual([true, true, true, true]);
    expect(
      ['cron(0 2 ? * MON-FRI *)', 'cron(0 2 1 * ? *)', 'rate(2 days)', 'rate(25 hours)'].map(isDaily),
    ).toEqual([false, false, false, false]);
  });

  it.each([
    ['UploadSetAside', 'UploadDeadLetters', 'Maximum'],
    ['UploadWaits', 'UploadQueue', 'Maximum'],
    ['StatisticsGaveUp', 'StatisticsFailures', 'Maximum'],
    ['StatisticsFails', 'Statistics', 'Sum'],
    ['DeskFails', 'Desk', 'Sum'],
    ['DeskThrottled', 'Desk', 'Sum'],
    ['ReportGaveUp', 'ReportFailures', 'Maximum'],
    ['ReportFails', 'Report', 'Sum'],
  ])('%s looks at %s, at five minutes each time', (id, part, Statistic) => {
    const { Dimensions, ...settings } = propertiesOf(study, 'AWS::CloudWatch::Alarm', id);
    expect(dimensionsSchema.parse(Dimensions).map(({ Value }) => readable(Value))).toEqual([part]);
    // What happened is told for an hour; what is so, as long as it is.
    const periods = Statistic === 'Sum' ? 12 : 1;
    expect(settings).toMatchObject({
      Statistic,
      Period: 300,
      EvaluationPeriods: periods,
      DatapointsToAlarm: 1,
    });
  });

  it('fits into what CloudWatch keeps of a description', () => {
    for (const text of Object.values(alarmTexts)) {
      expect(bothLanguages(text).length).toBeLessThanOrEqual(1024);
      expect(text.fr).not.toBe(text.en);
    }
  });

  it('names commands that there are, the same in both languages', () => {
    const named = (text: string) =>
      [...text.matchAll(/npm run ctmri -- (\w+)/g)].map(([, name = '']) => name);
    for (const { fr, en } of Object.values(alarmTexts)) {
      expect(named(fr)).toEqual(named(en));
      for (const name of named(fr)) expect([...COMMANDS.keys()]).toContain(name);
    }
    expect(named(alarmTexts.uploadSetAside.fr)).toEqual(['redrive']);
    expect(named(alarmTexts.statisticsGaveUp.fr)).toEqual(['redrive']);
    expect(named(alarmTexts.statisticsFails.fr)).toEqual(['recompute']);
    expect(named(alarmTexts.reportGaveUp.fr)).toEqual(['redrive']);
  });

  it.each([
    ['PublishedResultDiffers', PUBLISHED_RESULT_DIFFERS, 'StatisticsLog'],
    ['PublishedWithPending', PUBLISHED_WITH_PENDING, 'StatisticsLog'],
    ['RefusedByNewRules', REFUSED_BY_NEW_RULES, 'IngestLog'],
    ['HeadDamaged', HEAD_DAMAGED, 'IngestLog'],
    ['HeadDamaged', HEAD_DAMAGED, 'StatisticsLog'],
    ['EventsLost', EVENTS_LOST, 'StatisticsLog'],
    ['MailNotSent', MAIL_NOT_SENT, 'IngestLog'],
    ['MailNotSent', MAIL_NOT_SENT, 'ReportLog'],
  ])('%s counts its event in the log, which is JSON line by line', (MetricName, event, log) => {
    study.template.hasResourceProperties('AWS::Logs::MetricFilter', {
      FilterPattern: `{ $.event = "${event}" }`,
      LogGroupName: { Ref: Match.stringLikeRegexp(`^${log}`) },
      MetricTransformations: [{ MetricNamespace: 'CtMriStudy', MetricName, MetricValue: '1' }],
    });
    expect(propertiesOf(study, 'AWS::CloudWatch::Alarm', MetricName)).toMatchObject({
      Namespace: 'CtMriStudy',
      Statistic: 'Sum',
    });
  });

  it('tells nobody when no address is configured', () => {
    study.template.resourcePropertiesCountIs('AWS::SNS::Topic', { TopicName: Match.absent() }, 0);
    study.template.allResourcesProperties('AWS::CloudWatch::Alarm', {
      AlarmActions: Match.absent(),
      OKActions: Match.absent(),
    });
  });

  it('tells the configured address when it begins and when it ends, over an encrypted topic', () => {
    told.template.resourceCountIs('AWS::CloudWatch::Alarm', 16);
    told.template.allResourcesProperties('AWS::CloudWatch::Alarm', {
      AlarmActions: [{ Ref: Match.stringLikeRegexp('^AlarmTopic') }],
      OKActions: [{ Ref: Match.stringLikeRegexp('^AlarmTopic') }],
    });
    told.template.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'etude@example.org',
    });
  });

  it('reaches its topic by a key of its own, and only as an alarm of this stack in this account', () => {
    const topic = propertiesOf(told, 'AWS::SNS::Topic', 'AlarmTopic');
    expect(readable(topic['KmsMasterKeyId'])).toBe('AlarmKey');
    const ofCloudWatch = [...told.resources]
      .flatMap(([id, resource]) => statementsOf(resource).map((statement) => ({ id, statement })))
      .filter(({ statement }) => statement.principal?.includes('cloudwatch'))
      .map(({ id, statement }) => `${id.replace(/(Policy)?[0-9A-F]{8}$/, '')}: ${inWords(statement)}`);
    const ofThisStack =
      'if StringEquals aws:SourceAccount AWS::AccountId and ' +
      'ArnLike aws:SourceArn arn:AWS::Partition:cloudwatch:AWS::Region:AWS::AccountId:alarm:AWS::StackName-*';
    expect(ofCloudWatch.toSorted()).toEqual([
      `AlarmKey: Allow kms:Decrypt kms:GenerateDataKey on * ${ofThisStack}`,
      `AlarmTopic: Allow sns:Publish on AlarmTopic ${ofThisStack}`,
    ]);
  });
});
