import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledFunction } from '#cdk/stack/function-bundle.ts';
import { isMissed, type Reaching } from '../aims.ts';
import { type Bench, MOST_SECONDS, OWN, present, said } from '../bench.ts';
import { interleaved, isMeasured, nodeProgram, type Program } from '../measured-run.ts';
import { type Costs, figure, timeOver, validationTable } from '../page.ts';
import { pairsFile } from '../pairs-file.ts';
import { peerVersions } from '../peers.ts';
import { memoryByPart } from '../profile/memory-by-part.ts';
import { PARTS_OF_VALIDATION } from '../profile/parts.ts';
import { profileText } from '../profile/shares.ts';
import type { Section } from '../section.ts';

const ROWS = 200_000;
const WITH_ZOD = ['csv-parse + zod', 'papaparse + zod', 'uDSV + zod'];
const UDSV = 'uDSV typed alone';
const PEERS = [...WITH_ZOD, 'papaparse alone', UDSV];

/** A file of as many rows as are permitted: read, validated and typed, beside what people read CSV with. */
export function validatedFile(bench: Bench): Section {
  const { folder, parsers } = bench;
  const path = pairsFile(folder);
  const megabytes = statSync(path).size / 1e6;
  // As the functions and the desk's page have it: the peers are compiled already, too.
  const own = nodeProgram(bundled('read-with-study', folder), path);
  const programs = present([
    [OWN, own],
    ...PEERS.map((peer): readonly [string, Program] | false =>
      parsers === undefined
        ? false
        : [peer, nodeProgram(join(import.meta.dirname, '../peers/read-with.mjs'), parsers, peer, path)],
    ),
  ]);
  const costs = said('validation', interleaved(programs, { ...bench, mostSeconds: MOST_SECONDS }));
  const reaching = reachedBy(costs, megabytes);
  return {
    heading: `A file of 200,000 pairs, ${megabytes.toFixed(0)} MB, read, validated and typed`,
    reaching,
    paragraphs: [
      validationTable(OWN, { costs, rows: ROWS, megabytes }),
      `Peers: ${peerVersions()}. With zod they check each cell alone; the study also checks rows against each other and the
centre’s other files, keeps each line for the annotated file, and warns.`,
      ...(isMissed(reaching, 'validationSpeed') || isMissed(reaching, 'validationTime')
        ? timeParagraphs(bench, own, costs)
        : []),
      ...(isMissed(reaching, 'validationMemory') ? memoryParagraphs(bench, path, costs, megabytes) : []),
    ],
  };
}

/** A program of the bench as the study bundles its functions. @returns where it begins */
function bundled(name: string, folder: string): string {
  const own = join(folder, name);
  mkdirSync(own);
  for (const { path, contents } of bundledFunction(`test/bench/${name}.ts`))
    writeFileSync(join(own, path), contents);
  return join(own, 'index.mjs');
}

function reachedBy(costs: Costs, megabytes: number): Reaching {
  const own = costs.get(OWN);
  const speeds = WITH_ZOD.flatMap((peer) => timeOver(costs.get(peer), own) ?? []);
  const bare = timeOver(own, costs.get(UDSV));
  const memory = own !== undefined && isMeasured(own) ? own.megabytes : null;
  const NO_PEERS = { why: 'its peers could not be installed' };
  return new Map([
    ['validationSpeed', speeds.length === 0 ? NO_PEERS : [{ value: Math.min(...speeds) }]],
    ['validationTime', bare === undefined ? NO_PEERS : [{ value: bare }]],
    ['validationMemory', memory === null ? { why: 'not measured' } : [{ value: memory / megabytes }]],
  ]);
}

function timeParagraphs(bench: Bench, own: Program, costs: Costs): readonly string[] {
  const bare = timeOver(costs.get(UDSV), costs.get(OWN));
  return [
    profileText(new Map([['this study', own]]), {
      ...bench,
      parts: PARTS_OF_VALIDATION,
      mostSeconds: MOST_SECONDS,
    }),
    `The fastest parser alone, which checks nothing, takes ${bare === undefined ? '–' : figure(bare)} of the study’s time.`,
  ];
}

function memoryParagraphs(bench: Bench, path: string, costs: Costs, file: number): readonly string[] {
  const own = costs.get(OWN);
  const most = own !== undefined && isMeasured(own) ? (own.megabytes ?? 0) : 0;
  return [memoryByPart([bundled('held-by-study', bench.folder), path], bench.folder, { most, file })];
}
