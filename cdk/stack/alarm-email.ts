import type { IAlarmAction } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { costTags } from './cost-tags.ts';

/** Sends the alarms to one address, which AWS first asks to confirm. */
export function alarmEmail(scope: Construct, address: string, key: IKey): IAlarmAction {
  const topic = new Topic(scope, 'AlarmTopic', {
    displayName: 'CT-MRI study',
    masterKey: key,
    enforceSSL: true,
  });
  costTags(topic, 'alarms');
  topic.addSubscription(new EmailSubscription(address));
  // Also lets CloudWatch use the key, without which no alarm could be delivered.
  topic.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com'));
  return new SnsAction(topic);
}
