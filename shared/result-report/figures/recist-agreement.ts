import * as Plot from '@observablehq/plot';
import { type PublishedResult, type PublishedRow, rowWhere } from '#shared/result-report/published-result.ts';
import { capitalised } from '#shared/typography.ts';
import { cellText, reasonsOf, titleOfCell, withLimits } from './cell-text.ts';
import { type Part, svgOf } from './drawing.ts';
import type { Figure, FigureLanguage } from './figure.ts';
import { notes, placed, sheet } from './parts.ts';
import { wrapped } from './text-width.ts';
import { COLOURS, SMALL_SIZE, TEXT_SIZE, WIDTH } from './theme.ts';

const TITLE = {
  fr: 'RECIST 1.1 : réponses par IRM et par TDM, dernier suivi de chaque patient',
  en: 'RECIST 1.1: responses by MRI and by CT, each patient’s last follow-up',
};
const DESCRIPTION = {
  fr: 'Tableau croisé des réponses : en lignes celles de l’IRM, en colonnes celles de la TDM ; la diagonale, encadrée, est l’accord. À gauche chacun a ses propres cibles, à droite les mêmes.',
  en: 'Cross-table of responses: by MRI in the rows, by CT in the columns; the diagonal, framed, is agreement. Left with each one’s own targets, right with the same.',
};
const TEXTS = {
  fr: {
    rows: (n: string) => `patients : ${n}`,
    note: 'CR : réponse complète ; PR : réponse partielle ; SD : maladie stable ; PD : progression. Cadre épais : même réponse.',
    missing: 'Sans κ ou sans intervalle : ',
    key: (kappa: string, raw: string) => `κ = ${kappa} ; accord brut ${raw}`,
  },
  en: {
    rows: (n: string) => `patients: ${n}`,
    note: 'CR: complete response; PR: partial response; SD: stable disease; PD: progression. Thick frame: the same response.',
    missing: 'Without κ or an interval: ',
    key: (kappa: string, raw: string) => `κ = ${kappa}; raw agreement ${raw}`,
  },
};

const RESPONSES = ['cr', 'pr', 'sd', 'pd'] as const;
const CELL = { width: 58, height: 34 };
const GRID = { left: 84, top: 86 };
const KAPPA = { estimate: 'kappa', low: 'kappa_low', high: 'kappa_high' };

function draw(result: PublishedResult, language: FigureLanguage): string | undefined {
  const rows = ['own', 'same'].flatMap(
    (targets) =>
      rowWhere(result, 'recist-agreement', { first: 'mri', second: 'ct', targets, time_point: 'last' }) ?? [],
  );
  const evaluated = rows.filter((row) => (row.figure('n_follow_ups') ?? 0) > 0);
  if (evaluated.length === 0) return undefined;
  const words = TEXTS[language];
  const reasons = reasonsOf(result, evaluated, 'kappa_reason', language);
  return svgOf(
    {
      name: 'recist-agreement',
      title: TITLE,
      description: DESCRIPTION,
      parts: [
        ...evaluated.map(
          (row, position): Part => ({
            ...matrix(result, row, language),
            left: (position * WIDTH) / 2,
            width: WIDTH / 2,
            ...(position < evaluated.length - 1 && { lineGoesOn: true }),
          }),
        ),
        notes([words.note, ...reasons.map((reason) => `${words.missing}${reason}.`)]),
      ],
    },
    language,
  );
}

function matrix(result: PublishedResult, row: PublishedRow, language: FigureLanguage): Part {
  const words = TEXTS[language];
  const cells = RESPONSES.flatMap((first, down) =>
    RESPONSES.map((second, across) => {
      const column = `${first}_${second}`;
      const [x1, y1] = [GRID.left + across * CELL.width, GRID.top + down * CELL.height];
      return {
        ...{ x1, y1, x2: x1 + CELL.width, y2: y1 + CELL.height },
        isAgreement: first === second,
        count: row.figure(column) ?? 0,
        text: cellText(row, column, language),
      };
    }),
  );
  const bounds = { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2' };
  const bottom = GRID.top + RESPONSES.length * CELL.height;
  const [width, height] = [RESPONSES.length * CELL.width, RESPONSES.length * CELL.height];
  const middle = GRID.left + width / 2;
  const inCell = (cell: { x1: number; y1: number; text: string }) => ({
    x: cell.x1 + CELL.width / 2,
    y: cell.y1 + CELL.height / 2,
    text: cell.text,
  });
  const share = `${cellText(row, 'raw_agreement', language)}${language === 'fr' ? '\u00a0%' : '%'}`;
  const title = wrapped(
    capitalised(titleOfCell(result, row, 'targets', language)),
    WIDTH / 2 - 24,
    TEXT_SIZE,
  );
  return sheet(
    [
      placed([{ x: 12, y: 16, text: title.join('\n') }], { fontWeight: 'bold' }),
      placed([{ x: 12, y: 36, text: words.rows(cellText(row, 'n_patients', language)) }], {
        fontSize: SMALL_SIZE,
      }),
      placed([{ x: middle, y: GRID.top - 28, text: titleOfCell(result, row, 'second', language) }], {
        textAnchor: 'middle',
      }),
      placed([{ x: 18, y: GRID.top + height / 2, text: titleOfCell(result, row, 'first', language) }]),
      Plot.rect(cells, { ...bounds, fill: COLOURS.paper, stroke: COLOURS.muted }),
      Plot.rect(
        cells.filter(({ isAgreement }) => isAgreement),
        {
          ...bounds,
          fill: ({ count }: { readonly count: number }) => (count > 0 ? COLOURS.accent : COLOURS.paper),
          stroke: COLOURS.ink,
          strokeWidth: 2.5,
          inset: 1,
        },
      ),
      placed(cells.filter(({ count }) => count > 0).map(inCell), {
        textAnchor: 'middle',
        fontSize: 15,
        fontWeight: 'bold',
      }),
      placed(cells.filter(({ count }) => count === 0).map(inCell), {
        textAnchor: 'middle',
        fill: COLOURS.muted,
      }),
      placed(
        RESPONSES.map((code, across) => ({
          x: GRID.left + (across + 0.5) * CELL.width,
          y: GRID.top - 10,
          text: code.toUpperCase(),
        })),
        { textAnchor: 'middle', fontSize: SMALL_SIZE },
      ),
      placed(
        RESPONSES.map((code, down) => ({
          x: GRID.left - 8,
          y: GRID.top + (down + 0.5) * CELL.height,
          text: code.toUpperCase(),
        })),
        { textAnchor: 'end', fontSize: SMALL_SIZE },
      ),
      placed([{ x: 12, y: bottom + 20, text: words.key(withLimits(row, KAPPA, language), share) }]),
    ],
    bottom + 38,
  );
}

export const RECIST_AGREEMENT: Figure = { name: 'recist-agreement', title: TITLE, draw };
