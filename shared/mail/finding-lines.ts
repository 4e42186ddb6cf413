import { EXPLANATIONS } from '#shared/guidance/explanations/explanations.ts';
import { agreeing, type Bilingual, counted } from '#shared/language.ts';
import type { Report } from '#shared/reports/report.ts';
import { TABLE_NAMES, TABLES } from '#shared/tables/tables.ts';
import { NEW_PARAGRAPH } from './mail.ts';

type Group = Report['problemGroups'][number];

const KINDS_NAMED = 5;
const LINES_NAMED = 5;

/** The study's own columns: a header that is none of them is what somebody typed. */
const COLUMNS: ReadonlySet<string> = new Set(
  TABLE_NAMES.flatMap((table) => TABLES[table].columns.map(({ name }) => name)),
);

/** Problems of one kind and column, whatever the cells say. */
interface Kind {
  readonly code: string;
  readonly column: string | null;
  readonly lines: readonly number[];
  readonly places: number;
}

/**
 * The first kinds of problems: what is wrong, where, and what is asked for. The messages of a report quote cells, and may
 * name patients or other files; here stand the title and the reason of the rule, the study's own name of the column and
 * the numbers of lines, nothing else.
 *
 * @param count - of all problems
 */
export function* findingLines(groups: readonly Group[], count: number): Generator<Bilingual> {
  const kinds = kindsOf(groups);
  const shown = kinds.slice(0, KINDS_NAMED);
  const explained = new Set<string>();
  for (const kind of shown) {
    const explanation = EXPLANATIONS[kind.code];
    const title = explanation?.title ?? { fr: kind.code, en: kind.code };
    const place = placeOf(kind);
    yield NEW_PARAGRAPH;
    yield {
      fr: `${title.fr} : ${place.fr}   [${kind.code}]`,
      en: `${title.en}: ${place.en}   [${kind.code}]`,
    };
    if (explanation === undefined || explained.has(kind.code)) continue;
    explained.add(kind.code);
    yield { fr: `   ${explanation.why.fr}`, en: `   ${explanation.why.en}` };
  }
  const told = shown.reduce((sum, { problems }) => sum + problems, 0);
  if (told >= count) return;
  const others = counted(count - told, { fr: 'autre', en: 'more' }, { fr: 'autres', en: 'more' });
  yield NEW_PARAGRAPH;
  yield { fr: `… et ${others.fr}.`, en: `… and ${others.en}.` };
}

function kindsOf(groups: readonly Group[]): readonly (Kind & { readonly problems: number })[] {
  const byKind = Map.groupBy(groups, ({ code, column }) => JSON.stringify([code, known(column)]));
  return [...byKind.values()].flatMap((alike) => {
    const [first] = alike;
    return first === undefined
      ? []
      : [
          {
            code: first.code,
            column: known(first.column),
            lines: [...new Set(alike.flatMap(({ lines }) => lines))].toSorted((a, b) => a - b),
            places: alike.reduce((sum, { places }) => sum + places, 0),
            problems: alike.reduce((sum, { count }) => sum + count, 0),
          },
        ];
  });
}

const known = (column: string | null): string | null =>
  column !== null && COLUMNS.has(column) ? column : null;

/** `colonne sex, lignes 2, 5 … (14 lignes)`. */
function placeOf({ column, lines, places }: Kind): Bilingual {
  const parts: Bilingual[] = [];
  if (column !== null) parts.push({ fr: `colonne ${column}`, en: `column ${column}` });
  if (lines.length > 0) {
    const word = agreeing(lines.length, LINE, LINES);
    const named = lines.slice(0, LINES_NAMED).join(', ');
    const all = counted(places, LINE, LINES);
    const isAll = places <= Math.min(lines.length, LINES_NAMED);
    parts.push({
      fr: `${word.fr} ${named}${isAll ? '' : ` … (${all.fr})`}`,
      en: `${word.en} ${named}${isAll ? '' : ` … (${all.en})`}`,
    });
  }
  if (parts.length === 0) return { fr: 'le fichier entier', en: 'the whole file' };
  return { fr: parts.map(({ fr }) => fr).join(', '), en: parts.map(({ en }) => en).join(', ') };
}

const LINE: Bilingual = { fr: 'ligne', en: 'line' };
const LINES: Bilingual = { fr: 'lignes', en: 'lines' };
