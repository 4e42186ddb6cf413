import type { BilingualPassage } from '#shared/result-report/passage.ts';
import { type PublishedResult, type PublishedRow, rowsOf } from '#shared/result-report/published-result.ts';
import {
  confidenceRows,
  isOfAllCentres,
  isOfSeveral,
} from '#shared/result-report/sentences/lesion-confidence.ts';
import {
  CT_MRI_PAIRS,
  counted,
  METASTASES,
  type Noun,
  ofPatients,
  reasonWords,
} from '#shared/result-report/sentences/parts.ts';
import { hasColumns, notPublished } from '#shared/result-report/sentences/sources.ts';
import { en, fr, joined, NOTHING } from '#shared/result-report/sentences/wording.ts';
import { areasFound } from './areas-found.ts';
import { alternativeOf, type FigureWords, ofListedLesions } from './figure-words.ts';

export const LESION_CONFIDENCE: FigureWords = ofListedLesions({
  caption: (result) => {
    const all = rowOfAll(result);
    if (all === undefined) return [notPublished('froc')];
    return hasNoArea(all)
      ? [nothing(result, all)]
      : [joined(basis(all), AREA, laws(result)), areasFound(result, all), doesNotMean(result)];
  },
  alternative: (result) => {
    const all = rowOfAll(result);
    if (all === undefined) return alternativeOf(KIND, notPublished('froc'));
    return alternativeOf(KIND, hasNoArea(all) ? nothing(result, all) : areasFound(result, all));
  },
});

const KIND: BilingualPassage = {
  fr: fr`Diagramme en forêt, aire sous la courbe FROC alternative par lecteur, et différence entre IRM et TDM`,
  en: en`Forest plot, area under the alternative FROC curve by reader, and difference between MRI and CT`,
};

const COLUMNS = [
  ...[
    'group',
    'centre',
    'readers',
    'n_readers',
    'n_patients',
    'n_cases',
    'metastases',
    'benign',
    'not_rated',
  ],
  ...['reason', 'mri', 'mri_low', 'mri_high', 'mri_reason', 'ct', 'ct_low', 'ct_high', 'ct_reason'],
  ...['difference', 'difference_low', 'difference_high', 'difference_p', 'difference_reason'],
];

const rowOfAll = (result: PublishedResult): PublishedRow | undefined =>
  hasColumns(result, 'froc', COLUMNS) ? rowsOf(result, 'froc').find(isOfAllCentres) : undefined;

const hasNoArea = (row: PublishedRow): boolean => row.figure('mri') === null || row.figure('ct') === null;

function nothing({ titleOf }: PublishedResult, row: PublishedRow): BilingualPassage {
  if (row.figure('n_cases') === 0) {
    return {
      fr: fr`Rien à montrer : aucune lésion dont une référence établit la nature n’est notée en IRM et en TDM.`,
      en: en`Nothing to show: no lesion whose nature a reference establishes is rated on MRI and on CT.`,
    };
  }
  const why = reasonWords(titleOf, row, row.figure('mri') === null ? 'mri_reason' : 'ct_reason');
  return { fr: fr`Rien à montrer : ${why}.`, en: en`Nothing to show: ${why}.` };
}

const BENIGN: Noun = {
  one: { fr: 'lésion bénigne', en: 'benign lesion' },
  many: { fr: 'lésions bénignes', en: 'benign lesions' },
};

function basis(row: PublishedRow): BilingualPassage {
  const [metastases, benign] = [counted(row, 'metastases', METASTASES), counted(row, 'benign', BENIGN)];
  const [pairs, left] = [ofPatients(row, 'n_cases', CT_MRI_PAIRS), row.cell('not_rated')];
  return {
    fr: fr`Lésions dont une référence établit la nature, notées par les premiers lecteurs, en IRM et en TDM, selon leur confiance que c’est une métastase : ${metastases} et ${benign}, sur ${pairs} ; laissées de côté, faute d’une note sur les deux : ${left}.`,
    en: en`Lesions whose nature a reference establishes, rated by the first readers, on MRI and on CT, by their confidence that it is a metastasis: ${metastases} and ${benign}, on ${pairs}; left aside, for want of a rating on both: ${left}.`,
  };
}

const AREA: BilingualPassage = {
  fr: fr`L’aire (AFROC1) est la probabilité qu’une métastase tirée au sort soit notée plus haut que la lésion bénigne la mieux notée d’un couple tiré au sort, les égalités comptant pour moitié ; ce qui n’est pas vu est sous toute note, et qui ne verrait rien obtiendrait un demi.`,
  en: en`The area (AFROC1) is the probability that a metastasis drawn at random is rated higher than the highest rated benign lesion of a pair drawn at random, ties counting half; what is not seen is below every rating, and who saw nothing would get one half.`,
};

/** How intervals are made, and of what the p are not corrected. */
function laws(result: PublishedResult): BilingualPassage {
  const rows = confidenceRows(result);
  const several: BilingualPassage = rows.some(isOfSeveral)
    ? {
        fr: fr` ; de plusieurs lecteurs d’un centre, par l’analyse d’Obuchowski et Rockette`,
        en: en`; of several readers of a centre, by Obuchowski and Rockette’s analysis`,
      }
    : NOTHING;
  const tests: BilingualPassage = rows.some((row) => row.figure('difference_p') !== null)
    ? { fr: fr` ; p non corrigés`, en: en`; p not corrected` }
    : NOTHING;
  return {
    fr: fr`Intervalles de confiance à 95 % par jackknife des patients${several}${tests}.`,
    en: en`95% confidence intervals by a jackknife over patients${several}${tests}.`,
  };
}

/** What an area does not tell. */
function doesNotMean(result: PublishedResult): BilingualPassage {
  return joined(DETECTION_TOO, confidenceRows(result).some(isOfSeveral) ? OTHER_READERS : THESE_READERS);
}

const DETECTION_TOO: BilingualPassage = {
  fr: fr`Une métastase qu’une modalité ne montre pas y est sous toute note : l’aire dit la détection autant que la confiance. Ne comptent comme fausses alertes que les lésions bénignes listées qu’une référence établit ; là où elles sont rares, l’aire ne dit guère que la détection. Les notes des premiers lecteurs sont prises pour une même échelle.`,
  en: en`A metastasis that a modality does not show is below every rating there: the area tells detection as much as confidence. Only listed benign lesions that a reference establishes count as false alarms; where they are rare, the area tells little but detection. The first readers’ ratings are taken for one scale.`,
};
const THESE_READERS: BilingualPassage = {
  fr: fr`Seul le premier lecteur de chaque centre est montré : rien n’est dit d’autres lecteurs. Des données qui ne tranchent pas ne montrent pas une égalité.`,
  en: en`Only the first reader of each centre is shown: nothing is told of other readers. Data that do not decide do not show equality.`,
};
const OTHER_READERS: BilingualPassage = {
  fr: fr`« Ces lecteurs ensemble » ne vaut que pour eux ; « des lecteurs tels que ceux-ci » s’étend à d’autres, et deux ou trois lecteurs en disent très peu. Des données qui ne tranchent pas ne montrent pas une égalité.`,
  en: en`“These readers together” holds for them only; “readers such as these” reaches out to others, of whom two or three readers tell very little. Data that do not decide do not show equality.`,
};
