import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type Cohort, type CohortFile, examineCohort } from '#shared/study/cohort.ts';
import type { CentreRow } from '#shared/study/study.ts';
import { SAMPLE_COHORTS_FOLDER } from '#test/sample-cohorts.ts';
import { AT_THE_END, SETTINGS } from './settings.ts';

export const COHORTS = ['thesis', 'thesis-fr'] as const;
export type CohortName = (typeof COHORTS)[number];

/** The files of a sample cohort, by centre. */
export function cohortFiles(name: CohortName): Cohort {
  const folder = join(SAMPLE_COHORTS_FOLDER, name);
  return new Map(
    readdirSync(folder).map((centre) => [
      centre,
      readdirSync(join(folder, centre)).map((file) => ({
        name: file,
        bytes: Uint8Array.from(readFileSync(join(folder, centre, file))),
      })),
    ]),
  );
}

/** Some centres' files; one that is refused is an error of the test. */
export function acceptedFiles(cohort: Cohort): readonly CohortFile[] {
  const files = examineCohort(cohort, SETTINGS, AT_THE_END);
  for (const { centre, name, examination } of files) {
    if (examination.verdict === 'refused')
      throw new Error(`${centre}/${name}: ${examination.problems[0]?.code}`);
  }
  return files;
}

/** Their rows, as objects of which a test may make others. */
export const rowsOfCentres = (cohort: Cohort): readonly CentreRow[] =>
  acceptedFiles(cohort).flatMap(({ centre, examination }) =>
    examination.verdict === 'refused'
      ? []
      : Array.from(examination.rows, ({ content }) => ({ centre, content })),
  );

const expectedSchema = z.object({
  figures: z.array(
    z.object({
      id: z.string(),
      cohorts: z.record(z.enum(COHORTS), z.object({ value: z.number() }).loose()),
    }),
  ),
});
const { figures } = expectedSchema.parse(
  JSON.parse(readFileSync(join(SAMPLE_COHORTS_FOLDER, 'expected.json'), 'utf8')),
);

/** What a sample cohort gives for one of the thesis's figures. */
export function expectedFigure(cohort: CohortName, id: string): number {
  const figure = figures.find((candidate) => candidate.id === id);
  if (figure === undefined) throw new Error(`no figure ${id} is expected`);
  return figure.cohorts[cohort].value;
}
