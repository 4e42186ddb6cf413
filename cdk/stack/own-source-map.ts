import { decode, encode, type SourceMapSegment } from '@jridgewell/sourcemap-codec';
import * as z from 'zod';

/** What esbuild writes of a bundle. */
const sourceMapSchema = z.object({
  version: z.literal(3),
  sources: z.array(z.string()),
  names: z.array(z.string()),
  mappings: z.string(),
});

const MAP = '.map';
const isOurs = (source: string): boolean => /^(?:functions|shared)\//.test(source);

/**
 * The files of a bundle with source maps that know no packages. With `--enable-source-maps` a start reads and parses them whole, which
 * takes longer than to compile the code; and what is logged of a failure is its place in our own sources. Code of which nothing
 * is ours has no map, and asks for none.
 *
 * @param files - by name
 */
export function withOwnSourceMaps(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const kept = new Map<string, string>();
  for (const [name, text] of files) {
    if (name.endsWith(MAP)) continue;
    const map = ownSourceMap(files.get(name + MAP));
    if (map !== undefined) kept.set(name + MAP, map);
    kept.set(name, map === undefined ? text.replace(/^\/\/# sourceMappingURL=.*\n/m, '') : text);
  }
  return kept;
}

function ownSourceMap(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const map = sourceMapSchema.parse(JSON.parse(text));
  if (!map.sources.some(isOurs)) return undefined;
  const isOwn = (segment: SourceMapSegment | undefined) => isOurs(map.sources[segment?.[1] ?? -1] ?? '');
  const sources = new Renumbered(map.sources);
  const names = new Renumbered(map.names);
  const renumbered = (segment: SourceMapSegment): SourceMapSegment => {
    if (segment.length === 1) return segment;
    const [column, source, line, place, name] = segment;
    const from = sources.numberOf(source);
    return name === undefined
      ? [column, from, line, place]
      : [column, from, line, place, names.numberOf(name)];
  };
  const lines = decode(map.mappings).map((segments) =>
    segments.flatMap((segment, position): SourceMapSegment[] => {
      if (isOwn(segment)) return [renumbered(segment)];
      // Where ours ends, what follows comes from nowhere that is known.
      return isOwn(segments[position - 1]) ? [[segment[0]]] : [];
    }),
  );
  return JSON.stringify({
    version: map.version,
    sources: sources.used,
    names: names.used,
    mappings: encode(lines),
  });
}

/** The texts of a list that are still asked for, numbered anew as they are. */
class Renumbered {
  readonly used: string[] = [];
  readonly #numbers = new Map<number, number>();
  readonly #all: readonly string[];

  constructor(all: readonly string[]) {
    this.#all = all;
  }

  numberOf(before: number): number {
    const number = this.#numbers.get(before) ?? this.used.push(this.#all[before] ?? '') - 1;
    this.#numbers.set(before, number);
    return number;
  }
}
