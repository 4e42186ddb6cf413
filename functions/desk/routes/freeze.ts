import { DeskRefusal } from '#functions/desk/refusal.ts';
import { readBody } from '#functions/desk/request.ts';
import type { Asked } from '#functions/desk/route.ts';
import { textReader } from '#functions/storage/conditional-object.ts';
import { alteredFile, frozenWriter, manifestReader } from '#functions/storage/results.ts';
import { freezeRequestSchema } from '#shared/desk/coordinator-api.ts';
import { shortLinkId } from '#shared/desk/invitation.ts';
import { type FrozenResult, freezableName } from '#shared/publication/frozen-result.ts';
import { TABLES_FILE } from '#shared/publication/table-files.ts';
import { RESULT_ID, resultFolder } from '#shared/storage/bucket-keys.ts';

/** Names a whole result for a publication, once and for all; signed with whom the link was made for. */
export async function freeze({
  request,
  invitation,
  rights: { s3 },
  settings: { bucket },
  now,
}: Asked): Promise<FrozenResult> {
  const { id, name, why } = readBody(request, freezeRequestSchema);
  if (!freezableName(name)) throw new DeskRefusal('unusable_result_name');
  if (!RESULT_ID.test(id)) throw new DeskRefusal('no_such_result');
  const manifest = await manifestReader(s3, bucket)(id);
  if (manifest === undefined) throw new DeskRefusal('no_such_result');
  const readText = textReader(s3, bucket);
  const assertNotCleared = async () => {
    if ((await readText(resultFolder(id) + TABLES_FILE)) === undefined)
      throw new DeskRefusal('result_cleared');
  };
  await assertNotCleared();
  if ((await alteredFile(readText, manifest)) !== undefined) {
    throw new DeskRefusal('result_altered');
  }
  const by = invitation.name ?? `desk ${shortLinkId(invitation)}`;
  const frozen: FrozenResult = { name, id, at: now().toISOString(), by, why };
  if ((await frozenWriter(s3, bucket)(frozen)) === 'overtaken') throw new DeskRefusal('name_taken');
  // The night may have begun to clear it before the name stood there.
  await assertNotCleared();
  return frozen;
}
