import { join } from 'node:path';
import { readCohort } from '#cdk/commands/files.ts';
import type { Cohort } from '#shared/study/cohort.ts';
import { SAMPLE_COHORTS_FOLDER } from '#test/sample-cohorts.ts';

/** The thesis's cohort dealt out to as many centres, each patient copied under another name. */
export async function manyCentres(count: number): Promise<Cohort> {
  const thesis = await readCohort(join(SAMPLE_COHORTS_FOLDER, 'thesis'));
  const sent = [...thesis.values()];
  return new Map(
    Array.from({ length: count }, (_, number) => [
      `centre-${String(number + 1).padStart(2, '0')}`,
      (sent[number % sent.length] ?? []).map(({ name, bytes }) => ({
        name,
        bytes: new TextEncoder().encode(renamed(new TextDecoder().decode(bytes), number)),
      })),
    ]),
  );
}

const renamed = (csv: string, number: number): string =>
  csv.replaceAll(/^[A-Z](?=\d+,)/gm, (letter) => `${letter}${String.fromCharCode(65 + number)}`);
