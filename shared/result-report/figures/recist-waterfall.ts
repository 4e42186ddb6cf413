import { MODALITIES } from '#shared/protocol/sequences.ts';
import { type PublishedResult, rowsOf } from '#shared/result-report/published-result.ts';
import { svgOf } from './drawing.ts';
import type { Figure, FigureLanguage } from './figure.ts';
import { notes } from './parts.ts';
import { pointsOf, whyNoPoints } from './points.ts';
import { responseBars } from './response-bars.ts';
import { waterfall } from './waterfall.ts';

const TITLE = {
  fr: 'RECIST 1.1 : évolution des cibles, par modalité',
  en: 'RECIST 1.1: change of the targets, by modality',
};
const DESCRIPTION = {
  fr: 'Là où les points sont publiés, une barre par patient : la plus grande diminution (ou la plus petite augmentation) de la somme des cibles depuis l’examen initial, avec sa meilleure réponse. Sinon, le nombre de patients de chaque réponse au dernier suivi.',
  en: 'Where points are published, a bar for each patient: the largest decrease (or smallest increase) of the sum of targets from baseline, with the best response. Otherwise the number of patients of each response at the last follow-up.',
};
const TEXTS = {
  fr: {
    responses:
      'CR : réponse complète ; PR : réponse partielle ; SD : maladie stable ; PD : progression ; NE : non évaluable.',
    limits:
      'Tirets : −30 % (réponse partielle) et +20 % (progression). Une nouvelle lésion est une progression, quelle que soit la barre.',
  },
  en: {
    responses:
      'CR: complete response; PR: partial response; SD: stable disease; PD: progression; NE: not evaluable.',
    limits:
      'Dashes: −30% (partial response) and +20% (progression). A new lesion is progression, whatever the bar.',
  },
};

function draw(result: PublishedResult, language: FigureLanguage): string | undefined {
  const words = TEXTS[language];
  const points = pointsOf(result, 'best_change', MODALITIES.length);
  const panels = MODALITIES.flatMap((modality) => waterfall(result, points, modality, language) ?? []);
  if (panels.length > 0) {
    const parts = [...panels, notes([words.limits, words.responses])];
    return svgOf({ name: 'recist-waterfall', title: TITLE, description: DESCRIPTION, parts }, language);
  }
  const rows = rowsOf(result, 'recist').filter(
    (row) => row.text('time_point') === 'last' && (row.figure('n_follow_ups') ?? 0) > 0,
  );
  if (rows.length === 0) return undefined;
  const parts = [
    responseBars(result, rows, language),
    notes([words.responses, ...whyNoPoints(result, 'best_change', MODALITIES.length, language)]),
  ];
  return svgOf({ name: 'recist-waterfall', title: TITLE, description: DESCRIPTION, parts }, language);
}

export const RECIST_WATERFALL: Figure = { name: 'recist-waterfall', title: TITLE, draw };
