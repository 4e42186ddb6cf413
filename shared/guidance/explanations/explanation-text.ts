import { type Bilingual, inLanguage, type Language, linesIn } from '#shared/language.ts';
import type { ExaminationSettings } from '#shared/validation/examination-settings.ts';
import type { Example, ExampleFiles } from './explanation.ts';
import { EXPLANATIONS } from './explanations.ts';
import { problemOfExample } from './shown-example.ts';

const REFUSED: Bilingual = { fr: 'le fichier est refusé', en: 'the file is refused' };
const WARNED: Bilingual = { fr: 'à vérifier, le fichier est accepté', en: 'to check, the file is accepted' };
const REPORTED: Bilingual = { fr: 'Ce que dit le compte rendu', en: 'What the report says' };
const WRONG: Bilingual = { fr: 'Exemple', en: 'Example' };
const MENDED: Bilingual = { fr: 'Corrigé', en: 'Mended' };

/**
 * What a code means, what the report says where it is found, an example, and the same mended: as plain text. Undefined
 * for a code that is none.
 */
export function explanationText(
  code: string,
  settings: ExaminationSettings,
  language: Language,
): string | undefined {
  const explanation = EXPLANATIONS[code];
  if (explanation === undefined) return undefined;
  const { title, why } = explanation;
  const example = explanation.example(settings);
  const found = problemOfExample(code, example, settings);
  if (found === undefined) throw new Error(`the example of ${code} is none`);
  const part = (heading: Bilingual, lines: readonly string[]) => [
    '',
    inLanguage(language, heading),
    ...lines.map((line) => `   ${line}`),
  ];
  return [
    `${code}   ${inLanguage(language, found.refused ? REFUSED : WARNED)}`,
    ...linesIn(language, title),
    '',
    ...linesIn(language, why),
    ...part(REPORTED, linesIn(language, found.problem.message)),
    ...part(WRONG, exampleLines(example, 'wrong', language)),
    ...part(MENDED, exampleLines(example, 'mended', language)),
    '',
  ].join('\n');
}

const exampleLines = (example: Example, which: 'wrong' | 'mended', language: Language): readonly string[] =>
  'told' in example ? linesIn(language, example.told[which]) : linesOf(example[which]);

const linesOf = (files: ExampleFiles): readonly string[] =>
  Object.entries(files).flatMap(([name, lines]) => [name, ...lines.map((line) => `   ${line}`)]);

/** Every code with its title, as plain text. */
export function allExplanationsText(language: Language): string {
  const width = Math.max(...Object.keys(EXPLANATIONS).map((code) => code.length));
  return Object.entries(EXPLANATIONS)
    .map(([code, { title }]) => `${code.padEnd(width)}  ${inLanguage(language, title)}`)
    .join('\n');
}
