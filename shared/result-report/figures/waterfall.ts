import * as Plot from '@observablehq/plot';
import type { Modality } from '#shared/protocol/sequences.ts';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { yAxis } from './axes.ts';
import type { Part } from './drawing.ts';
import type { FigureLanguage } from './figure.ts';
import { COLOURS, SMALL_SIZE } from './theme.ts';

const TEXTS = {
  fr: { axis: '% depuis l’examen initial' },
  en: { axis: '% from baseline' },
};
/** RECIST 1.1: a sum that falls or grows by so much from baseline, in per cent. */
const LIMITS = [-30, 20];
/** Above this many, a bar is too narrow for its response to be written at it. */
const MOST_LABELLED = 36;

/** A bar for each patient of whom a modality has a complete sum, from the largest increase to the largest decrease. */
export function waterfall(
  result: PublishedResult,
  points: readonly PublishedRow[],
  modality: Modality,
  language: FigureLanguage,
): Part | undefined {
  const bars = points
    .flatMap((point) => {
      const change = point.figure(`${modality}_total`);
      const response = point.text(`${modality}_response`).toUpperCase();
      return change === null ? [] : [{ change, response, patient: point.figure('patient') ?? 0 }];
    })
    .toSorted((a, b) => b.change - a.change || a.patient - b.patient);
  if (bars.length === 0) return undefined;
  const changes = bars.map(({ change }) => change);
  const domain = [Math.min(-40, ...changes) - 8, Math.max(30, ...changes) + 8];
  const colour = COLOURS[modality];
  const title = result.titleOf('modality', modality)?.[language] ?? modality;
  const labelled = bars.length > MOST_LABELLED ? [] : bars;
  const label = { x: 'patient', y: 'change', text: 'response', fontSize: SMALL_SIZE };
  return {
    height: 220,
    options: {
      ...{ marginLeft: 64, marginRight: 16, marginTop: 42, marginBottom: 12 },
      x: { type: 'band', domain: bars.map(({ patient }) => patient), padding: 0.15, axis: null },
      y: { domain },
      marks: [
        Plot.barY(bars, {
          ...{ x: 'patient', y: 'change', stroke: colour, strokeWidth: 1.2 },
          // CT’s bars are open: grey print tells the panels apart, too.
          fill: modality === 'ct' ? COLOURS.paper : colour,
        }),
        Plot.ruleY([0], { stroke: COLOURS.ink }),
        Plot.ruleY(LIMITS, { stroke: COLOURS.ink, strokeDasharray: '5,3' }),
        Plot.text(
          labelled.filter(({ change }) => change >= 0),
          { ...label, dy: -7 },
        ),
        Plot.text(
          labelled.filter(({ change }) => change < 0),
          { ...label, dy: 8 },
        ),
        yAxis({ language, title: TEXTS[language].axis, ticks: 6 }),
        Plot.text([title], {
          ...{
            frameAnchor: 'top-left',
            textAnchor: 'start',
            lineAnchor: 'bottom',
            dy: -8,
            fontWeight: 'bold',
          },
        }),
      ],
    },
  };
}
