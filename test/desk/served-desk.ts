import { spawn } from 'node:child_process';
import { join } from 'node:path';

const SERVER = join(import.meta.dirname, 'serve.ts');
const LAST_LINK = 'expired';

export interface ServedDesk {
  /** The link of a centre, of the coordinator, or the expired one. */
  readonly linkOf: (whom: string) => string;
  readonly stop: () => void;
}

/** The desk in a process of its own, on two ports, with links as `serve.ts` prints them. */
export async function servedDesk(port: number): Promise<ServedDesk> {
  const server = spawn(process.execPath, [SERVER, '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const links = new Map<string, string>();
  server.stdout.setEncoding('utf8');
  await new Promise<void>((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`the desk ended with ${code}`)));
    let printed = '';
    server.stdout.on('data', (text: string) => {
      printed += text;
      for (const [, whom = '', link = ''] of printed.matchAll(/^(\S+) +(http\S+)\n/gm)) links.set(whom, link);
      if (links.has(LAST_LINK)) resolve();
    });
  });
  return {
    linkOf: (whom) => {
      const link = links.get(whom);
      if (link === undefined) throw new Error(`no link for ${whom}`);
      return link;
    },
    stop: () => server.kill(),
  };
}
