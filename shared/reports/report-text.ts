import { type Bilingual, inLanguage, type Language, linesIn, type Titles } from '#shared/language.ts';
import { TABLES } from '#shared/tables/tables.ts';
import type { Problem } from '#shared/validation/problem.ts';
import type { Report } from './report.ts';

export const VERDICTS: Titles<Report['verdict']> = {
  accepted: { fr: 'ACCEPTÉ', en: 'ACCEPTED' },
  refused: { fr: 'REFUSÉ', en: 'REFUSED' },
  withdrawn: { fr: 'RETIRÉ', en: 'WITHDRAWN' },
};

/** How many findings of one kind are shown to a person; the annotated file has them all. */
const PROBLEMS_SHOWN = 20;
/** Fewer than of problems: one warning may come with every row, and a rare one must not be lost among them. */
const WARNINGS_SHOWN = 3;

/**
 * A report as plain text: in both languages, French first, as it is stored beside the JSON; in one of them where the
 * command line knows its reader's.
 */
export function reportText(report: Report, language: Language = 'both'): string {
  const say = (text: Bilingual) => inLanguage(language, text);
  return [
    `${say(VERDICTS[report.verdict])}   ${report.file}`,
    ...[...outcome(report)].map(say),
    ...findings(report.problems, report.problemCount, PROBLEMS_SHOWN, language),
    ...(report.warningCount > 0 ? ['', say(warningsTitle(report.warningCount))] : []),
    ...findings(report.warnings, report.warningCount, WARNINGS_SHOWN, language),
    '',
  ].join('\n');
}

const warningsTitle = (count: number): Bilingual => ({
  fr: `${count} point(s) à vérifier ; le fichier compte tel qu’il est`,
  en: `${count} point(s) to check; the file counts as it is`,
});

function* outcome(report: Report): Generator<Bilingual> {
  if (report.verdict === 'withdrawn') {
    yield {
      fr: 'Le fichier n’est plus là : ses lignes ne comptent plus.',
      en: 'The file is gone: its rows no longer count.',
    };
  }
  if (report.verdict === 'accepted' && report.table !== null) {
    const { title } = TABLES[report.table];
    yield { fr: `${report.rows} lignes (${title.fr})`, en: `${report.rows} rows (${title.en})` };
  }
  if (report.changes !== null) {
    const { added, changed, removed } = report.changes;
    yield {
      fr: `par rapport à avant : ${added} ajoutées, ${changed} modifiées, ${removed} retirées`,
      en: `against before: ${added} added, ${changed} changed, ${removed} removed`,
    };
  }
  if (report.verdict === 'refused') {
    yield { fr: `${report.problemCount} problème(s)`, en: `${report.problemCount} problem(s)` };
    if (report.refusedSince !== null) {
      const day = report.refusedSince.slice(0, 10);
      yield {
        fr: `Ce fichier avait été accepté ; les règles ou les réglages de l’étude ont changé depuis, et le refusent depuis le ${day}.`,
        en: `This file had been accepted; the study’s rules or settings have changed since, and refuse it since ${day}.`,
      };
    }
    yield report.stillInForce === null
      ? { fr: 'Rien de ce fichier ne compte.', en: 'Nothing of this file counts.' }
      : {
          fr: `La version du ${report.stillInForce.at.slice(0, 10)} (${report.stillInForce.rows} lignes) continue de compter.`,
          en: `The version of ${report.stillInForce.at.slice(0, 10)} (${report.stillInForce.rows} rows) goes on counting.`,
        };
  }
}

function* findings(
  problems: readonly Problem[],
  count: number,
  shownOfAKind: number,
  language: Language,
): Generator<string> {
  const ofKind = new Map<string, number>();
  let printed = 0;
  for (const problem of problems) {
    const before = ofKind.get(problem.code) ?? 0;
    ofKind.set(problem.code, before + 1);
    if (before >= shownOfAKind) continue;
    printed += 1;
    yield '';
    yield `${placeText(problem, language)}   [${problem.code}]`;
    yield* linesIn(language, problem.message).map((line) => `   ${line}`);
  }
  if (printed < count) {
    yield '';
    yield inLanguage(language, {
      fr: `… et ${count - printed} autres, tous dans le fichier annoté`,
      en: `… and ${count - printed} more, all in the annotated file`,
    });
  }
}

/** A place in a file in words, both languages sharing what they can. */
function placeText({ row, column, value }: Problem, language: Language): string {
  const word = (fr: string, en: string) => inLanguage(language, { fr, en });
  const parts = [
    row === null ? word('fichier', 'file') : `${word('ligne', 'line')} ${row}`,
    ...(column === null ? [] : [`${word('colonne', 'column')} ${column}`]),
    ...(value === null ? [] : [language === 'en' ? `“${value}”` : `« ${value} »`]),
  ];
  return parts.join(', ');
}
