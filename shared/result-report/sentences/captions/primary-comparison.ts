import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { primarySource, ratioWords } from '#shared/result-report/sentences/answer/primary.ts';
import { BY_RATIO } from '#shared/result-report/sentences/comparison-columns.ts';
import { CT_MRI_PAIRS, ofPatients, pWords } from '#shared/result-report/sentences/parts.ts';
import { foundRow, notPublished, titleIn } from '#shared/result-report/sentences/sources.ts';
import { type Judged, type Verdict, verdictOf } from '#shared/result-report/sentences/verdict.ts';
import { capitalised, en, enumerated, fr, listed } from '#shared/result-report/sentences/wording.ts';
import { alternativeOf, type FigureWords, ofCounts } from './figure-words.ts';

/** The sides are judged after Holm's correction; the whole liver is the declared question. */
const SIDES_JUDGED: Judged = { ...BY_RATIO, p: 'cluster_p_holm', isCorrected: true };

export const PRIMARY_COMPARISON: FigureWords = ofCounts({
  caption: (result) => {
    const row = foundRow(result, primarySource('whole'));
    if (row === undefined) return [notPublished('primary-comparison')];
    return [basis(row), findings(result), ratios(result), DOES_NOT_MEAN];
  },
  alternative: (result) => alternativeOf(KIND, findings(result)),
});

const KIND: BilingualPassage = {
  fr: fr`L’IRM et la TDM comparées`,
  en: en`MRI and CT compared`,
};

function basis(row: PublishedRow): BilingualPassage {
  const pairs = ofPatients(row, 'n_pairs', CT_MRI_PAIRS);
  return {
    fr: fr`Toutes les séquences d’IRM ensemble contre les deux phases de la TDM, sur ${pairs}. Test par patient de Rosner, Glynn et Lee : le foie entier est la question posée, les deux côtés sont jugés après correction de Holm.`,
    en: en`All MRI sequences together against both phases of CT, on ${pairs}. Test by patient of Rosner, Glynn and Lee: the whole liver is the question asked, the two sides are judged after Holm’s correction.`,
  };
}

const regionsOf = (result: PublishedResult): readonly PublishedRow[] =>
  ['whole', 'right', 'left'].flatMap((side) => foundRow(result, primarySource(side)) ?? []);

function findings(result: PublishedResult): BilingualPassage {
  const rows = regionsOf(result);
  if (rows.length === 0) return notPublished('primary-comparison');
  const regions = Map.groupBy(rows, (row) =>
    verdictOf(row, row.text('side') === 'whole' ? BY_RATIO : SIDES_JUDGED),
  );
  const found = enumerated(
    [...regions].map(([verdict, alike]) => {
      const where = listed(alike.map((row) => titleIn(result, row, 'side')));
      const finding = FINDINGS[verdict];
      return { fr: fr`${where} : ${finding}`, en: en`${where}: ${finding}` };
    }),
  );
  return capitalised({ fr: fr`${found}.`, en: en`${found}.` });
}

const FINDINGS: Readonly<Record<Verdict, BilingualPassage>> = {
  first: { fr: fr`l’IRM montre plus de métastases`, en: en`MRI shows more metastases` },
  second: { fr: fr`la TDM montre plus de métastases`, en: en`CT shows more metastases` },
  not_told_apart: { fr: fr`les données ne tranchent pas`, en: en`the data do not decide` },
  at_odds: { fr: fr`test et intervalle ne s’accordent pas`, en: en`test and interval disagree` },
  never_differ: { fr: fr`autant sur chaque couple`, en: en`as many on every pair` },
  nothing: { fr: fr`ni test ni intervalle`, en: en`no test and no interval` },
};

function ratios(result: PublishedResult): BilingualPassage {
  const rows = regionsOf(result);
  const told = enumerated(
    rows.map((row) => {
      const region = titleIn(result, row, 'side');
      const ratio = ratioWords(result, row, pWords(result.titleOf, row, 'cluster_p', 'cluster_reason'));
      return { fr: fr`${region}, ${ratio}`, en: en`${region}, ${ratio}` };
    }),
  );
  return rows.some((row) => row.figure('cluster_p') !== null)
    ? { fr: fr`Avant correction : ${told}.`, en: en`Before correction: ${told}.` }
    : capitalised({ fr: fr`${told}.`, en: en`${told}.` });
}

const DOES_NOT_MEAN: BilingualPassage = {
  fr: fr`Un rapport de nombres n’est pas une sensibilité : sans examen de référence, rien ne dit combien de ces lésions sont des métastases. Des données qui ne tranchent pas ne montrent pas une égalité.`,
  en: en`A ratio of numbers is no sensitivity: without a reference standard, nothing tells how many of these lesions are metastases. Data that do not decide do not show equality.`,
};
