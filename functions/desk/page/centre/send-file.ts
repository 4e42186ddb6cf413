import { API } from '#shared/desk/api.ts';
import { type UploadForm, uploadFormSchema } from '#shared/desk/centre-api.ts';
import { sha256 } from '#shared/sha256.ts';
import type { CentreFile } from '#shared/validation/examine-centre.ts';
import { type DeskApi, DeskError, NO_CONNECTION } from '../api-client.ts';
import { ASKING } from '../texts/asking.ts';

const ATTEMPTS = 4;
const FIRST_WAIT_MILLISECONDS = 1_000;

/**
 * Sends a file straight to the study's bucket, by a form that takes these bytes alone. Where the connection breaks it is tried
 * again, each time with a new form; S3 keeps a version only once it is whole.
 *
 * @param progress - told the share that has gone, 0 to 1
 * @returns the version that S3 gave it; null where the browser may not see that
 */
export async function sendFile(
  api: DeskApi,
  { name, bytes }: CentreFile,
  progress: (share: number) => void,
): Promise<string | null> {
  const body = { name, bytes: bytes.length, sha256: await sha256(bytes) };
  for (let attempt = 1; ; attempt++) {
    progress(0);
    try {
      const form = await api(API.uploads, uploadFormSchema, { method: 'POST', body });
      return await sent(form, name, bytes, progress);
    } catch (error) {
      const isBroken = error instanceof DeskError && error.code === NO_CONNECTION;
      if (!isBroken || attempt >= ATTEMPTS) throw error;
      await pause(FIRST_WAIT_MILLISECONDS * 2 ** (attempt - 1));
    }
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** By XMLHttpRequest: `fetch` says nothing of how far a body has gone. */
function sent(
  { url, fields }: UploadForm,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  progress: (share: number) => void,
): Promise<string | null> {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob([bytes]), name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const broken = () => reject(new DeskError(NO_CONNECTION, ASKING.noConnection));
    request.open('POST', url);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      progress(total > 0 ? loaded / total : 0);
    });
    request.addEventListener('error', broken);
    request.addEventListener('timeout', broken);
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) {
        resolve(request.getResponseHeader('x-amz-version-id'));
      } else if (request.status >= 500) broken();
      else reject(new DeskError('failed', ASKING.unexpected));
    });
    request.send(form);
  });
}
