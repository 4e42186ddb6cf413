import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { costTags } from './cost-tags.ts';

/** The one key of the study: whoever may not use it reads neither the uploads, nor the rows, nor the results. */
export function encryptionKey(scope: Construct): Key {
  const key = new Key(scope, 'EncryptionKey', {
    description: 'CT-MRI study: uploads, rows and results',
    enableKeyRotation: true,
    // Without the key all data is lost: it stays when the stack goes, and AWS waits as long as it can to delete it.
    removalPolicy: RemovalPolicy.RETAIN,
    pendingWindow: Duration.days(30),
  });
  costTags(key, 'storage');
  return key;
}
