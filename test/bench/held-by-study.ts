import { readFileSync, writeFileSync } from 'node:fs';
import { examineRead, readFile } from '#shared/validation/examine-file.ts';
import { NO_OTHER_ROWS } from '#shared/validation/identity-rules.ts';
import { AT_THE_END, SETTINGS } from '#test/study/settings.ts';

/* What the study holds of a file, step by step, each time after its garbage is collected: `node --expose-gc`. */

const [path = '', result = ''] = process.argv.slice(2);
const held = () => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

const start = process.memoryUsage.rss();
const before = held();
const bytes = readFileSync(path);
const withBytes = held();
const file = readFile(bytes);
const withColumns = held();
const examination = examineRead(file, NO_OTHER_ROWS, SETTINGS, AT_THE_END);
const withExamination = held();
if (examination.verdict === 'refused') throw new Error('the file is refused');
const parts = {
  'Node and the code, before the file is read': start,
  'the file’s bytes': withBytes - before,
  'its text and columns': withColumns - withBytes,
  'its rows and the findings': withExamination - withColumns,
};
writeFileSync(
  result,
  JSON.stringify(Object.fromEntries(Object.entries(parts).map(([part, size]) => [part, size / 1e6]))),
);
