import { readFileSync } from 'node:fs';
import { examineFile } from '#shared/validation/examine-file.ts';
import { NO_OTHER_ROWS } from '#shared/validation/identity-rules.ts';
import { AT_THE_END, SETTINGS } from '#test/study/settings.ts';

/* Reads a file as the study does: by every rule, typed, with its warnings. */

const [path = ''] = process.argv.slice(2);
const examination = examineFile(readFileSync(path), NO_OTHER_ROWS, SETTINGS, AT_THE_END);
if (examination.verdict === 'refused') throw new Error('the file is refused');
if (examination.rows.length !== 200_000) throw new Error(`${examination.rows.length} rows`);
