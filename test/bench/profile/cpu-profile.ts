import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { PROJECT } from '#cdk/fingerprint.ts';

/** What `node --cpu-prof` writes: https://chromedevtools.github.io/devtools-protocol/v8/Profiler/#type-Profile */
const profileSchema = z.object({
  nodes: z.array(
    z.object({
      id: z.number(),
      callFrame: z.object({
        functionName: z.string(),
        url: z.string(),
        lineNumber: z.number(),
        columnNumber: z.number(),
      }),
      children: z.array(z.number()).default([]),
    }),
  ),
  samples: z.array(z.number()),
  /** Microseconds since the sample before. */
  timeDeltas: z.array(z.number()),
});
type CallFrame = z.infer<typeof profileSchema>['nodes'][number]['callFrame'];

const IDLE = '(idle)';
const PACKAGES = 'node_modules/';

/**
 * The time that each source took itself, in microseconds: what V8 does for it, as sorting, is its own. Sources of the project are named
 * from its folder, of a bundle too; others as the profile has them: `node:fs`, `(garbage collector)`.
 */
export function timeBySource(path: string): ReadonlyMap<string, number> {
  const { nodes, samples, timeDeltas } = profileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const sourceOf = sourcesIn(new Map());
  const sources = new Map<number, string>();
  // Parents stand before their children.
  for (const { id, callFrame, children } of nodes) {
    const own = sourceOf(callFrame) ?? sources.get(id) ?? callFrame.functionName;
    sources.set(id, own);
    for (const child of children) sources.set(child, own);
  }
  const time = new Map<string, number>();
  for (const [position, id] of samples.entries()) {
    const source = sources.get(id) ?? IDLE;
    if (source !== IDLE) time.set(source, (time.get(source) ?? 0) + (timeDeltas[position] ?? 0));
  }
  return time;
}

/** The source of a function; undefined of V8's own, which its caller calls. */
const sourcesIn =
  (maps: Map<string, SourceMap | undefined>) =>
  ({ functionName, url, lineNumber, columnNumber }: CallFrame): string | undefined => {
    if (url === '') return /^\(.+\)$/.test(functionName) ? functionName : undefined;
    if (!url.startsWith('file:')) return url;
    const path = fileURLToPath(url);
    if (!maps.has(path)) maps.set(path, sourceMapOf(path));
    const entry = maps.get(path)?.findEntry(lineNumber, columnNumber);
    if (entry !== undefined && 'originalSource' in entry && entry.originalSource !== undefined)
      return entry.originalSource;
    const source = relative(PROJECT, path);
    // A bundle lies elsewhere, and its source maps know our own sources alone.
    return source.startsWith('..') ? PACKAGES : source;
  };

const sourceMapOf = (path: string): SourceMap | undefined =>
  existsSync(`${path}.map`) ? new SourceMap(JSON.parse(readFileSync(`${path}.map`, 'utf8'))) : undefined;
