import type { Bilingual } from '#shared/language.ts';
import type { ExaminationSettings } from '#shared/validation/examination-settings.ts';
import type { Problem } from '#shared/validation/problem.ts';

/** Files of one centre by their names, each as its lines, written as Excel does in French. */
export type ExampleFiles = Readonly<Record<string, readonly string[]>>;

/**
 * How to get it wrong, and the same mended: files to which the rules are applied, or, where no file of a few lines can
 * show it, words and the problem itself.
 */
export type Example =
  | { readonly wrong: ExampleFiles; readonly mended: ExampleFiles }
  | {
      readonly told: { readonly wrong: Bilingual; readonly mended: Bilingual };
      readonly problem: Problem;
      /** Whether a file is accepted all the same. */
      readonly isWarning?: true;
    };

/** What a code of a problem means. What to do is said by the problem that its example has. */
export interface Explanation {
  /** In a few words. */
  readonly title: Bilingual;
  /** Why the rule is there, and what is behind it as a rule. */
  readonly why: Bilingual;
  /** One that holds under the settings of the site. */
  readonly example: (settings: ExaminationSettings) => Example;
}

/** By code. */
export type Explanations = Readonly<Record<string, Explanation>>;

/** An example of one file: some lines that do not change, then one or more as they are and as they should be. */
export const fileExample =
  (name: string, same: readonly string[], wrong: readonly string[], mended: readonly string[]) =>
  (): Example => ({ wrong: { [name]: [...same, ...wrong] }, mended: { [name]: [...same, ...mended] } });

/** An example that is told, for no file of a few lines can show it. */
export const toldExample = (problem: Problem, wrong: Bilingual, mended: Bilingual) => (): Example => ({
  told: { wrong, mended },
  problem,
});

/** The same of what a file is only warned of. */
export const toldWarning = (problem: Problem, wrong: Bilingual, mended: Bilingual) => (): Example => ({
  told: { wrong, mended },
  problem,
  isWarning: true,
});

export const PATIENTS_HEADER = 'patient_id;sex;histologically_proven;primary_site;liver_metastases';
export const PAIRS_HEADER = 'patient_id;pair;ct_date;mri_date;protocol_complete;countable';
export const LESIONS_HEADER = 'patient_id;pair;lesion;side;ct_portal_mm';
