import {
  agreeing,
  type Bilingual,
  counted,
  type Language,
  numberText,
  type Titles,
} from '#shared/language.ts';
import { TABLES } from '#shared/tables/tables.ts';
import { inFrenchType } from '#shared/typography.ts';
import { enteringText } from './entering-text.ts';
import { findingsText } from './findings-text.ts';
import type { Report } from './report.ts';

export const VERDICTS: Titles<Report['verdict']> = {
  accepted: { fr: 'ACCEPTÉ', en: 'ACCEPTED' },
  refused: { fr: 'REFUSÉ', en: 'REFUSED' },
  withdrawn: { fr: 'RETIRÉ', en: 'WITHDRAWN' },
};

/** How many entries of one kind are shown to a person; the annotated file has them all. */
const PROBLEMS_SHOWN = 20;
/** Fewer than of problems: one warning may come with every row, and a rare one must not be lost among them. */
const WARNINGS_SHOWN = 3;

/** Stands between the French part and the English one. */
const BETWEEN_LANGUAGES = `${'—'.repeat(20)} English`;

/**
 * A report as plain text: in the language of its reader; where that is not known, as in the bucket, the whole of it in
 * French and then the whole in English.
 */
export const reportText = (report: Report, language: Language = 'both'): string =>
  language === 'both'
    ? [textIn(report, 'fr'), textIn(report, 'en')].join(`\n${BETWEEN_LANGUAGES}\n\n`)
    : textIn(report, language);

function textIn(report: Report, language: 'fr' | 'en'): string {
  const say = (text: Bilingual) => (language === 'fr' ? inFrenchType(text.fr) : text.en);
  const { problemGroups, problemCount, warningGroups, warningCount } = report;
  return [
    [
      VERDICTS[report.verdict][language],
      report.file,
      ...(report.headline ? [say(report.headline)] : []),
    ].join('   '),
    ...[...outcome(report)].map(say),
    ...findingsText({ groups: problemGroups, count: problemCount, shownOfAKind: PROBLEMS_SHOWN }, language),
    ...(warningCount > 0 ? ['', say(warningsTitle(warningCount))] : []),
    ...findingsText({ groups: warningGroups, count: warningCount, shownOfAKind: WARNINGS_SHOWN }, language),
    '',
  ].join('\n');
}

const ROW: Bilingual = { fr: 'ligne', en: 'row' };
const ROWS: Bilingual = { fr: 'lignes', en: 'rows' };

/** How much is doubtful in a file that counts. */
export function warningsTitle(count: number): Bilingual {
  const points = counted(
    count,
    { fr: 'point à vérifier', en: 'point to check' },
    { fr: 'points à vérifier', en: 'points to check' },
  );
  return {
    fr: `${points.fr} ; le fichier compte tel qu’il est`,
    en: `${points.en}; the file counts as it is`,
  };
}

/** What became of a file, a sentence a line. */
export function* outcome(report: Report): Generator<Bilingual> {
  if (report.verdict === 'withdrawn') {
    yield {
      fr: 'Le fichier n’est plus là : ses lignes ne comptent plus.',
      en: 'The file is gone: its rows no longer count.',
    };
  }
  if (report.verdict === 'accepted' && report.table !== null && report.rows !== null) {
    const { title } = TABLES[report.table];
    const rows = counted(report.rows, ROW, ROWS);
    yield { fr: `${rows.fr} (${title.fr})`, en: `${rows.en} (${title.en})` };
  }
  if (report.changes !== null) yield changesText(report.changes);
  // A file that is merely checked, on somebody's own computer, has no version and replaces nothing.
  else if (report.verdict === 'accepted' && report.versionId !== '') yield NOT_COMPARED;
  if (report.entering !== null) yield* enteringText(report.entering);
  if (report.verdict === 'refused') yield* refusal(report);
}

const NOT_COMPARED: Bilingual = {
  fr: 'par rapport à avant : on ne peut plus le dire, les lignes de la version précédente ne sont plus là telles qu’elles étaient lues',
  en: 'against before: this can no longer be said, the rows of the version before are not there as they were read',
};

/** What a new version does to the rows of the one before. */
export function changesText({ added, changed, removed }: NonNullable<Report['changes']>): Bilingual {
  const feminine = (count: number, word: string) =>
    `${numberText(count).fr} ${agreeing(count, { fr: word, en: '' }, { fr: `${word}s`, en: '' }).fr}`;
  return {
    fr: `par rapport à avant : ${feminine(added, 'ajoutée')}, ${feminine(changed, 'modifiée')}, ${feminine(removed, 'retirée')}`,
    en: `against before: ${numberText(added).en} added, ${numberText(changed).en} changed, ${numberText(removed).en} removed`,
  };
}

function* refusal({ problemCount, refusedSince, stillInForce }: Report): Generator<Bilingual> {
  if (stillInForce === null) yield { fr: 'Fichier non pris en compte.', en: 'The file does not count.' };
  else {
    const [day, rows] = [dayText(stillInForce.at), counted(stillInForce.rows, ROW, ROWS)];
    yield {
      fr: `Fichier non pris en compte : la version du ${day.fr} (${rows.fr}) continue de compter.`,
      en: `The file does not count: the version of ${day.en} (${rows.en}) goes on counting.`,
    };
  }
  if (refusedSince !== null) {
    const day = dayText(refusedSince);
    yield {
      fr: `Il avait été accepté ; les règles ou les réglages de l’étude ont changé, et le refusent depuis le ${day.fr}.`,
      en: `It had been accepted; the study’s rules or settings have changed, and refuse it since ${day.en}.`,
    };
  }
  yield counted(problemCount, { fr: 'problème', en: 'problem' }, { fr: 'problèmes', en: 'problems' });
}

/** The day of an instant (ISO 8601): 01/11/2026, as French people write it, and 2026-11-01. */
export function dayText(at: string): Bilingual {
  const day = at.slice(0, 10);
  return { fr: day.split('-').reverse().join('/'), en: day };
}
