import { readFile } from 'node:fs/promises';
import { reportWriter } from '#functions/ingest/report-store.ts';
import { rowStager } from '#functions/ingest/row-stager.ts';
import { generationName } from '#functions/storage/generation-name.ts';
import { reportOn } from '#shared/reports/report.ts';
import { circumstancesAt } from '#shared/validation/circumstances.ts';
import { findingsOf } from '#shared/validation/examination.ts';
import { examineFile } from '#shared/validation/examine-file.ts';
import { NO_OTHER_ROWS } from '#shared/validation/identity-rules.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { LARGEST_FILES } from './largest-files.ts';

/* What ingest does with one file, in a process of its own, whose memory is then read; nothing is sent anywhere. */

const MEGABYTE = 1_000_000;
const [name = '', path = ''] = process.argv.slice(2);
const KEY = 'uploads/rouen/largest.csv';
const AT = '2026-11-24T03:00:00.000Z';
const started = performance.now();

const others = LARGEST_FILES[name]?.others?.() ?? NO_OTHER_ROWS;
const examination = examineFile(Uint8Array.from(await readFile(path)), others, SETTINGS, circumstancesAt(AT));
if (examination.verdict === 'accepted') {
  const { rows } = examination;
  const generation = {
    centre: 'rouen',
    key: KEY,
    versionId: 'v1',
    generation: generationName(KEY, 'v1', rows),
    rows: rows.length,
  };
  const stageRows = rowStager({
    announceGeneration: async () => {},
    writeAll: async (writes) => {
      for (const write of writes) if (write.PutRequest === undefined) throw new Error('a row is deleted');
    },
  });
  await stageRows(generation, rows, AT);
}
const report = reportOn({
  file: KEY,
  versionId: 'v1',
  sha256: '',
  at: AT,
  rules: 'today',
  beside: '',
  examination,
  entering: null,
  changes: null,
  stillInForce: null,
  refusedSince: null,
});
const written: number[] = [];
const writeReport = reportWriter(async ({ body }) => {
  written.push(typeof body === 'string' ? Buffer.byteLength(body) : body.length);
  return { etag: 'etag' };
});
const { text } = examination;
const annotation = text && { text, problems: findingsOf(examination) };
await writeReport({ report, annotation, isFinal: true }, { json: null, text: null, annotated: null });

process.stdout.write(
  JSON.stringify({
    verdict: report.verdict,
    found: report.problemCount + report.warningCount,
    memory: process.resourceUsage().maxRSS / (MEGABYTE / 1024),
    seconds: (performance.now() - started) / 1000,
    written: written.map((bytes) => bytes / MEGABYTE),
  }),
);
