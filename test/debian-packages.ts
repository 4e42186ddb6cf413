import { lastLine, run } from '#cdk/localstack/install/run.ts';

/**
 * Installs packages of Debian by apt, where we are root.
 *
 * @returns why they could not be installed, and the command for somebody who may; undefined once they are there
 */
export async function installDebianPackages(
  packages: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const install = ['apt-get', 'install', '--yes', '--no-install-recommends', ...packages];
  const advice = `install with “sudo ${install.join(' ')}”`;
  if (process.getuid?.() !== 0) return `we are not root: ${advice}`;
  const unattended = { ...environment, DEBIAN_FRONTEND: 'noninteractive' };
  let installed = await run(install, unattended);
  if (!installed.succeeded) {
    // A machine that was set up long ago knows only packages that are gone.
    await run(['apt-get', 'update'], unattended);
    installed = await run(install, unattended);
  }
  return installed.succeeded ? undefined : `apt failed (${lastLine(installed.output)}): ${advice}`;
}
