import {
  GetBucketNotificationConfigurationCommand,
  PutBucketNotificationConfigurationCommand,
  type S3Client,
} from '@aws-sdk/client-s3';

/** Does something to a bucket that nobody is told of. S3 tells whom it will tell again afterwards, in a message of its own. */
export async function whileSilenced(s3: S3Client, Bucket: string, work: () => Promise<void>): Promise<void> {
  const { $metadata: _, ...notification } = await s3.send(
    new GetBucketNotificationConfigurationCommand({ Bucket }),
  );
  const announce = (configuration: typeof notification) =>
    s3.send(
      new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration: configuration }),
    );
  await announce({});
  try {
    await work();
  } finally {
    await announce(notification);
  }
}
