import { createServer } from 'node:net';

/** LocalStack's usual port. */
export const USUAL_PORT = 4566;

/** The usual port unless taken, then any free one. It may be taken again before it is used. */
export async function freePort(): Promise<number> {
  return (await portIfFree(USUAL_PORT)) ?? anyFreePort();
}

export async function anyFreePort(): Promise<number> {
  const port = await portIfFree(0);
  if (port === undefined) throw new Error('this machine has no free port');
  return port;
}

function portIfFree(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}
