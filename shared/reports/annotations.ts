import { type Bilingual, inLanguage, type Language, numberText } from '#shared/language.ts';
import { annotationCode } from '#shared/validation/annotation-column.ts';
import type { Problem } from '#shared/validation/problem.ts';

/** What the annotation of a row says of a problem, be it found just now or read from a report. */
export type Annotating = Pick<Problem, 'row' | 'column' | 'code' | 'message'> &
  Partial<Pick<Problem, 'marks' | 'others'>>;

/** The most characters of messages in one annotated file; past it a problem is told by its column and code alone. */
export const MOST_CHARACTERS_OF_MESSAGES = 20_000_000;

/** The most characters of one annotation: a spreadsheet takes 32,767 in a cell. */
const LONGEST_ANNOTATION = 25_000;

/**
 * What is wrong on each line, asked for in order of lines; a problem of a whole column stands in every row that has such a
 * cell. However much is wrong, each row that is wrong says so, and the whole stays a size that can be written.
 *
 * @param problems - in order of lines
 */
export function annotations(
  problems: readonly Annotating[],
  headerLine: number,
  language: Language,
): (line: number) => string {
  const lineOf = ({ row }: Annotating) => row ?? headerLine;
  const ofLines = problems.toSorted((a, b) => lineOf(a) - lineOf(b));
  const ofColumns = ofLines.flatMap((problem) =>
    problem.marks === undefined ? [] : [{ problem, lines: new Set(problem.marks) }],
  );
  let next = 0;
  let charactersLeft = MOST_CHARACTERS_OF_MESSAGES;
  return (line) => {
    const found = ofColumns.flatMap(({ problem, lines }) =>
      lines.has(line) && lineOf(problem) !== line ? [problem] : [],
    );
    for (let one = ofLines[next]; one !== undefined && lineOf(one) <= line; one = ofLines[next]) {
      if (lineOf(one) === line) found.push(one);
      next += 1;
    }
    const text = annotationOf(found, charactersLeft > 0, language);
    charactersLeft -= text.length;
    return text;
  };
}

function annotationOf(found: readonly Annotating[], isSpeltOut: boolean, language: Language): string {
  const told: string[] = [];
  let length = 0;
  for (const problem of found) {
    const text = isSpeltOut ? described(problem, language) : named(problem);
    if (told.length > 0 && length + text.length > LONGEST_ANNOTATION) break;
    told.push(text);
    length += text.length;
    if (!isSpeltOut) break;
  }
  const all = found.reduce((count, { others = 0 }) => count + 1 + others, 0);
  const beginning = all > told.length ? `${inLanguage(language, ofSoMany(all))} ` : '';
  return `${beginning}${told.join(' | ')}`;
}

const ofSoMany = (count: number): Bilingual => ({
  fr: `${numberText(count).fr} problèmes sur cette ligne, dont :`,
  en: `${numberText(count).en} problems in this row, such as:`,
});

function described({ column, message, code }: Annotating, language: Language): string {
  const sentence = `${inLanguage(language, message)} ${annotationCode(code)}`;
  return column === null ? sentence : `${column}: ${sentence}`;
}

const named = ({ column, code }: Annotating): string =>
  column === null ? annotationCode(code) : `${column}: ${annotationCode(code)}`;
