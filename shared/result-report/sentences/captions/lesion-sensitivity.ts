import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import {
  counted,
  intervalWords,
  METASTASES,
  PATIENTS,
  reasonWords,
} from '#shared/result-report/sentences/parts.ts';
import { foundRow, notPublished } from '#shared/result-report/sentences/sources.ts';
import { en, fr } from '#shared/result-report/sentences/wording.ts';
import { alternativeOf, type FigureWords, ofListedLesions } from './figure-words.ts';

export const LESION_SENSITIVITY: FigureWords = ofListedLesions({
  caption: (result) => {
    const [mri, ct] = [rowOf(result, 'mri_total'), rowOf(result, 'ct_total')];
    if (mri === undefined || ct === undefined) return [notPublished('performance')];
    return isUnverified(mri, ct)
      ? [NOTHING_TO_SHOW]
      : [basis(mri, ct), findings(result, mri, ct), DOES_NOT_MEAN];
  },
  alternative: (result) => {
    const [mri, ct] = [rowOf(result, 'mri_total'), rowOf(result, 'ct_total')];
    if (mri === undefined || ct === undefined) return alternativeOf(KIND, notPublished('performance'));
    return alternativeOf(KIND, isUnverified(mri, ct) ? NOTHING_TO_SHOW : findings(result, mri, ct));
  },
});

const KIND: BilingualPassage = {
  fr: fr`Diagramme en forêt, sensibilité par lésion de chaque séquence`,
  en: en`Forest plot, sensitivity per lesion of each sequence`,
};

const rowOf = (result: PublishedResult, sequence: string): PublishedRow | undefined =>
  foundRow(result, {
    table: 'performance',
    labels: { sequence, reference: 'all' },
    columns: [
      ...['n_patients', 'listed', 'without_reference', 'metastases', 'called'],
      ...['sensitivity', 'sensitivity_low', 'sensitivity_high', 'sensitivity_reason'],
    ],
  });

const isUnverified = (...rows: readonly PublishedRow[]): boolean =>
  rows.every((row) => row.figure('n_patients') === 0 || row.figure('metastases') === 0);

const NOTHING_TO_SHOW: BilingualPassage = {
  fr: fr`Rien à montrer : ni l’histologie, ni le suivi, ni une autre imagerie n’établit d’aucune lésion listée que c’est une métastase.`,
  en: en`Nothing to show: neither histology, follow-up nor other imaging establishes of any listed lesion that it is a metastasis.`,
};

function basis(mri: PublishedRow, ct: PublishedRow): BilingualPassage {
  const [patients, onCt] = [counted(mri, 'n_patients', PATIENTS), counted(ct, 'n_patients', PATIENTS)];
  const [listed, unverified] = [mri.cell('listed'), mri.cell('without_reference')];
  return {
    fr: fr`Lésions dont l’histologie, le suivi ou une autre imagerie établit la nature, premier lecteur : ${patients} en IRM, ${onCt} en TDM. Sans référence, ou de nature inconnue, et laissées de côté : ${unverified} des ${listed} lésions évaluables en IRM. Intervalles de confiance à 95 % par patient ; sans test.`,
    en: en`Lesions whose nature histology, follow-up or other imaging establishes, first reader: ${patients} on MRI, ${onCt} on CT. Without a reference, or of unknown nature, and left aside: ${unverified} of the ${listed} lesions assessable on MRI. 95% confidence intervals by patient; without a test.`,
  };
}

function findings(result: PublishedResult, mri: PublishedRow, ct: PublishedRow): BilingualPassage {
  const [onMri, onCt] = [sensitivity(result, mri), sensitivity(result, ct)];
  return {
    fr: fr`Sensibilité par lésion : ${onMri} en IRM ; ${onCt} en TDM.`,
    en: en`Sensitivity per lesion: ${onMri} on MRI; ${onCt} on CT.`,
  };
}

/** `90,1 % de 628 métastases (intervalle de confiance …)`, or why it is not told. */
function sensitivity({ titleOf }: PublishedResult, row: PublishedRow): BilingualPassage {
  if (row.figure('sensitivity') === null) {
    const why = reasonWords(titleOf, row, 'sensitivity_reason');
    return { fr: fr`non dite (${why})`, en: en`not told (${why})` };
  }
  const [cell, all] = [row.cell('sensitivity'), counted(row, 'metastases', METASTASES)];
  const interval = intervalWords(titleOf, row, INTERVAL, { fr: ' %', en: '%' });
  return { fr: fr`${cell} % de ${all} (${interval})`, en: en`${cell}% of ${all} (${interval})` };
}

const INTERVAL = {
  low: 'sensitivity_low',
  high: 'sensitivity_high',
  reason: 'sensitivity_reason',
} as const;

const DOES_NOT_MEAN: BilingualPassage = {
  fr: fr`On cherche une référence là où quelque chose a été vu : une métastase que rien ne montre manque souvent au dénominateur, et la vraie sensibilité peut être plus basse. Faux positifs et valeur prédictive positive dépendent des lésions bénignes que les lecteurs ont listées. Deux intervalles qui se recouvrent ne montrent pas que deux séquences se valent.`,
  en: en`A reference is sought where something was seen: a metastasis that nothing shows is often missing from the denominator, and the true sensitivity may be lower. False positives and positive predictive value depend on the benign lesions that the readers listed. Two intervals that overlap do not show that two sequences are alike.`,
};
