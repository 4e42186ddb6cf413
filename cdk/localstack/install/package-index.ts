import type { Python } from './python.ts';
import { run } from './run.ts';

/** What pip calls it, and what uv calls the same thing. */
const UV_NAMES: Readonly<Record<string, string>> = {
  'index-url': 'UV_DEFAULT_INDEX',
  'extra-index-url': 'UV_INDEX',
  'find-links': 'UV_FIND_LINKS',
  'trusted-host': 'UV_INSECURE_HOST',
  cert: 'SSL_CERT_FILE',
  proxy: 'ALL_PROXY',
};

/**
 * The user's settings for pip (files and variables: a mirror, a certificate, a proxy), for uv too. What is
 * set for uv itself comes first.
 */
export async function uvEnvironment(
  python: Python | undefined,
  environment: NodeJS.ProcessEnv,
): Promise<NodeJS.ProcessEnv> {
  const command = [python?.path ?? 'python3', '-m', 'pip', 'config', 'list'];
  const { succeeded, output } = await run(command, environment);
  return { UV_SYSTEM_CERTS: '1', ...(succeeded ? uvSettings(output) : {}), ...environment };
}

/** @param pipConfigList lines such as `global.index-url='…'`, later ones over earlier ones; `:env:` is a variable's */
export function uvSettings(pipConfigList: string): Record<string, string> {
  const settings: Record<string, string> = {};
  for (const line of pipConfigList.split('\n')) {
    const [, scope, name, value] = /^(:env:|global|install)\.([a-z-]+)='(.*)'$/.exec(line) ?? [];
    const uvName = UV_NAMES[name ?? ''];
    if (uvName === undefined || value === undefined) continue;
    // pip lists variables first, yet they win over its files.
    if (scope === ':env:' || !(uvName in settings)) {
      const separator = uvName === 'UV_FIND_LINKS' ? ',' : ' ';
      settings[uvName] = value.replaceAll('\\n', ' ').trim().split(/ +/).join(separator);
    }
  }
  return settings;
}
