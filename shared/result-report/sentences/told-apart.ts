import type { Bilingual } from '#shared/language.ts';
import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { BY_HOLM } from './comparison-columns.ts';
import { judgedPairs } from './judgements.ts';
import { en, fr, joined, listed, NOTHING } from './wording.ts';

/** Whether the study publishes a p of any of these comparisons. */
const isTested = (rows: readonly PublishedRow[]): boolean =>
  rows.some((row) => row.figure('cluster_p_holm') !== null);

/** Which of several comparisons show a difference, in the shorter of the two lists. */
export function toldApartWords(result: PublishedResult, rows: readonly PublishedRow[]): BilingualPassage {
  const { first: told, never_differ: equal, ...others } = judgedPairs(result, rows, BY_HOLM);
  const open = [...others.not_told_apart, ...others.at_odds, ...others.nothing];
  if (rows.length > 0 && equal.length === rows.length) return NEVER_DIFFERENT;
  const same = listed(equal);
  const never: BilingualPassage =
    equal.length === 0
      ? NOTHING
      : { fr: fr`Valeurs partout égales : ${same}.`, en: en`Equal throughout: ${same}.` };
  return joined(saidOf(told, open, isTested(rows) ? SHOWN : LEFT_OUT), never);
}

const NEVER_DIFFERENT: BilingualPassage = {
  fr: fr`Aucune comparaison ne trouve de différence : les six séquences donnent partout la même valeur.`,
  en: en`No comparison finds a difference: the six sequences give the same value throughout.`,
};

/** What can be said of several comparisons together: none, these, all but these. */
interface Sayings {
  readonly none: BilingualPassage;
  readonly these: Bilingual;
  readonly allBut: Bilingual;
}

/** By a test that is corrected. */
const SHOWN: Sayings = {
  none: { fr: fr`Aucune différence n’est établie.`, en: en`No difference is shown.` },
  these: { fr: 'Différences établies', en: 'Differences shown' },
  allBut: { fr: 'Les différences sont établies, sauf', en: 'Differences are shown, except for' },
};

/** By intervals alone, which are not corrected. */
const LEFT_OUT: Sayings = {
  none: { fr: fr`Aucun intervalle n’exclut zéro.`, en: en`No interval leaves zero out.` },
  these: { fr: 'L’intervalle, non corrigé, exclut zéro', en: 'The interval, not corrected, leaves zero out' },
  allBut: {
    fr: 'Les intervalles, non corrigés, excluent zéro, sauf',
    en: 'The intervals, not corrected, leave zero out, except for',
  },
};

function saidOf(
  told: readonly Bilingual[],
  open: readonly Bilingual[],
  { none, these, allBut }: Sayings,
): BilingualPassage {
  const [larger, undecided] = [listed(told), listed(open)];
  if (told.length === 0) return open.length === 0 ? NOTHING : none;
  if (open.length > 0 && open.length < told.length) {
    return { fr: fr`${allBut} : ${undecided}.`, en: en`${allBut}: ${undecided}.` };
  }
  return open.length === 0
    ? { fr: fr`${these} : ${larger}.`, en: en`${these}: ${larger}.` }
    : {
        fr: fr`${these} : ${larger} ; pour les autres, non.`,
        en: en`${these}: ${larger}; not for the others.`,
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
    fr: fr`Différences moyennes, intervalles de confiance à 95 % par patient (CR2) ; p par patient de Rosner, Glynn et Lee, corrigés par Holm (comparaisons de la famille : ${size}).`,
    en: en`Mean differences, 95% confidence intervals by patient (CR2); p by patient of Rosner, Glynn and Lee, corrected by Holm (comparisons in the family: ${size}).`,
  };
}

/** What it does not mean that some comparison shows no difference. */
export const noEquality = (rows: readonly PublishedRow[]): BilingualPassage =>
  isTested(rows)
    ? {
        fr: fr`Une différence qui n’est pas établie n’est pas une égalité. Les intervalles ne sont pas corrigés : l’un d’eux peut exclure zéro sans que la différence soit établie.`,
        en: en`A difference that is not shown is no equality. The intervals are not corrected: one of them may leave zero out without the difference being shown.`,
      }
    : {
        fr: fr`Un intervalle qui comprend zéro n’est pas une égalité ; et d’autant d’intervalles, l’un peut exclure zéro par hasard.`,
        en: en`An interval with zero in it is no equality; and of so many intervals, one may leave zero out by chance.`,
      };
