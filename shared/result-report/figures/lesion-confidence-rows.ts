import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { isOfAllCentres } from '#shared/result-report/sentences/lesion-confidence.ts';
import { capitalised } from '#shared/typography.ts';
import { cellText, estimateOf, titleOfCell, withLimits } from './cell-text.ts';
import type { FigureLanguage } from './figure.ts';
import type { GroupedRow } from './grouped-forest.ts';
import { modalitySigns } from './parts.ts';

type Line = Omit<GroupedRow, 'position'>;
type TextsOf = (row: PublishedRow) => readonly string[];

const columnsOf = (name: string) => ({ estimate: name, low: `${name}_low`, high: `${name}_high` });

/** Under each centre, with its numbers, the area of its readers on MRI and on CT. */
export function areaRows(
  result: PublishedResult,
  rows: readonly PublishedRow[],
  language: FigureLanguage,
): readonly GroupedRow[] {
  const numbersOf: TextsOf = (row) =>
    ['n_patients', 'metastases', 'benign'].map((column) => cellText(row, column, language));
  return byCentre(result, rows, language, numbersOf, (row) =>
    modalitySigns(result, language).map((sign, position) => ({
      ...sign,
      label: position === 0 ? `${readerOf(result, row, language)} – ${sign.text}` : sign.text,
      ...estimateOf(row, columnsOf(sign.role)),
      isHeading: false,
      texts: ['', '', '', withLimits(row, columnsOf(sign.role), language)],
    })),
  );
}

/** Under each centre the difference of the two areas of its readers. */
export const differenceRows = (
  result: PublishedResult,
  rows: readonly PublishedRow[],
  language: FigureLanguage,
): readonly GroupedRow[] =>
  byCentre(
    result,
    rows,
    language,
    () => [],
    (row) => [
      {
        ...{ role: 'ink', symbol: 'diamond', filled: true, isHeading: false },
        label: readerOf(result, row, language),
        ...estimateOf(row, columnsOf('difference')),
        texts: [withLimits(row, columnsOf('difference'), language), cellText(row, 'difference_p', language)],
      },
    ],
  );

function byCentre(
  result: PublishedResult,
  rows: readonly PublishedRow[],
  language: FigureLanguage,
  textsOf: TextsOf,
  linesOf: (row: PublishedRow) => readonly Line[],
): readonly GroupedRow[] {
  return [...Map.groupBy(rows, (row) => row.text('centre'))]
    .flatMap(([centre, [first, ...others]]): readonly Line[] => {
      if (first === undefined) return [];
      const label = centre === '' ? titleOfCell(result, first, 'group', language) : centre;
      return [
        {
          ...{ label: capitalised(label), texts: textsOf(first), isHeading: true },
          ...{ role: 'ink', symbol: 'diamond', filled: false, estimate: null, low: null, high: null },
        },
        ...[first, ...others].flatMap(linesOf),
      ];
    })
    .map((line, position) => ({ ...line, position }));
}

const TEXTS = {
  fr: { first: 'premiers lecteurs', reader: 'lecteur' },
  en: { first: 'first readers', reader: 'reader' },
};

/** `premiers lecteurs`, `lecteur 2`, `ces lecteurs ensemble`. */
function readerOf(result: PublishedResult, row: PublishedRow, language: FigureLanguage): string {
  if (isOfAllCentres(row)) return TEXTS[language].first;
  return row.text('readers') === 'one'
    ? `${TEXTS[language].reader} ${cellText(row, 'reader', language)}`
    : titleOfCell(result, row, 'readers', language);
}
