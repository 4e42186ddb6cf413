import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { documentClient } from '#functions/clients.ts';

const LOGGING = expect.stringContaining('loggerMiddleware');

describe('the client of the table', () => {
  it('copies nothing for a log that nobody reads, as the SDK does by itself', () => {
    // Under another name in a new SDK the step would be left in.
    expect(new DynamoDBClient({}).middlewareStack.identify()).toContainEqual(LOGGING);
    expect(documentClient().middlewareStack.identify()).not.toContainEqual(LOGGING);
  });
});
