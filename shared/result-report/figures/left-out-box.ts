import * as Plot from '@observablehq/plot';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { capitalised } from '#shared/typography.ts';
import { cellText, titleOfCell } from './cell-text.ts';
import type { FigureLanguage } from './figure.ts';
import { type PlacedText, placed } from './parts.ts';
import { wrapped } from './text-width.ts';
import { COLOURS, SMALL_SIZE } from './theme.ts';

/** Where a box stands, in px; without anybody in it, it is as high as nothing and has no marks. */
export interface LeftOutBox {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly marks: readonly Plot.Markish[];
}

const INNER = 10;
const LINE = 16;
const COLUMN = { pairs: 56, patients: 54 };

/** Who is left out at a step: a line for each reason that applies to anybody, with its patients and pairs. */
export function leftOutBox(
  result: PublishedResult,
  rows: readonly PublishedRow[],
  { left, right, top }: { readonly left: number; readonly right: number; readonly top: number },
  language: FigureLanguage,
): LeftOutBox {
  const applied = rows.filter(({ figure }) => figure('patients') !== 0 || figure('pairs') !== 0);
  const [first] = applied;
  if (first === undefined) return { left, top, bottom: top, marks: [] };
  const columns = [
    { column: 'patients', end: right - INNER - COLUMN.pairs },
    { column: 'pairs', end: right - INNER },
  ];
  const reasonWidth = right - left - 2 * INNER - COLUMN.pairs - COLUMN.patients;
  const [reasons, numbers]: [PlacedText[], PlacedText[]] = [[], []];
  let y = top + 34;
  for (const row of applied) {
    for (const { column, end } of columns) {
      numbers.push({ x: end, y, text: cellText(row, column, language) });
    }
    const reason = capitalised(titleOfCell(result, row, 'reason', language));
    for (const text of wrapped(reason, reasonWidth, SMALL_SIZE)) {
      reasons.push({ x: left + INNER, y, text });
      y += LINE;
    }
  }
  const bottom = y - 3;
  const title = capitalised(titleOfCell(result, first, 'step', language));
  return {
    left,
    top,
    bottom,
    marks: [
      Plot.rect([{ left, right, top, bottom }], {
        ...{ x1: 'left', x2: 'right', y1: 'top', y2: 'bottom' },
        ...{ fill: COLOURS.paper, stroke: COLOURS.muted },
      }),
      placed([{ x: left + INNER, y: top + 15, text: title }], { fontWeight: 'bold' }),
      placed(
        columns.map(({ column, end }) => ({
          x: end,
          y: top + 15,
          text: first.cell(column).column.title[language],
        })),
        { textAnchor: 'end', fontSize: SMALL_SIZE, fill: COLOURS.muted },
      ),
      placed(numbers, { textAnchor: 'end', fontSize: SMALL_SIZE }),
      placed(reasons, { fontSize: SMALL_SIZE }),
    ],
  };
}
