import { CfnOutput, Duration, type Environment, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { codeCommit, codeVersion } from '../code-version.ts';
import type { StudyConfiguration } from '../configuration.ts';
import { examinationRules } from '../examination-rules.ts';
import { afterDeployment } from './after-deployment.ts';
import { alarmEmail } from './alarm-email.ts';
import { alarms } from './alarms.ts';
import { centreAccess } from './centre-access.ts';
import { centreOutputs } from './centre-outputs.ts';
import { isDaily } from './daily-schedule.ts';
import { dashboard } from './dashboard.ts';
import { deskFunction, pageOrigins } from './desk-function.ts';
import { deskCentrePermissions, deskCoordinatorPermissions, deskPermissions } from './desk-permissions.ts';
import { encryptionKey } from './encryption-key.ts';
import { INGEST_TIMEOUT, ingestFunction } from './ingest-function.ts';
import { ingestPermissions } from './ingest-permissions.ts';
import { mailKey, mailTopicNames, mailTopics } from './mail-topics.ts';
import { nightlySchedule } from './nightly-schedule.ts';
import { mayPublish, topicArn } from './permissions.ts';
import { hourlyReport, reportFunction } from './report-function.ts';
import { reportPermissions } from './report-permissions.ts';
import { scheduledRun } from './retried-runs.ts';
import { STATISTICS, statisticsFunction } from './statistics-function.ts';
import { statisticsPermissions } from './statistics-permissions.ts';
import { studyBucket } from './study-bucket.ts';
import { functionArn, functionName } from './study-function.ts';
import { studyTable } from './study-table.ts';
import { failureQueue, uploadQueues } from './upload-queue.ts';

/**
 * The study, as AWS runs it: bucket → queue → ingest → table → statistics → the same bucket → report → the same bucket; and
 * the desk, by which people reach the bucket.
 *
 * No custom resource, and nothing that LocalStack has in another way: what is tested there is what AWS gets.
 */
export class CtMriStudy extends Stack {
  /** @param emulator where AWS is emulated: its pages have another address than AWS's */
  constructor(
    scope: Construct,
    id: string,
    configuration: StudyConfiguration,
    env: Environment,
    emulator?: string,
  ) {
    super(scope, id, {
      env,
      description: 'CT or MRI for liver metastases: the study computed for every centre at once',
      // AWS deletes the stack only once somebody has switched this off. LocalStack deletes it all the same, so that a
      // local deployment which failed can be made anew.
      terminationProtection: true,
    });
    const { centres, retentionDays, schedule, deskDomain } = configuration;

    const key = encryptionKey(this);
    const queues = uploadQueues(this, INGEST_TIMEOUT);
    const bucket = studyBucket(this, {
      key,
      uploadQueue: queues.uploads,
      replacedReportsKept: Duration.days(retentionDays),
      pageOrigins: pageOrigins(deskDomain, emulator),
    });
    const table = studyTable(this, key);
    const statisticsFailures = failureQueue(this, 'StatisticsFailures', 'statistics');
    const reportFailures = failureQueue(this, 'ReportFailures', 'report');
    const study = {
      BUCKET: bucket.bucketName,
      TABLE: table.tableName,
      CENTRES: centres.join(','),
      STUDY_SETTINGS: JSON.stringify(configuration.study),
      RULES: examinationRules(configuration.study),
    };
    const common = { ...study, UPLOAD_QUEUE_URL: queues.uploads.queueUrl };

    const desk = deskFunction(this, {
      environment: study,
      permissions: deskPermissions(table, key),
      centrePermissions: deskCentrePermissions(bucket, key),
      coordinatorPermissions: deskCoordinatorPermissions(bucket, table, key),
      centres,
      logRetention: retentionDays,
      domain: deskDomain,
    });
    const mail = { key: mailKey(this), names: mailTopicNames(this) };
    // The first of the three: statistics asks it, as ingest asks statistics.
    const report = reportFunction(this, {
      environment: {
        BUCKET: bucket.bucketName,
        TABLE: table.tableName,
        RESULTS_TOPIC: topicArn(mail.names.results),
        DESK_URL: desk.address,
      },
      permissions: [
        ...reportPermissions(bucket, table, key),
        ...mayPublish(this, mail.names.results, mail.key),
      ],
      logRetention: retentionDays,
      failures: reportFailures,
    });
    const statistics = statisticsFunction(this, {
      environment: {
        ...common,
        STATISTICS_FUNCTION: functionName(STATISTICS),
        REPORT_FUNCTION: report.lambda.functionName,
        CODE_VERSION: codeVersion(),
        CODE_COMMIT: codeCommit(),
        FULL_VERIFICATION_DAYS: String(configuration.fullVerificationDays),
      },
      permissions: statisticsPermissions(bucket, table, key, queues.uploads, [
        functionArn(STATISTICS),
        report.lambda.functionArn,
      ]),
      logRetention: retentionDays,
      failures: statisticsFailures,
    });
    const ingest = ingestFunction(this, {
      environment: {
        ...common,
        KEY: key.keyArn,
        STATISTICS_FUNCTION: statistics.lambda.functionName,
        VERDICT_TOPICS: topicArn(mail.names.ofCentre('')),
        DESK_URL: desk.address,
      },
      permissions: [
        ...ingestPermissions(bucket, table, key, queues.uploads, statistics.lambda.functionArn),
        ...mayPublish(this, mail.names.ofCentre('*'), mail.key),
      ],
      logRetention: retentionDays,
      queue: queues.uploads,
    });
    mailTopics(this, {
      key: mail.key,
      centres,
      contacts: configuration.contacts,
      ingest: ingest.role,
      report: report.role,
    });
    nightlySchedule(this, schedule, scheduledRun(statistics.lambda, statisticsFailures, 'night'));
    hourlyReport(this, scheduledRun(report.lambda, reportFailures));
    afterDeployment(this, scheduledRun(statistics.lambda, statisticsFailures));

    const all = alarms(this, {
      queues,
      statisticsFailures,
      reportFailures,
      ingest,
      statistics,
      report,
      desk,
      isDaily: isDaily(schedule),
      ...(configuration.alarmEmail && { action: alarmEmail(this, configuration.alarmEmail) }),
    });

    dashboard(this, { alarms: all, queues, functions: [ingest, statistics, report, desk] });

    centreAccess(this, centres, bucket, key);
    centreOutputs(this, bucket);
    const outputs = {
      BucketName: bucket.bucketName,
      TableName: table.tableName,
      UploadQueueUrl: queues.uploads.queueUrl,
      DeadLetterQueueUrl: queues.deadLetters.queueUrl,
      StatisticsFailureQueueUrl: statisticsFailures.queueUrl,
      ReportFailureQueueUrl: reportFailures.queueUrl,
      IngestFunctionName: ingest.lambda.functionName,
      StatisticsFunctionName: statistics.lambda.functionName,
      ReportFunctionName: report.lambda.functionName,
      DeskFunctionName: desk.lambda.functionName,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
