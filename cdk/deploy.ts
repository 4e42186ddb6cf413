import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bilingual } from '#shared/language.ts';
import { causeOfFailure, resourceMade } from './deployment-events.ts';
import { ToldFailure } from './failure.ts';
import { startGroup } from './localstack/process-group.ts';
import { STACK_NAME } from './stack-outputs.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
// The project's own programs first, among them the Node that its TypeScript runs on.
const PROGRAMS = join(PROJECT, 'node_modules', '.bin');
// Nothing but the deployment: no news of the CDK, no question about its usage, no look for a newer one.
const QUIET = ['--ci', '--no-notices', '--no-version-reporting'];
// The CDK's own words for the account and region of the environment; without them it would synthesise once more to ask.
const WHEREVER_CREDENTIALS_LEAD = 'aws://unknown-account/unknown-region';

export interface Deployment {
  /** The whole environment of the CDK: its credentials, region and endpoint say where to. */
  readonly environment: NodeJS.ProcessEnv;
  /** Gets a short line for each step. */
  readonly progress: (step: Bilingual) => void;
  readonly signal?: AbortSignal;
  /** Settings over those of `cdk.json`. */
  readonly context?: Readonly<Record<string, string>>;
}

/** The study could not be deployed; the sentence names the full log. */
export class DeployFailure extends ToldFailure {
  override readonly name = 'DeployFailure';
}

/**
 * Synthesises the stack, prepares the account for the CDK where it is not, and deploys. Two may run at once.
 *
 * @throws DeployFailure
 */
export async function deployStudy(deployment: Deployment): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ctmri-deploy-'));
  try {
    await deployFrom(folder, deployment);
  } catch (error) {
    if (error instanceof DeployFailure) throw error;
    rmSync(folder, { recursive: true });
    throw error;
  }
  rmSync(folder, { recursive: true });
}

async function deployFrom(
  folder: string,
  { environment, progress, signal, context = {} }: Deployment,
): Promise<void> {
  const assembly = join(folder, 'assembly');
  const log = join(folder, 'cdk.log');
  const failed = new AbortController();
  const ended = AbortSignal.any([failed.signal, ...(signal ? [signal] : [])]);
  const cdk = async (parameters: readonly string[], onLine?: (line: string) => void) => {
    try {
      await runCdk([...parameters, ...QUIET], { environment, log, onLine, signal: ended });
    } catch (error) {
      failed.abort(error);
    }
  };

  const settings = Object.entries(context).flatMap(([name, value]) => ['--context', `${name}=${value}`]);
  progress({ fr: 'Préparation du déploiement…', en: 'Preparing the deployment…' });
  // Side by side: one needs the processor, the other waits for AWS. An account that is ready stays as it is.
  await Promise.all([
    cdk(['synth', '--quiet', '--output', assembly, ...settings]),
    // Into a folder of its own, since it synthesises too, and two may not into one.
    cdk(['bootstrap', WHEREVER_CREDENTIALS_LEAD, '--output', join(folder, 'bootstrap')]),
  ]);
  failed.signal.throwIfAborted();
  progress({ fr: 'Déploiement…', en: 'Deploying…' });
  const deploy = ['deploy', STACK_NAME, '--app', assembly, '--method', 'direct'];
  await cdk([...deploy, '--require-approval', 'never', '--progress', 'events'], (line) => {
    const made = resourceMade(line);
    if (made) progress(made);
  });
  failed.signal.throwIfAborted();
}

interface CdkRun {
  readonly environment: NodeJS.ProcessEnv;
  readonly log: string;
  readonly onLine: ((line: string) => void) | undefined;
  readonly signal: AbortSignal;
}

/** Runs the CDK of this project, which ends with this process, or when the signal says so. */
async function runCdk(parameters: readonly string[], run: CdkRun): Promise<void> {
  run.signal.throwIfAborted();
  const lines: string[] = [];
  let unfinished = '';
  const path = [PROGRAMS, run.environment['PATH']].join(delimiter);
  const group = startGroup(['cdk', ...parameters], {
    environment: { ...run.environment, PATH: path, CDK_DISABLE_VERSION_CHECK: '1' },
    folder: PROJECT,
    onOutput: (text) => {
      appendFileSync(run.log, text);
      const whole = (unfinished + text).split('\n');
      unfinished = whole.pop() ?? '';
      lines.push(...whole);
      for (const line of whole) run.onLine?.(line);
    },
  });
  run.signal.addEventListener('abort', group.kill, { once: true });
  const status = await group.ended;
  run.signal.removeEventListener('abort', group.kill);
  run.signal.throwIfAborted();
  if (status !== 0) throw new DeployFailure(failure(causeOfFailure(lines), run.log));
}

function failure(cause: string | undefined, log: string): Bilingual {
  return {
    fr: `L’étude n’a pas pu être déployée : ${cause ?? 'le CDK n’en dit pas la cause'} (journal complet : ${log}).`,
    en: `The study could not be deployed: ${cause ?? 'the CDK does not say why'} (full log: ${log}).`,
  };
}
