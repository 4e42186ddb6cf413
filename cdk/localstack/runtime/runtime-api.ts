import { Agent, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';

export interface NextInvocation {
  /** The event, as JSON. */
  readonly event: string;
  readonly headers: IncomingHttpHeaders;
}

/** The two things that a runtime does with Lambda's Runtime API. Waits for the next event as long as it takes. */
export class RuntimeApi {
  readonly #base: string;
  readonly #agent = new Agent({ keepAlive: true });

  /** @param address host and port, as in AWS_LAMBDA_RUNTIME_API */
  constructor(address: string) {
    this.#base = `http://${address}/2018-06-01/runtime`;
  }

  async next(): Promise<NextInvocation> {
    const response = await this.#send('GET', 'invocation/next');
    return { event: await text(response), headers: response.headers };
  }

  async post(path: string, body: string): Promise<void> {
    const response = await this.#send('POST', path, body);
    response.resume();
  }

  #send(method: string, path: string, body = ''): Promise<IncomingMessage> {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    return new Promise((resolve, reject) => {
      request(`${this.#base}/${path}`, { method, headers, agent: this.#agent }, resolve)
        .on('error', reject)
        .end(body);
    });
  }
}
