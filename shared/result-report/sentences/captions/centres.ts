import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import {
  CENTRES,
  counted,
  intervalWords,
  ofPatients,
  PAIRS,
  reasonWords,
} from '#shared/result-report/sentences/parts.ts';
import { foundRow, notPublished } from '#shared/result-report/sentences/sources.ts';
import { en, fr, joined } from '#shared/result-report/sentences/wording.ts';
import { alternativeOf, type FigureWords, ofCounts } from './figure-words.ts';

export const CENTRES_COMPARED: FigureWords = ofCounts({
  caption: (result) => {
    const row = rowIn(result);
    if (row === undefined) return [notPublished('centres')];
    return row.figure('estimate') === null
      ? [notPooled(result, row), DOES_NOT_MEAN]
      : [basis(row), finding(result, row), DOES_NOT_MEAN];
  },
  alternative: (result) => {
    const row = rowIn(result);
    if (row === undefined) return alternativeOf(KIND, notPublished('centres'));
    return alternativeOf(
      KIND,
      row.figure('estimate') === null ? notPooled(result, row) : finding(result, row),
    );
  },
});

const KIND: BilingualPassage = {
  fr: fr`Diagramme en forêt, différence IRM − TDM par centre et ensemble`,
  en: en`Forest plot, difference MRI − CT by centre and pooled`,
};

const rowIn = (result: PublishedResult): PublishedRow | undefined =>
  foundRow(result, {
    table: 'centres',
    labels: { effect: 'count_difference', first: 'mri_total', second: 'ct_total', group: 'pooled' },
    columns: [
      ...['n', 'n_patients', 'n_centres', 'estimate', 'estimate_low', 'estimate_high', 'estimate_reason'],
      ...['i_squared', 'prediction_low', 'prediction_high', 'heterogeneity_reason'],
    ],
  });

function notPooled({ titleOf }: PublishedResult, row: PublishedRow): BilingualPassage {
  const why = reasonWords(titleOf, row, 'estimate_reason');
  return {
    fr: fr`Les centres ne sont pas réunis en un seul effet : ${why}. Ceux qui ont assez de patients sont montrés chacun, les autres ensemble ou pas du tout.`,
    en: en`The centres are not pooled into one effect: ${why}. Those with enough patients are shown each, the others together or not at all.`,
  };
}

function basis(row: PublishedRow): BilingualPassage {
  const [centres, pairs] = [counted(row, 'n_centres', CENTRES), ofPatients(row, 'n', PAIRS)];
  return {
    fr: fr`Différence moyenne par couple du nombre de métastases, IRM moins TDM, par centre : ${centres}, ${pairs} ; les centres de peu de patients sont réunis. Effet commun à effets aléatoires (DerSimonian et Laird), intervalle de Hartung et Knapp.`,
    en: en`Mean difference per pair of the number of metastases, MRI minus CT, by centre: ${centres}, ${pairs}; centres with few patients are put together. Random effects (DerSimonian and Laird), interval of Hartung and Knapp.`,
  };
}

const POOLED = { low: 'estimate_low', high: 'estimate_high', reason: 'estimate_reason' } as const;

function finding({ titleOf }: PublishedResult, row: PublishedRow): BilingualPassage {
  const [estimate, interval] = [row.cell('estimate'), intervalWords(titleOf, row, POOLED)];
  return joined(
    {
      fr: fr`Pour un centre moyen, la différence est de ${estimate} métastases par couple (${interval})${undecided(row)}.`,
      en: en`For an average centre, the difference is ${estimate} metastases per pair (${interval})${undecided(row)}.`,
    },
    heterogeneity(titleOf, row),
  );
}

/** Where the pooled interval leaves no difference in, that is said. */
function undecided(row: PublishedRow): BilingualPassage {
  const [low, high] = [row.figure('estimate_low'), row.figure('estimate_high')];
  return low !== null && high !== null && low <= 0 && high >= 0
    ? {
        fr: fr` ; avec si peu de centres, ou si différents, l’absence de différence n’est pas exclue`,
        en: en`; with so few centres, or so different ones, no difference is not ruled out`,
      }
    : { fr: [], en: [] };
}

function heterogeneity(titleOf: PublishedResult['titleOf'], row: PublishedRow): BilingualPassage {
  const share = row.cell('i_squared');
  const varied: BilingualPassage =
    share.value === null
      ? { fr: [], en: [] }
      : {
          fr: fr`I², part estimée des écarts entre centres qui ne tient pas au hasard : ${share} %.`,
          en: en`I², estimated share of the spread between centres that is not chance: ${share}%.`,
        };
  if (row.figure('prediction_low') === null) {
    const why = reasonWords(titleOf, row, 'heterogeneity_reason');
    return joined(varied, {
      fr: fr`Pour un autre centre, pas d’intervalle de prédiction : ${why}.`,
      en: en`For another centre, no prediction interval: ${why}.`,
    });
  }
  const [low, high] = [row.cell('prediction_low'), row.cell('prediction_high')];
  return joined(varied, {
    fr: fr`Dans un autre centre, on attendrait entre ${low} et ${high} (intervalle de prédiction à 95 %).`,
    en: en`In another centre, one would expect ${low} to ${high} (95% prediction interval).`,
  });
}

const DOES_NOT_MEAN: BilingualPassage = {
  fr: fr`L’effet d’un centre moyen n’est pas celui de tous les patients ensemble, qui est la comparaison principale. Et un centre qui s’écarte n’est pas un mauvais centre : ses patients, ses appareils et son lecteur diffèrent.`,
  en: en`The effect of an average centre is not that of all patients together, which is the primary comparison. And a centre that lies apart is not a bad one: its patients, its scanners and its reader differ.`,
};
