import { type Bilingual, counted, sameInBoth } from '#shared/language.ts';
import { figureInBoth } from '#shared/presentation/shown-figure.ts';
import {
  compareTables,
  sameFigures,
  type TablesChanges,
} from '#shared/publication/comparison/compare-tables.ts';
import { type PublishedResult, parseResult } from '#shared/result-report/published-result.ts';
import { primaryAnswer } from '#shared/result-report/sentences/answer/primary.ts';
import { flowSource } from '#shared/result-report/sentences/flow-source.ts';
import { foundRow, foundRows } from '#shared/result-report/sentences/sources.ts';
import { deskLines } from './desk-lines.ts';
import { type Mail, mailOf, minuteText, NEW_PARAGRAPH } from './mail.ts';
import { passageText } from './passage-text.ts';

/** A result as it is published: the texts of its `tables.json` and its `manifest.json`. */
export interface ResultTexts {
  readonly tables: string;
  readonly manifest: string;
}

/** The result that was told last: `none` before the first one, `gone` where it is no longer there or cannot be read. */
export type ToldBefore = ResultTexts | 'none' | 'gone';

/** Writes the mail on a result. */
export type AnnounceResult = (result: ResultTexts, before: ToldBefore, desk: string) => Mail;

/**
 * What a new result says, and what moved since the one that was told last. All of it stands in the published tables, so that
 * what is hidden there is hidden here; of the manifest, only when it was computed.
 *
 * @throws SyntaxError, ZodError where the new one is not what the study publishes
 */
export const resultMail: AnnounceResult = (texts, toldBefore, desk) => {
  const result = parseResult(texts.tables, texts.manifest);
  const before = typeof toldBefore === 'string' ? undefined : readable(toldBefore);
  const minute = minuteText(result.manifest.computedAt);
  return mailOf('Étude TDM–IRM – nouveau résultat / new result', [
    { fr: `Nouveau résultat, calculé le ${minute.fr}`, en: `New result, computed ${minute.en}` },
    ...countLines(result, before),
    NEW_PARAGRAPH,
    passageText(primaryAnswer(result)),
    ...(before === undefined ? [] : answeredBefore(result, before)),
    NEW_PARAGRAPH,
    ...(before === undefined ? [toldBefore === 'none' ? FIRST : GONE] : movedLines(result, before)),
    NEW_PARAGRAPH,
    WHERE,
    ...deskLines(desk),
  ]);
};

/** Undefined for a result of a form that this release does not read. */
function readable({ tables, manifest }: ResultTexts): PublishedResult | undefined {
  try {
    return parseResult(tables, manifest);
  } catch {
    return undefined;
  }
}

const COUNTS: readonly (readonly [step: string, column: 'patients' | 'pairs', title: Bilingual])[] = [
  ['included', 'patients', { fr: 'patients inclus', en: 'patients included' }],
  ['included', 'pairs', { fr: 'couples inclus', en: 'pairs included' }],
  ['counted', 'patients', { fr: 'patients dénombrés', en: 'patients counted' }],
  ['counted', 'pairs', { fr: 'couples dénombrés', en: 'pairs counted' }],
];

/** `patients inclus : 47 (avant : 45)`, a line each; centres too. */
function countLines(result: PublishedResult, before: PublishedResult | undefined): readonly Bilingual[] {
  const lines = COUNTS.map(([step, column, title]) => {
    const shown = (one: PublishedResult) => {
      const cell = foundRow(one, flowSource(step))?.cell(column);
      return cell && figureInBoth(cell.value, cell.column);
    };
    return countLine(title, shown(result), before && shown(before));
  });
  return [...lines, countLine(CENTRES, centresOf(result), before && centresOf(before))].flatMap(
    (line) => line ?? [],
  );
}

const CENTRES: Bilingual = { fr: 'centres', en: 'centres' };

function centresOf(result: PublishedResult): Bilingual | undefined {
  const [row] = foundRows(result, 'reader-characteristics', ['n_centres']);
  const cell = row?.cell('n_centres');
  return cell && figureInBoth(cell.value, cell.column);
}

function countLine(
  title: Bilingual,
  now: Bilingual | undefined,
  before: Bilingual | undefined,
): Bilingual | undefined {
  if (now === undefined) return undefined;
  const moved = before !== undefined && before.fr !== now.fr;
  return {
    fr: `${title.fr} : ${now.fr}${moved ? ` (avant : ${before.fr})` : ''}`,
    en: `${title.en}: ${now.en}${moved ? ` (before: ${before.en})` : ''}`,
  };
}

/** What was answered then, where it was said otherwise. */
function answeredBefore(result: PublishedResult, before: PublishedResult): readonly Bilingual[] {
  const [now, then] = [result, before].map((one) => passageText(primaryAnswer(one)));
  if (now === undefined || then === undefined || now.fr === then.fr) return [];
  return [{ fr: `Avant : ${then.fr}`, en: `Before: ${then.en}` }];
}

function movedLines(result: PublishedResult, before: PublishedResult): readonly Bilingual[] {
  const changes = compareTables(before.tables, result.tables);
  if (sameFigures(changes)) return [NOTHING_MOVED];
  return [MOVED, ...changedTables(result, changes)];
}

/** `- nombre de métastases (counts) : 12 chiffres`, a line for each table. */
function changedTables(
  { tables }: PublishedResult,
  { added, removed, changed }: TablesChanges,
): readonly Bilingual[] {
  const titleOf = (name: string): Bilingual =>
    tables.find((table) => table.name === name)?.title ?? sameInBoth(name);
  const line = (name: string, what: Bilingual): Bilingual => ({
    fr: `- ${titleOf(name).fr} (${name}) : ${what.fr}`,
    en: `- ${titleOf(name).en} (${name}): ${what.en}`,
  });
  return [
    ...changed.map(({ table, rows, moved }) =>
      line(table, figures(moved.length + rows.added.length + rows.removed.length)),
    ),
    ...added.map((name) => line(name, { fr: 'nouveau tableau', en: 'new table' })),
    ...removed.map((name) => line(name, { fr: 'tableau retiré', en: 'table removed' })),
  ];
}

const figures = (count: number): Bilingual =>
  counted(
    count,
    { fr: 'chiffre ou ligne', en: 'figure or row' },
    { fr: 'chiffres ou lignes', en: 'figures or rows' },
  );

const MOVED: Bilingual = {
  fr: 'Ce qui a changé depuis le dernier message :',
  en: 'What has changed since the last message:',
};
const NOTHING_MOVED: Bilingual = {
  fr: 'Aucun chiffre n’a changé depuis le dernier message.',
  en: 'No figure has changed since the last message.',
};
const FIRST: Bilingual = {
  fr: 'C’est le premier résultat qui est annoncé.',
  en: 'This is the first result that is told.',
};
const GONE: Bilingual = {
  fr: 'Le résultat du dernier message n’est plus là, ou d’une forme qui ne se lit plus : rien n’est comparé.',
  en: 'The result of the last message is no longer there, or of a form that is no longer read: nothing is compared.',
};
const WHERE: Bilingual = {
  fr: 'Un message par jour au plus : ce qui suit aujourd’hui sera annoncé demain. La page du résultat est là :',
  en: 'One message a day at most: what follows today is told tomorrow. The page of the result is there:',
};
