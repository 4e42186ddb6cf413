import { request } from 'node:http';
import { API } from '#shared/desk/api.ts';
import { type UploadForm, uploadFormSchema } from '#shared/desk/centre-api.ts';
import { outputs } from './deployed-study.ts';

/** The desk as a browser of this computer finds it; only browsers find a name below `localhost` by themselves. */
export const DESK = new URL(outputs.DeskUrl);

export interface Question {
  readonly method?: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly secret?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Answered {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
  readonly json: () => unknown;
}

/** Asks the deployed desk. */
export function askDesk({
  method = 'GET',
  path,
  query = {},
  secret,
  headers = {},
  body,
}: Question): Promise<Answered> {
  const sent = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port: DESK.port,
        method,
        path: `${path}${Object.keys(query).length === 0 ? '' : `?${new URLSearchParams(query)}`}`,
        headers: {
          host: DESK.host,
          ...(secret !== undefined && { authorization: `Bearer ${secret}` }),
          ...(sent !== undefined && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(sent),
          }),
          ...headers,
        },
      },
      async (response) => {
        const parts: Buffer[] = [];
        for await (const part of response) parts.push(Buffer.from(part));
        const text = Buffer.concat(parts).toString();
        resolve({
          status: response.statusCode,
          headers: response.headers,
          text,
          json: () => JSON.parse(text),
        });
      },
    );
    asked.on('error', reject).end(sent);
  });
}

/** What the desk signs for these bytes under this name. */
export async function formFor(
  secret: string,
  name: string,
  content: Uint8Array<ArrayBuffer>,
): Promise<UploadForm> {
  const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', content)).toString('hex');
  const body = { name, bytes: content.length, sha256 };
  const { json } = await askDesk({ method: 'POST', path: API.uploads, secret, body });
  return uploadFormSchema.parse(json());
}

/** Sends a form to the bucket, as the page does. */
export function sendForm(
  { url, fields }: UploadForm,
  content: Uint8Array<ArrayBuffer>,
  origin = DESK.origin,
): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([content]), 'file.csv');
  return fetch(url, { method: 'POST', body: form, headers: { origin } });
}
