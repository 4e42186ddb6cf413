import { basename, normalize } from 'node:path';

/** What some file systems take for the same name. */
const folded = (name: string) => name.normalize('NFC').toLowerCase();

function occurrences(names: readonly string[]): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  for (const name of names) count.set(folded(name), (count.get(folded(name)) ?? 0) + 1);
  return count;
}

/** What each file is called: its name alone; where others have that too, with its folders, as it was given. */
export function namesApart(paths: readonly string[]): readonly string[] {
  const count = occurrences(paths.map((path) => basename(path)));
  return paths.map((path) =>
    (count.get(folded(basename(path))) ?? 0) > 1 ? normalize(path) : basename(path),
  );
}

/** The same as names in one folder, no two alike: folders are joined by `_`, and what is still the same is numbered. */
export function namesInOneFolder(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const flat = name
      .split(/[/\\]/)
      .filter((part) => part !== '' && part !== '.' && part !== '..')
      .join('_');
    let free = flat;
    for (let number = 2; taken.has(folded(free)); number++) free = `${number}_${flat}`;
    taken.add(folded(free));
    return free;
  });
}
