import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE_COHORTS_FOLDER } from '#test/sample-cohorts.ts';

/** How many counted pairs the thesis's cohort has. */
export const THESIS_PAIRS = 57;
/** Each of the cohort's three centres is divided into so many: no file may have more than 200,000 rows. */
const centresOf = (pairs: number) => (pairs < 1e6 ? 7 : 167);

/** Writes the thesis's cohort so many times that it has about as many counted pairs, each time with other patients. */
export function writeCohort(folder: string, pairs: number): void {
  const centres = centresOf(pairs);
  const copies = Math.max(1, Math.round(pairs / THESIS_PAIRS));
  const cohort = join(SAMPLE_COHORTS_FOLDER, 'thesis');
  for (const centre of readdirSync(cohort)) {
    for (const file of readdirSync(join(cohort, centre))) {
      const [header = '', ...rows] = readFileSync(join(cohort, centre, file), 'utf8')
        .trimEnd()
        .split('\n');
      for (let part = 0; part < Math.min(centres, copies); part += 1) {
        const lines = [header];
        for (let copy = part; copy < copies; copy += centres) {
          for (const row of rows) lines.push(copies === 1 ? row : `K${copy}-${row}`);
        }
        mkdirSync(join(folder, `${centre}-${part}`), { recursive: true });
        writeFileSync(join(folder, `${centre}-${part}`, file), `${lines.join('\n')}\n`);
      }
    }
  }
}
