import type { StartRun } from './run-starter.ts';

/** On Lambda, whose client is loaded with the first run that is asked for: most hints find nothing to do, and ask for none. */
export const startRun: StartRun = async (functionName, event) => {
  const { startOnLambda } = await import('./start-on-lambda.ts');
  await startOnLambda(functionName, event);
};
