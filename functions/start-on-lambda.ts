import { lambdaClient } from './lambda-client.ts';
import { runStarter } from './run-starter.ts';

export const startOnLambda = runStarter(lambdaClient());
