import type { PublisherOf } from './publish-mail.ts';

/** The topics of the study. SNS's client is loaded with the first message: most runs send none. */
export const studyTopics: PublisherOf = (topicArn) => async (mail) => {
  const { publisherOf } = await import('./topics.ts');
  await publisherOf(topicArn)(mail);
};
