import type { CentreState } from '#shared/desk/coordinator-api.ts';
import { type Bilingual, sameInBoth } from '#shared/language.ts';
import { pairs, patients } from '#shared/reports/entering-text.ts';
import { TABLE_NAMES, TABLES, type TableName } from '#shared/tables/tables.ts';
import { element, part } from '../html.ts';
import { type Say, useSay } from '../language.ts';
import { ScrolledTable } from '../parts/scrolled-table.ts';
import { COORDINATOR, examiningFiles, misplacedFiles, refusedFiles } from '../texts/coordinator.ts';
import { rows, warnings } from '../texts/sending.ts';
import { dayText, timeText } from '../times.ts';

/** Every centre's state, a table a column. */
export function CentreTable({ centres }: { readonly centres: readonly CentreState[] }) {
  const say = useSay();
  return part(ScrolledTable, {
    label: say(COORDINATOR.stateCaption),
    caption: say(COORDINATOR.stateCaption),
    headings: [
      COORDINATOR.centre,
      ...TABLE_NAMES.map((table) => TABLES[table].title),
      COORDINATOR.enters,
      COORDINATOR.waiting,
    ].map(say),
    rows: centres.map((centre) => element('tr', { key: centre.centre }, cellsOf(centre, say))),
  });
}

function cellsOf(centre: CentreState, say: Say) {
  const open = openTexts(centre);
  return [
    element(
      'th',
      { scope: 'row' },
      centre.centre === '' ? say(COORDINATOR.nobody) : centre.centre,
      centre.ofTheStudy || centre.centre === ''
        ? null
        : element('div', { class: 'small' }, say(COORDINATOR.former)),
    ),
    TABLE_NAMES.map((table) => element('td', null, tableCell(centre, table, say))),
    element('td', null, say(entersText(centre))),
    element(
      'td',
      { class: open.length > 0 ? 'open' : 'muted' },
      open.length === 0
        ? say(COORDINATOR.nothing)
        : open.map((text) => element('div', { class: 'state doubt' }, say(text))),
    ),
  ];
}

function tableCell({ tables }: CentreState, table: TableName, say: Say) {
  const { files, newestAt, warnings: doubtful, ...about } = tables[table];
  if (files === 0) return element('span', { class: 'muted' }, say(COORDINATOR.noTable));
  return [
    say(rows(about.rows)),
    newestAt && element('div', { class: 'small' }, say(dayText(newestAt))),
    doubtful > 0 && element('div', { class: 'small' }, say(warnings(doubtful))),
  ];
}

/** What enters is said by the table of patients, or by any other that knows it. */
function entersText({ tables }: CentreState): Bilingual {
  const entering = TABLE_NAMES.flatMap((table) => tables[table].entering ?? []).at(0);
  if (entering === undefined) return sameInBoth('–');
  const [some, two] = [patients(entering.patients), entering.pairs === null ? null : pairs(entering.pairs)];
  return two === null ? some : { fr: `${some.fr}, ${two.fr}`, en: `${some.en}, ${two.en}` };
}

function openTexts({ refused, misplaced, examining }: CentreState): readonly Bilingual[] {
  return [
    ...(refused.length > 0 ? [refusedFiles(refused.length)] : []),
    ...(misplaced > 0 ? [misplacedFiles(misplaced)] : []),
    ...(examining.since !== null ? [examiningFiles(examining.files, timeText(examining.since))] : []),
  ];
}
