import type { Mail } from '#shared/mail/mail.ts';

export type PublishMail = (mail: Mail) => Promise<void>;
export type PublisherOf = (topicArn: string) => PublishMail;
