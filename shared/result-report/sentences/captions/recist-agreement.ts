import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { counted, intervalWords, PATIENTS, reasonWords } from '#shared/result-report/sentences/parts.ts';
import { foundRow, notPublished } from '#shared/result-report/sentences/sources.ts';
import { en, fr, joined } from '#shared/result-report/sentences/wording.ts';
import { alternativeOf, type FigureWords } from './figure-words.ts';

export const RECIST_AGREEMENT: FigureWords = {
  caption: (result) => {
    const row = rowOf(result, 'own');
    if (row === undefined) return [notPublished('recist-agreement')];
    return isEmpty(row) ? [nobody(row)] : [basis(row), finding(result, row), DOES_NOT_MEAN];
  },
  alternative: (result) => {
    const row = rowOf(result, 'own');
    if (row === undefined) return alternativeOf(KIND, notPublished('recist-agreement'));
    return alternativeOf(KIND, isEmpty(row) ? nobody(row) : finding(result, row));
  },
};

const KIND: BilingualPassage = {
  fr: fr`Réponses RECIST de l’IRM et de la TDM, croisées`,
  en: en`RECIST responses of MRI and CT, cross-tabulated`,
};

/** Each patient's last follow-up, each modality with its own targets or both with the same. */
const rowOf = (result: PublishedResult, targets: 'own' | 'same'): PublishedRow | undefined =>
  foundRow(result, {
    table: 'recist-agreement',
    labels: { first: 'mri', second: 'ct', targets, time_point: 'last' },
    columns: [
      ...['n_follow_ups', 'n_patients', 'n_not_evaluable', 'raw_agreement'],
      ...['kappa', 'kappa_low', 'kappa_high', 'kappa_reason'],
    ],
  });

const isEmpty = (row: PublishedRow) => row.figure('n_follow_ups') === 0;

function nobody(row: PublishedRow): BilingualPassage {
  const others = row.cell('n_not_evaluable');
  return {
    fr: fr`Rien à montrer : chez aucun patient, le dernier suivi n’est évaluable à la fois en IRM et en TDM (non évaluables par les deux : ${others}).`,
    en: en`Nothing to show: no patient has a last follow-up that both MRI and CT can evaluate (not evaluable by both: ${others}).`,
  };
}

function basis(row: PublishedRow): BilingualPassage {
  const [patients, others] = [counted(row, 'n_patients', PATIENTS), row.cell('n_not_evaluable')];
  return {
    fr: fr`Dernier suivi, évaluable à la fois en IRM et en TDM, de ${patients} (non évaluables par les deux : ${others}). κ de Cohen, intervalle par patient.`,
    en: en`Last follow-up, which both MRI and CT can evaluate, of ${patients} (not evaluable by both: ${others}). Cohen’s κ, interval by patient.`,
  };
}

function finding(result: PublishedResult, own: PublishedRow): BilingualPassage {
  const [ofOwn, same] = [agreementWords(result, own), rowOf(result, 'same')];
  const said: BilingualPassage = {
    fr: fr`Chacune avec ses propres cibles, IRM et TDM donnent la même réponse ${ofOwn}.`,
    en: en`Each with its own targets, MRI and CT give the same response ${ofOwn}.`,
  };
  if (same === undefined || isEmpty(same)) return said;
  const ofSame = agreementWords(result, same);
  return joined(said, {
    fr: fr`Sur les mêmes cibles, ${ofSame}.`,
    en: en`On the same targets, ${ofSame}.`,
  });
}

function agreementWords({ titleOf }: PublishedResult, row: PublishedRow): BilingualPassage {
  const [agreement, kappa] = [row.cell('raw_agreement'), kappaWords(titleOf, row)];
  return {
    fr: fr`chez ${agreement} % des patients ; ${kappa}`,
    en: en`in ${agreement}% of patients; ${kappa}`,
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
