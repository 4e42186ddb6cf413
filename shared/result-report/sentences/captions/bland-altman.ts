import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import {
  biasWords,
  COMPARED_DIAMETERS,
  limitsWords,
} from '#shared/result-report/sentences/answer/diameters.ts';
import { lesionsOfPatients, pWords, reasonWords } from '#shared/result-report/sentences/parts.ts';
import { withoutPoints } from '#shared/result-report/sentences/points.ts';
import { foundRow, notPublished, type Source } from '#shared/result-report/sentences/sources.ts';
import { fewPatientsWords } from '#shared/result-report/sentences/tests.ts';
import { en, fr, joined } from '#shared/result-report/sentences/wording.ts';
import { alternativeOf, type FigureWords, ofDiameters } from './figure-words.ts';

const LIMITS = ['lower_limit_low', 'lower_limit_high', 'upper_limit_low', 'upper_limit_high'];

const SOURCE: Source = {
  ...COMPARED_DIAMETERS,
  columns: [...COMPARED_DIAMETERS.columns, ...LIMITS, 'slope_p', 'slope_reason'],
};

export const BLAND_ALTMAN: FigureWords = ofDiameters({
  caption: (result) => {
    const row = foundRow(result, SOURCE);
    return row === undefined
      ? [notPublished('agreement')]
      : [
          joined(basis(row), withoutPoints(result, 'diameter')),
          joined(finding(result, row), fewPatientsWords(row)),
          joined(limitsOfLimits(row), slope(result, row)),
          DOES_NOT_MEAN,
        ];
  },
  alternative: (result) => {
    const row = foundRow(result, SOURCE);
    return alternativeOf(KIND, row === undefined ? notPublished('agreement') : finding(result, row));
  },
});

const KIND: BilingualPassage = {
  fr: fr`Biais et limites d’accord de Bland et Altman`,
  en: en`Bias and limits of agreement of Bland and Altman`,
};

function basis(row: PublishedRow): BilingualPassage {
  const lesions = lesionsOfPatients(row);
  return {
    fr: fr`Les séquences comparées deux à deux ; dit ici pour la diffusion et la TDM artérielle, celles que compare la thèse, sur ${lesions}. Limites d’accord pour plusieurs lésions par patient, biais avec son intervalle par patient (CR2).`,
    en: en`The sequences compared two by two; told here of diffusion and arterial CT, which the thesis compares, on ${lesions}. Limits of agreement for several lesions of a patient, bias with its interval by patient (CR2).`,
  };
}

function finding(result: PublishedResult, row: PublishedRow): BilingualPassage {
  if (row.figure('bias') === null) {
    const why = reasonWords(result.titleOf, row, 'bias_reason');
    return { fr: fr`Pas de biais à donner : ${why}.`, en: en`No bias to give: ${why}.` };
  }
  return joined(biasWords(result, row), limitsWords(result, row));
}

/** How sure the two limits are. */
function limitsOfLimits(row: PublishedRow): BilingualPassage {
  if (LIMITS.some((column) => row.figure(column) === null)) {
    return {
      fr: fr`Les limites d’accord n’ont pas d’intervalle.`,
      en: en`The limits of agreement have no interval.`,
    };
  }
  const [low, high] = [row.cell('lower_limit_low'), row.cell('lower_limit_high')];
  const [from, to] = [row.cell('upper_limit_low'), row.cell('upper_limit_high')];
  return {
    fr: fr`Intervalles de confiance à 95 % : de ${low} à ${high} mm pour la limite inférieure, de ${from} à ${to} mm pour la supérieure.`,
    en: en`95% confidence intervals: ${low} to ${high} mm for the lower limit, ${from} to ${to} mm for the upper one.`,
  };
}

/** Whether the difference depends on the size. */
function slope({ titleOf }: PublishedResult, row: PublishedRow): BilingualPassage {
  const p = pWords(titleOf, row, 'slope_p', 'slope_reason');
  if (row.figure('slope_p') === null) {
    return {
      fr: fr`Pente de la différence selon la taille : ${p}.`,
      en: en`Slope of the difference with size: ${p}.`,
    };
  }
  return {
    fr: fr`Pente de la différence selon la taille : ${p}, par patient (CR2).`,
    en: en`Slope of the difference with size: ${p}, by patient (CR2).`,
  };
}

const DOES_NOT_MEAN: BilingualPassage = {
  fr: fr`Un biais voisin de zéro ne rend pas les deux mesures interchangeables : ce sont les limites d’accord qui le diraient, face à une tolérance fixée d’avance.`,
  en: en`A bias near zero does not make the two measures interchangeable: the limits of agreement would tell, against a tolerance set beforehand.`,
};
