import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT } from '#cdk/fingerprint.ts';
import { makeCommandBundle } from '#cdk/make-command-bundle.ts';
import { type Bench, say } from './bench.ts';
import { hasProgram, installedParsers, installedSciPy } from './peers.ts';
import { performancePage } from './performance-page.ts';
import { installR } from './r-scripts.ts';
import type { Section } from './section.ts';
import { computedStudy } from './sections/computed-study.ts';
import { deskPage } from './sections/desk-page.ts';
import { functionStart } from './sections/function-start.ts';
import { reportOfNetwork } from './sections/report-of-network.ts';
import { uploadedFile } from './sections/uploaded-file.ts';
import { validatedFile } from './sections/validated-file.ts';
import { wilcoxon } from './sections/wilcoxon.ts';

/**
 * `npm run bench`: what the study costs beside what people would use instead, in the same run, in turn, on the same data.
 * Writes docs/PERFORMANCE.md and its pictures. Nothing of it is a test: a machine is fast or slow, a ratio says more.
 */

/** In the order of the page. */
const SECTIONS: Readonly<Record<string, (bench: Bench) => Section | Promise<Section>>> = {
  validation: validatedFile,
  study: computedStudy,
  wilcoxon,
  starts: functionStart,
  uploads: uploadedFile,
  report: reportOfNetwork,
  desk: deskPage,
};

const { values: asked } = parseArgs({
  options: {
    help: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '3' },
    pairs: { type: 'string', default: '100000' },
    only: { type: 'string', multiple: true, default: Object.keys(SECTIONS) },
  },
});
if (asked.help) {
  say(`Measures the study beside its peers and writes docs/PERFORMANCE.md.

  npm run bench                               some 16 minutes on two idle cores
  npm run bench -- --rounds 1 --pairs 10000   each once, and no study of more pairs
  npm run bench -- --pairs 1000000            a study of a million pairs from 500 centres, too
  npm run bench -- --only starts              prints a section alone: ${Object.keys(SECTIONS).join(', ')}`);
  process.exit(0);
}

const began = performance.now();
const folder = mkdtempSync(join(tmpdir(), 'ctmri-bench-'));
try {
  const isWhole = asked.only.length === Object.keys(SECTIONS).length;
  const withoutR = await installR(process.env);
  const docs = isWhole ? join(PROJECT, 'docs') : folder;
  const bench: Bench = {
    rounds: Number(asked.rounds),
    mostPairs: Number(asked.pairs),
    folder,
    pictures: join(docs, 'performance'),
    hasR: hasProgram('Rscript', '--version'),
    sciPy: installedSciPy(),
    parsers: installedParsers(),
  };
  mkdirSync(bench.pictures, { recursive: true });
  // As `npm ci` left it, whatever was changed since.
  await makeCommandBundle();
  const sections: Section[] = [];
  for (const [name, measured] of Object.entries(SECTIONS)) {
    if (asked.only.includes(name)) sections.push(await measured(bench));
  }
  const page = performancePage(sections, {
    machine: `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`,
    rounds: bench.rounds,
    skipped: [
      ...(bench.parsers === undefined ? ['the CSV parsers, which npm could not install'] : []),
      ...(bench.hasR ? [] : [`R (${withoutR})`]),
      ...(bench.sciPy === undefined ? ['SciPy, which pip could not install'] : []),
    ],
  });
  if (isWhole) writeFileSync(join(docs, 'PERFORMANCE.md'), page);
  else say(page);
  say(
    `${isWhole ? 'docs/PERFORMANCE.md written' : 'measured'} after ${((performance.now() - began) / 60_000).toFixed(1)} minutes`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
