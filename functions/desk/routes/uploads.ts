import { DeskRefusal } from '#functions/desk/refusal.ts';
import { readBody } from '#functions/desk/request.ts';
import type { AskedByCentre } from '#functions/desk/route.ts';
import { type UploadForm, uploadRequestSchema } from '#shared/desk/centre-api.ts';
import { isSendableName } from '#shared/desk/file-name.ts';
import { uploadKey } from '#shared/storage/bucket-keys.ts';
import { LARGEST_FILE_BYTES } from '#shared/validation/limits.ts';

/** The form by which the page sends these bytes, under this name, into the centre's folder, within some minutes. */
export async function uploads({ centre, request, rights }: AskedByCentre): Promise<UploadForm> {
  const { name, bytes, sha256 } = readBody(request, uploadRequestSchema);
  if (!isSendableName(name)) throw new DeskRefusal('unusable_name');
  if (bytes < 1) throw new DeskRefusal('empty_file');
  if (bytes > LARGEST_FILE_BYTES) throw new DeskRefusal('file_too_large');
  return rights.presigner.form({ key: uploadKey(centre, name), bytes, sha256 });
}
