import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { PublisherOf } from './publish-mail.ts';

/** Hands messages to the topic of an ARN, which sends them to whoever is subscribed; to nobody, where nobody is. */
export const topicPublishers =
  (client: SNSClient): PublisherOf =>
  (topicArn) =>
  async ({ subject, text }) => {
    await client.send(new PublishCommand({ TopicArn: topicArn, Subject: subject, Message: text }));
  };
