import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { CentreRow } from '#shared/study/study.ts';
import { type CentreFile, examineCentre } from '#shared/validation/examine-centre.ts';

const FOLDER = join(import.meta.dirname, '../cohort');

export const COHORTS = ['thesis', 'thesis-fr'] as const;
export type CohortName = (typeof COHORTS)[number];

/** The files of a sample cohort, by centre. */
export function cohortFiles(name: CohortName): ReadonlyMap<string, readonly CentreFile[]> {
  const folder = join(FOLDER, name);
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

/** The accepted rows of some centres' files; a refused file is an error of the test. */
export function rowsOfCentres(centres: ReadonlyMap<string, readonly CentreFile[]>): readonly CentreRow[] {
  return [...centres].flatMap(([centre, files]) =>
    examineCentre(files).flatMap(({ name, examination }) => {
      if (examination.verdict === 'refused')
        throw new Error(`${centre}/${name}: ${examination.problems[0]?.code}`);
      return examination.rows.map(({ content }) => ({ centre, content }));
    }),
  );
}

const expectedSchema = z.object({
  figures: z.array(
    z.object({
      id: z.string(),
      cohorts: z.record(z.enum(COHORTS), z.object({ value: z.number() }).loose()),
    }),
  ),
});
const { figures } = expectedSchema.parse(JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8')));

/** What a sample cohort gives for one of the thesis's figures. */
export function expectedFigure(cohort: CohortName, id: string): number {
  const figure = figures.find((candidate) => candidate.id === id);
  if (figure === undefined) throw new Error(`no figure ${id} is expected`);
  return figure.cohorts[cohort].value;
}
