import { join } from 'node:path';
import { run } from './run.ts';

/** The oldest that DynamoDB Local 2 runs on. */
const OLDEST_JAVA = 17;

/** @returns the command of a Java that is new enough, if there is one */
export async function findJava(environment: NodeJS.ProcessEnv): Promise<string | undefined> {
  const home = environment['JAVA_HOME'];
  for (const java of [...(home ? [join(home, 'bin', 'java')] : []), 'java']) {
    const { succeeded, output } = await run([java, '-version'], environment);
    if (succeeded && (javaVersion(output) ?? 0) >= OLDEST_JAVA) return java;
  }
  return undefined;
}

/** @returns the major version in what `java -version` prints: `1.8.0_392` is 8, `17.0.15` is 17 */
export function javaVersion(output: string): number | undefined {
  const [, first, second] = / version "(\d+)(?:\.(\d+))?/.exec(output) ?? [];
  if (first === undefined) return undefined;
  return Number(first === '1' ? second : first);
}
