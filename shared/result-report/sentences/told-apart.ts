import type { Bilingual } from '#shared/language.ts';
import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { BY_HOLM } from './comparison-columns.ts';
import { judgedPairs } from './judgements.ts';
import { en, fr, joined, listed, NOTHING } from './wording.ts';

/** Which of several comparisons show a difference, in the shorter of the two lists. */
export function toldApartWords(result: PublishedResult, rows: readonly PublishedRow[]): BilingualPassage {
  const { first: told, never_differ: equal, ...others } = judgedPairs(result, rows, BY_HOLM);
  const open = [...others.not_told_apart, ...others.at_odds, ...others.nothing];
  const same = listed(equal);
  if (rows.length > 0 && equal.length === rows.length) return NEVER_DIFFERENT;
  const never: BilingualPassage =
    equal.length === 0
      ? NOTHING
      : { fr: fr`Autant sur chaque couple : ${same}.`, en: en`As many on every pair: ${same}.` };
  return joined(saidOf(told, open), never);
}

const NEVER_DIFFERENT: BilingualPassage = {
  fr: fr`Aucune comparaison ne trouve de différence : les six séquences donnent partout la même valeur.`,
  en: en`No comparison finds a difference: the six sequences give the same value throughout.`,
};

function saidOf(told: readonly Bilingual[], open: readonly Bilingual[]): BilingualPassage {
  const [larger, undecided] = [listed(told), listed(open)];
  if (told.length === 0 && open.length === 0) return NOTHING;
  if (told.length === 0) {
    return { fr: fr`Aucune différence n’est établie.`, en: en`No difference is shown.` };
  }
  if (open.length > 0 && open.length < told.length) {
    return {
      fr: fr`Les différences sont établies, sauf : ${undecided}.`,
      en: en`Differences are shown, except for: ${undecided}.`,
    };
  }
  return open.length === 0
    ? { fr: fr`Différences établies : ${larger}.`, en: en`Differences shown: ${larger}.` }
    : {
        fr: fr`Différences établies : ${larger} ; les autres ne le sont pas.`,
        en: en`Differences shown: ${larger}; the others are not.`,
      };
}

/** How each of several comparisons was tested, and over how many p-values Holm's correction goes. */
export function familyWords(rows: readonly PublishedRow[]): BilingualPassage {
  const tested = rows.find((row) => row.figure('cluster_p_holm') !== null);
  if (tested === undefined) {
    return {
      fr: fr`Différences moyennes, intervalles de confiance à 95 % par patient (CR2) ; aucun p n’est donné.`,
      en: en`Mean differences, 95% confidence intervals by patient (CR2); no p is given.`,
    };
  }
  const size = tested.cell('cluster_family_size');
  return {
    fr: fr`Différences moyennes, intervalles de confiance à 95 % par patient (CR2) ; p par patient de Rosner, Glynn et Lee, corrigés par Holm sur ${size} comparaisons.`,
    en: en`Mean differences, 95% confidence intervals by patient (CR2); p by patient of Rosner, Glynn and Lee, corrected by Holm over ${size} comparisons.`,
  };
}

/** What it does not mean that some comparison shows no difference. */
export const NOT_TOLD_APART: BilingualPassage = {
  fr: fr`Une différence qui n’est pas établie n’est pas une égalité. Les intervalles ne sont pas corrigés : l’un d’eux peut exclure zéro sans que la différence soit établie.`,
  en: en`A difference that is not shown is no equality. The intervals are not corrected: one of them may leave zero out without the difference being shown.`,
};
