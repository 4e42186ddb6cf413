import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';

/** Whether DynamoDB did what was asked under a condition: false where the condition did not hold. */
export async function conditionally(attempt: Promise<unknown>): Promise<boolean> {
  try {
    await attempt;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
