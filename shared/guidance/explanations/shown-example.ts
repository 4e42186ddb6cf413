import { circumstancesAt } from '#shared/validation/circumstances.ts';
import { findingsOf } from '#shared/validation/examination.ts';
import type { ExaminationSettings } from '#shared/validation/examination-settings.ts';
import { type ExaminedFile, examineCentre } from '#shared/validation/examine-centre.ts';
import type { Problem } from '#shared/validation/problem.ts';
import type { Example, ExampleFiles } from './explanation.ts';

/** On the last day that a file may name: examples are right at any time. */
const SENT = circumstancesAt('2100-12-31');

/** The files of an example as the rules of the study judge them, as if all of them had been dropped. */
export const examinedExample = (
  files: ExampleFiles,
  settings: ExaminationSettings,
): readonly ExaminedFile[] =>
  examineCentre(
    Object.entries(files).map(([name, lines]) => ({
      name,
      bytes: new TextEncoder().encode(lines.map((line) => `${line}\n`).join('')),
    })),
    settings,
    SENT,
  );

/** A problem of an example, whether its file is refused for it, and which file that is; null where no file is shown. */
export interface FoundProblem {
  readonly problem: Problem;
  readonly refused: boolean;
  readonly file: string | null;
}

/** The problem that an example is one of. */
export function problemOfExample(
  code: string,
  example: Example,
  settings: ExaminationSettings,
): FoundProblem | undefined {
  if ('told' in example) {
    return { problem: example.problem, refused: example.isWarning !== true, file: null };
  }
  return examinedExample(example.wrong, settings)
    .flatMap(({ name, examination }) =>
      findingsOf(examination).map((problem) => ({
        problem,
        refused: examination.verdict === 'refused',
        file: name,
      })),
    )
    .find(({ problem }) => problem.code === code);
}
