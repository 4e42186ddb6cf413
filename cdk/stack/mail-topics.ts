import { NestedStack, type Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, type IRole, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Topic, TopicPolicy } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { Contacts } from '../contacts.ts';
import { centreGroups } from './centre-groups.ts';
import { costTags } from './cost-tags.ts';

/** What SNS shows as the sender's name. */
const SENDER = 'CT-MRI study';

/** In so many stacks lie the topics of the centres: each may hold 500 resources, of which a centre with addresses takes up to six. */
const GROUPS = 8;

/**
 * What the topics are called: for results, and, with a centre's name at its end, for each centre. Known before the topics are
 * made, so that no function needs a variable for each centre.
 */
export const mailTopicNames = ({ stackName }: Stack) => ({
  results: `${stackName}-Results`,
  ofCentre: (centre: string) => `${stackName}-Verdicts-${centre}`,
});

/**
 * The key of what is sent by mail, and of nothing else: whoever may use it reads no upload, no row and no result. What a
 * topic keeps is gone once it is delivered, so it need not outlive the stack.
 */
export function mailKey(scope: Construct): Key {
  const key = new Key(scope, 'MailKey', {
    description: 'CT-MRI study: messages on their way to the people of the centres',
    enableKeyRotation: true,
  });
  costTags(key, 'mail');
  return key;
}

export interface MailTopicsProps {
  readonly key: IKey;
  readonly centres: readonly string[];
  readonly contacts: Contacts;
  /** Who alone tells of verdicts. */
  readonly ingest: IRole;
  /** Who alone tells of results. */
  readonly report: IRole;
}

/** A topic for each centre and one for results, with those subscribed whom the configuration names; AWS asks each to confirm. */
export function mailTopics(study: Stack, { key, centres, contacts, ingest, report }: MailTopicsProps): void {
  const names = mailTopicNames(study);
  const results = topicOf(study, 'ResultsTopic', names.results, key, contacts.results);
  onlyFrom(study, 'ResultsTopicPolicy', [results], report);
  costTags(results, 'mail');

  for (const [group, members] of centreGroups(centres, GROUPS)) {
    const nested = new NestedStack(study, `CentreTopics${group}`, {
      description: 'CT-MRI study: the topics that tell centres of the verdicts on their files',
    });
    const topics = members.map((centre) =>
      topicOf(nested, `Topic-${centre}`, names.ofCentre(centre), key, contacts.centres[centre] ?? []),
    );
    onlyFrom(nested, 'TopicPolicy', topics, ingest);
    costTags(nested, 'mail');
  }
}

function topicOf(
  scope: Construct,
  id: string,
  topicName: string,
  masterKey: IKey,
  addresses: readonly string[],
): Topic {
  const topic = new Topic(scope, id, { topicName, displayName: SENDER, masterKey });
  for (const address of addresses) topic.addSubscription(new EmailSubscription(address));
  return topic;
}

/** Nobody else publishes there, whatever their own role allows, and nobody in the open. */
function onlyFrom(scope: Construct, id: string, topics: readonly Topic[], role: IRole): void {
  const deny = (sid: string, conditions: Record<string, Record<string, string>>) =>
    new PolicyStatement({
      sid,
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['sns:Publish'],
      // In a topic's policy that is the topic itself; one policy serves all of them.
      resources: ['*'],
      conditions,
    });
  new TopicPolicy(scope, id, {
    topics: [...topics],
    policyDocument: new PolicyDocument({
      statements: [
        deny('OnlyTheStudyPublishes', { ArnNotEquals: { 'aws:PrincipalArn': role.roleArn } }),
        deny('OnlyOverTls', { Bool: { 'aws:SecureTransport': 'false' } }),
      ],
    }),
  });
}
