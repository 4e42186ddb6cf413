import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { Mail } from '#shared/mail/mail.ts';

export type PublishMail = (mail: Mail) => Promise<void>;
export type PublisherOf = ReturnType<typeof mailPublishers>;

/** Hands messages to the topic of an ARN, which sends them to whoever is subscribed; to nobody, where nobody is. */
export const mailPublishers =
  (client: SNSClient) =>
  (topicArn: string): PublishMail =>
  async ({ subject, text }) => {
    await client.send(new PublishCommand({ TopicArn: topicArn, Subject: subject, Message: text }));
  };
