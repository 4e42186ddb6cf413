import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { BY_RATIO, columnsOf } from '#shared/result-report/sentences/comparison-columns.ts';
import {
  CT_MRI_PAIRS,
  counted,
  intervalWords,
  METASTASES,
  ofPatients,
  reasonWords,
} from '#shared/result-report/sentences/parts.ts';
import { foundRow, type Source, told } from '#shared/result-report/sentences/sources.ts';
import { clusterTestWords, notAlike, withBlindTest } from '#shared/result-report/sentences/tests.ts';
import { isBarelyOut, verdictOf } from '#shared/result-report/sentences/verdict.ts';
import { en, fr, joined, NOTHING } from '#shared/result-report/sentences/wording.ts';

export const primarySource = (side: string): Source => ({
  table: 'primary-comparison',
  labels: { side },
  columns: [...columnsOf(BY_RATIO), 'rate_ratio', 'n_pairs'],
});

/** Which modality shows more metastases: the question of the study. */
export const primaryAnswer = (result: PublishedResult): BilingualPassage =>
  told(result, primarySource('whole'), (row) => {
    if (row.figure('n_pairs') === 0) return NOBODY;
    return isAllZero(result) ? nothingSeen(row) : withBlindTest(row, comparedTotals(result, row));
  });

function nothingSeen(row: PublishedRow): BilingualPassage {
  const pairs = ofPatients(row, 'n_pairs', CT_MRI_PAIRS);
  return {
    fr: fr`Ni l’IRM ni la TDM ne montrent de métastase, sur ${pairs} : il n’y a rien à comparer.`,
    en: en`Neither MRI nor CT shows a metastasis, on ${pairs}: there is nothing to compare.`,
  };
}

const NOBODY: BilingualPassage = {
  fr: fr`Aucun couple d’examens n’est dénombré : la question de savoir laquelle, de l’IRM ou de la TDM, montre le plus de métastases reste sans réponse.`,
  en: en`No pair of examinations is counted: whether MRI or CT shows more metastases is left unanswered.`,
};

function comparedTotals(result: PublishedResult, row: PublishedRow): BilingualPassage {
  const pairs = ofPatients(row, 'n_pairs', CT_MRI_PAIRS);
  const totals = totalsOf(result);
  const ratio = ratioWords(result, row, clusterTestWords(result.titleOf, row));
  switch (verdictOf(row, BY_RATIO)) {
    case 'first':
      return {
        fr: fr`L’IRM montre plus de métastases que la TDM, sur ${pairs}${totals} : ${ratio}.`,
        en: en`MRI shows more metastases than CT on ${pairs}${totals}: ${ratio}.`,
      };
    case 'second':
      return {
        fr: fr`La TDM montre plus de métastases que l’IRM, sur ${pairs}${totals} : ${ratio}.`,
        en: en`CT shows more metastases than MRI on ${pairs}${totals}: ${ratio}.`,
      };
    case 'not_told_apart':
      return joined(
        {
          fr: fr`Les données ne disent pas laquelle, de l’IRM ou de la TDM, montre le plus de métastases, sur ${pairs}${totals} : ${ratio}.`,
          en: en`The data do not tell whether MRI or CT shows more metastases, on ${pairs}${totals}: ${ratio}.`,
        },
        notAlike,
      );
    case 'at_odds':
      return {
        fr: fr`Le test et l’intervalle ne s’accordent pas, et l’on ne peut pas dire laquelle, de l’IRM ou de la TDM, montre le plus de métastases, sur ${pairs}${totals} : ${ratio}.`,
        en: en`Test and interval disagree, so that the data do not tell whether MRI or CT shows more metastases, on ${pairs}${totals}: ${ratio}.`,
      };
    case 'never_differ':
      return {
        fr: fr`Sur ${pairs}, l’IRM et la TDM montrent chaque fois le même nombre de métastases${totals} : il n’y a ni test ni intervalle à donner.`,
        en: en`On ${pairs}, MRI and CT show the same number of metastases each time${totals}: there is no test and no interval to give.`,
      };
    case 'nothing':
      return {
        fr: fr`Ni test ni intervalle ne disent laquelle, de l’IRM ou de la TDM, montre le plus de métastases, sur ${pairs}${totals} : ${ratio}.`,
        en: en`No test and no interval tells whether MRI or CT shows more metastases, on ${pairs}${totals}: ${ratio}.`,
      };
  }
}

const totalOf = (result: PublishedResult, sequence: string) =>
  foundRow(result, { table: 'counts', labels: { side: 'whole', sequence }, columns: ['total'] });

const isAllZero = (result: PublishedResult): boolean =>
  ['mri_total', 'ct_total'].every((total) => totalOf(result, total)?.figure('total') === 0);

/** ` (864 métastases en IRM, 314 en TDM)`; nothing where the result has no such table. */
function totalsOf(result: PublishedResult): BilingualPassage {
  const [mri, ct] = [totalOf(result, 'mri_total'), totalOf(result, 'ct_total')];
  if (mri === undefined || ct === undefined) return NOTHING;
  const shown = counted(mri, 'total', METASTASES);
  return {
    fr: fr` (${shown} en IRM, ${ct.cell('total')} en TDM)`,
    en: en` (${shown} on MRI, ${ct.cell('total')} on CT)`,
  };
}

/** The ratio, how sure it is, and the test. */
export function ratioWords(
  { titleOf }: PublishedResult,
  row: PublishedRow,
  test: BilingualPassage,
): BilingualPassage {
  if (row.figure('rate_ratio') === null) {
    const why = reasonWords(titleOf, row, 'rate_ratio_reason');
    return {
      fr: fr`pas de rapport IRM/TDM (${why}) ; ${test}`,
      en: en`no MRI/CT ratio (${why}); ${test}`,
    };
  }
  const interval = intervalWords(titleOf, row, BY_RATIO.interval);
  const barely = isBarelyOut(row, BY_RATIO, 2)
    ? { fr: ', tout près de l’absence de différence', en: ', very near no difference' }
    : { fr: '', en: '' };
  return {
    fr: fr`rapport IRM/TDM de ${row.cell('rate_ratio')} (${interval}${barely} ; ${test})`,
    en: en`MRI/CT ratio ${row.cell('rate_ratio')} (${interval}${barely}; ${test})`,
  };
}
