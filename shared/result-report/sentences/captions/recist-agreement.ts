import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { FOLLOW_UPS, intervalWords, ofPatients, reasonWords } from '#shared/result-report/sentences/parts.ts';
import { foundRow, notPublished } from '#shared/result-report/sentences/sources.ts';
import { en, fr } from '#shared/result-report/sentences/wording.ts';
import { alternativeOf, type FigureWords } from './figure-words.ts';

export const RECIST_AGREEMENT: FigureWords = {
  caption: (result) => {
    const row = rowIn(result);
    if (row === undefined) return [notPublished('recist-agreement')];
    return row.figure('n_follow_ups') === 0
      ? [nobody(row)]
      : [basis(row), finding(result, row), DOES_NOT_MEAN];
  },
  alternative: (result) => {
    const row = rowIn(result);
    if (row === undefined) return alternativeOf(KIND, notPublished('recist-agreement'));
    return alternativeOf(KIND, row.figure('n_follow_ups') === 0 ? nobody(row) : finding(result, row));
  },
};

const KIND: BilingualPassage = {
  fr: fr`Réponses RECIST de l’IRM et de la TDM, croisées`,
  en: en`RECIST responses of MRI and CT, cross-tabulated`,
};

const rowIn = (result: PublishedResult): PublishedRow | undefined =>
  foundRow(result, {
    table: 'recist-agreement',
    labels: { first: 'mri', second: 'ct', targets: 'own', time_point: 'all' },
    columns: [
      ...['n_follow_ups', 'n_patients', 'n_not_evaluable', 'raw_agreement'],
      ...['kappa', 'kappa_low', 'kappa_high', 'kappa_reason'],
    ],
  });

function nobody(row: PublishedRow): BilingualPassage {
  const others = row.cell('n_not_evaluable');
  return {
    fr: fr`Rien à montrer : aucun suivi n’est évaluable à la fois en IRM et en TDM (non évaluables par les deux : ${others}).`,
    en: en`Nothing to show: no follow-up can be evaluated both on MRI and on CT (not evaluable by both: ${others}).`,
  };
}

function basis(row: PublishedRow): BilingualPassage {
  const followUps = ofPatients(row, 'n_follow_ups', FOLLOW_UPS);
  const others = row.cell('n_not_evaluable');
  return {
    fr: fr`${followUps} évaluables à la fois en IRM et en TDM, chacune avec ses propres cibles (non évaluables par les deux : ${others}) ; un patient peut compter plusieurs fois. κ de Cohen, intervalle par patient.`,
    en: en`${followUps} that both MRI and CT can evaluate, each with its own targets (not evaluable by both: ${others}); a patient may count several times. Cohen’s κ, interval by patient.`,
  };
}

function finding({ titleOf }: PublishedResult, row: PublishedRow): BilingualPassage {
  const agreement = row.cell('raw_agreement');
  const kappa = kappaWords(titleOf, row);
  return {
    fr: fr`IRM et TDM donnent la même réponse à ${agreement} % des suivis ; ${kappa}.`,
    en: en`MRI and CT give the same response at ${agreement}% of the follow-ups; ${kappa}.`,
  };
}

const KAPPA_INTERVAL = { low: 'kappa_low', high: 'kappa_high', reason: 'kappa_reason' } as const;

function kappaWords(titleOf: PublishedResult['titleOf'], row: PublishedRow): BilingualPassage {
  if (row.figure('kappa') === null) {
    const why = reasonWords(titleOf, row, 'kappa_reason');
    return { fr: fr`pas de κ : ${why}`, en: en`no κ: ${why}` };
  }
  const interval = intervalWords(titleOf, row, KAPPA_INTERVAL);
  const kappa = row.cell('kappa');
  return { fr: fr`κ = ${kappa} (${interval})`, en: en`κ = ${kappa} (${interval})` };
}

const DOES_NOT_MEAN: BilingualPassage = {
  fr: fr`Donner la même réponse n’est pas donner la bonne ; et κ, qui retire l’accord dû au hasard, est bas quand presque toutes les réponses sont les mêmes.`,
  en: en`To give the same response is not to give the right one; and κ, which takes chance agreement out, is low where nearly all responses are the same.`,
};
