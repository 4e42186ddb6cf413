/**
 * What to add to the environment of the CDK and of any AWS SDK so that they talk to LocalStack.
 *
 * The endpoint must be a loopback address, not a name: SDK and CDK then address S3 buckets by path, which
 * needs no DNS. Any credentials will do, as IAM is not enforced; a profile of the user's must not be used.
 *
 * @param endpoint for example `http://127.0.0.1:4566`
 */
export function localEnvironment(endpoint: string) {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: LOCAL_REGION,
    AWS_DEFAULT_REGION: LOCAL_REGION,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  };
}

/** Paris. */
export const LOCAL_REGION = 'eu-west-3';
