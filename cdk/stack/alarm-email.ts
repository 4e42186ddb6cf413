import { Aws } from 'aws-cdk-lib';
import type { IAlarmAction } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { costTags } from './cost-tags.ts';

/** Sends the alarms to one address, which AWS first asks to confirm. */
export function alarmEmail(scope: Construct, address: string): IAlarmAction {
  // Of its own: CloudWatch, which is a service and no role of the study, must not be able to decrypt anything else.
  const masterKey = new Key(scope, 'AlarmKey', {
    description: 'CT-MRI study: alarms on their way to whoever is told',
    enableKeyRotation: true,
  });
  const topic = new Topic(scope, 'AlarmTopic', { displayName: 'CT-MRI study', masterKey, enforceSSL: true });
  for (const part of [masterKey, topic]) costTags(part, 'alarms');
  topic.addSubscription(new EmailSubscription(address));
  // In a key's policy the resource `*` is the key itself.
  masterKey.addToResourcePolicy(forAlarms(['kms:Decrypt', 'kms:GenerateDataKey'], '*'));
  topic.addToResourcePolicy(forAlarms(['sns:Publish'], topic.topicArn));
  return new SnsAction(topic);
}

/**
 * What CloudWatch may do for alarms of this very stack, and for no other's who would send it here: AWS, "The confused
 * deputy problem"; SNS, "Enable compatibility between event sources from AWS services and encrypted topics".
 */
const forAlarms = (actions: readonly string[], resource: string): PolicyStatement =>
  new PolicyStatement({
    sid: 'AlarmsOfTheStudy',
    principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
    actions: [...actions],
    resources: [resource],
    conditions: {
      StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
      ArnLike: {
        'aws:SourceArn': `arn:${Aws.PARTITION}:cloudwatch:${Aws.REGION}:${Aws.ACCOUNT_ID}:alarm:${Aws.STACK_NAME}-*`,
      },
    },
  });
