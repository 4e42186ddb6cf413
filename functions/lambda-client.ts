import { LambdaClient } from '@aws-sdk/client-lambda';

/** Apart from the other clients, which every start of a function loads: whoever imports one of a file loads all of it. */
export const lambdaClient = (): LambdaClient => new LambdaClient({});
