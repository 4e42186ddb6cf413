import { SNSClient } from '@aws-sdk/client-sns';
import { topicPublishers } from './topic-publishers.ts';

/** The topics of the real service. */
export const publisherOf = topicPublishers(new SNSClient({}));
