import * as Plot from '@observablehq/plot';
import { agreeing, type Bilingual } from '#shared/language.ts';
import { type PublishedResult, type PublishedRow, rowsOf } from '#shared/result-report/published-result.ts';
import { capitalised } from '#shared/typography.ts';
import { cellText, titleOfCell } from './cell-text.ts';
import { svgOf } from './drawing.ts';
import type { Figure, FigureLanguage } from './figure.ts';
import { type LeftOutBox, leftOutBox } from './left-out-box.ts';
import { placed, sheet } from './parts.ts';
import { COLOURS, WIDTH } from './theme.ts';

const TITLE = {
  fr: 'Diagramme de flux : des patients examinés à ceux de chaque analyse',
  en: 'Flow chart: from the patients screened to those of each analysis',
};
const DESCRIPTION = {
  fr: 'Les patients et couples TDM–IRM examinés, inclus, puis ceux des deux analyses : nombres et mesures. À côté de chaque flèche, ceux qui sont écartés, avec un seul motif par patient et par couple.',
  en: 'The patients and CT–MRI pairs screened, included, then those of both analyses: counts and measures. Beside each arrow those left out, with one reason for a patient and for a pair.',
};

const PATIENT: readonly [Bilingual, Bilingual] = [
  { fr: 'patient', en: 'patient' },
  { fr: 'patients', en: 'patients' },
];
const PAIR: readonly [Bilingual, Bilingual] = [
  { fr: 'couple', en: 'pair' },
  { fr: 'couples', en: 'pairs' },
];

/** `47 patients, 69 couples`. */
const numbersOf = (row: PublishedRow, language: FigureLanguage) =>
  [['patients', PATIENT] as const, ['pairs', PAIR] as const]
    .map(
      ([column, words]) =>
        `${cellText(row, column, language)} ${agreeing(row.figure(column) ?? 0, ...words)[language]}`,
    )
    .join(', ');

const STEP = { width: 190, height: 46 };
const GAP = 14;
const EDGE = 12;
/** The two analyses stand beside each other; the arrow to each runs left of who is left out. */
const BRANCH = { width: (WIDTH - 2 * EDGE - 16) / 2, arrow: 18, box: 44 };

/** A step of the study, who is left out before it, and where they stand. */
interface PlacedStep {
  readonly step: PublishedRow;
  readonly left: number;
  readonly top: number;
  readonly leftOut?: LeftOutBox;
}

function draw(result: PublishedResult, language: FigureLanguage): string | undefined {
  const rows = rowsOf(result, 'flow');
  const stepOf = (name: string) => rows.find((row) => row.text('step') === name && row.text('reason') === '');
  const [screened, included, counted, measured] = ['screened', 'included', 'counted', 'measured'].map(stepOf);
  if (!(screened && included && counted && measured)) return undefined;
  const box = (step: string, left: number, right: number, top: number) => {
    const reasons = rows.filter((row) => row.text('step') === step);
    return leftOutBox(result, reasons, { left, right, top }, language);
  };
  const excluded = box('excluded', 250, WIDTH - EDGE, 8 + STEP.height + GAP);
  const includedTop = excluded.bottom + GAP;
  const branchTop = includedTop + STEP.height + 2 * GAP;
  const lefts = [EDGE, WIDTH - EDGE - BRANCH.width] as const;
  const [notCounted, notMeasured] = (['not_counted', 'not_measured'] as const).map((step, position) => {
    const left = lefts[position] ?? EDGE;
    return box(step, left + BRANCH.box, left + BRANCH.width, branchTop);
  });
  if (notCounted === undefined || notMeasured === undefined) return undefined;
  const last = Math.max(notCounted.bottom, notMeasured.bottom) + GAP;
  const steps: readonly PlacedStep[] = [
    { step: screened, left: EDGE, top: 8 },
    { step: included, left: EDGE, top: includedTop, leftOut: excluded },
    { step: counted, left: lefts[0], top: last, leftOut: notCounted },
    { step: measured, left: lefts[1], top: last, leftOut: notMeasured },
  ];
  const middle = EDGE + STEP.width / 2;
  const fork = includedTop + STEP.height + GAP;
  const trunks = lefts.map((left) => left + BRANCH.arrow);
  const lines = [
    { x1: middle, y1: includedTop + STEP.height, x2: middle, y2: fork },
    { x1: trunks[0], y1: fork, x2: trunks[1], y2: fork },
  ];
  const arrows = [
    { x1: middle, y1: 8 + STEP.height, x2: middle, y2: includedTop },
    ...trunks.map((x) => ({ x1: x, y1: fork, x2: x, y2: last })),
    ...steps.flatMap(({ leftOut, left }, position) => {
      if (leftOut === undefined || leftOut.marks.length === 0) return [];
      const y = (leftOut.top + leftOut.bottom) / 2;
      return [{ x1: position === 1 ? middle : left + BRANCH.arrow, y1: y, x2: leftOut.left, y2: y }];
    }),
  ];
  return svgOf(
    {
      name: 'flow',
      title: TITLE,
      description: DESCRIPTION,
      parts: [
        sheet(
          [
            Plot.link(lines, {
              x1: 'x1',
              y1: 'y1',
              x2: 'x2',
              y2: 'y2',
              stroke: COLOURS.ink,
              strokeWidth: 1.2,
            }),
            Plot.arrow(arrows, { ...ENDS, stroke: COLOURS.ink, strokeWidth: 1.2, headLength: 7 }),
            ...stepBoxes(result, steps, language),
            ...steps.flatMap(({ leftOut }) => leftOut?.marks ?? []),
          ],
          last + STEP.height + 8,
        ),
      ],
    },
    language,
  );
}

const ENDS = { x1: 'x1', y1: 'y1', x2: 'x2', y2: 'y2' };

function stepBoxes(result: PublishedResult, steps: readonly PlacedStep[], language: FigureLanguage) {
  const within = (y: number, text: (step: PublishedRow) => string) =>
    steps.map(({ step, left, top }) => ({ x: left + STEP.width / 2, y: top + y, text: text(step) }));
  return [
    Plot.rect(
      steps.map(({ left, top }) => ({ x1: left, y1: top, x2: left + STEP.width, y2: top + STEP.height })),
      { ...ENDS, fill: COLOURS.paper, stroke: COLOURS.ink, strokeWidth: 1.5 },
    ),
    placed(
      within(15, (step) => capitalised(titleOfCell(result, step, 'step', language))),
      { textAnchor: 'middle', fontWeight: 'bold' },
    ),
    placed(
      within(32, (step) => numbersOf(step, language)),
      { textAnchor: 'middle' },
    ),
  ];
}

export const FLOW: Figure = { name: 'flow', title: TITLE, draw };
