import type { Manifest } from '#shared/publication/manifest.ts';

type Input = Manifest['inputs'][number];
/** Which content a key had. */
export type InputVersion = Pick<Input, 'versionId' | 'sha256' | 'rows'>;

/** A file that one of two results was computed from and the other was not, or in another version. */
export interface InputChange {
  readonly centre: string;
  readonly key: string;
  readonly change: 'added' | 'replaced' | 'removed';
  readonly before: InputVersion | null;
  readonly after: InputVersion | null;
}

/** What differs between the files of two results, by key. A file that was sent again unchanged is replaced too. */
export function compareInputs(before: readonly Input[], after: readonly Input[]): readonly InputChange[] {
  const earlier = new Map(before.map((input) => [input.key, input]));
  const later = new Map(after.map((input) => [input.key, input]));
  const keys = [...new Set([...earlier.keys(), ...later.keys()])].toSorted();
  return keys.flatMap((key): readonly InputChange[] => {
    const [from, to] = [earlier.get(key), later.get(key)];
    const change = changeOf(from, to);
    if (change === null) return [];
    const centre = (to ?? from)?.centre ?? '';
    return [{ centre, key, change, before: versionOf(from), after: versionOf(to) }];
  });
}

function changeOf(from: Input | undefined, to: Input | undefined): InputChange['change'] | null {
  if (from === undefined) return 'added';
  if (to === undefined) return 'removed';
  return from.versionId === to.versionId && from.sha256 === to.sha256 ? null : 'replaced';
}

const versionOf = (input: Input | undefined): InputVersion | null =>
  input === undefined ? null : { versionId: input.versionId, sha256: input.sha256, rows: input.rows };
