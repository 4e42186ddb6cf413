import type { Bilingual } from '#shared/language.ts';
import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { BIAS_INTERVAL } from '#shared/result-report/sentences/comparison-columns.ts';
import { intervalWords, lesionsOfPatients, reasonWords } from '#shared/result-report/sentences/parts.ts';
import { type Source, told } from '#shared/result-report/sentences/sources.ts';
import { fewPatientsWords } from '#shared/result-report/sentences/tests.ts';
import { en, fr, joined } from '#shared/result-report/sentences/wording.ts';

/**
 * Diffusion and the arterial CT: the two sequences, one of each modality, that the thesis compares (line 1267). Fixed, so
 * that nobody chooses the comparison by its result.
 */
export const COMPARED_DIAMETERS: Source = {
  table: 'agreement',
  labels: { first: 'mri_diffusion', second: 'ct_arterial' },
  columns: [
    ...['n_lesions', 'n_patients', 'bias', ...Object.values(BIAS_INTERVAL)],
    ...['lower_limit', 'upper_limit', 'limits_reason'],
  ],
};

/** Whether the two modalities measure a lesion alike: on average, and the same lesion. */
export const diametersAnswer = (result: PublishedResult): BilingualPassage =>
  told(result, COMPARED_DIAMETERS, (row) =>
    row.figure('bias') === null
      ? noBias(result, row)
      : joined(biasWords(result, row), limitsWords(result, row), fewPatientsWords(row)),
  );

function noBias({ titleOf }: PublishedResult, row: PublishedRow): BilingualPassage {
  const why = reasonWords(titleOf, row, 'bias_reason');
  return {
    fr: fr`Rien ne dit si l’IRM et la TDM mesurent pareil : aucune lésion n’a de diamètre à la fois en diffusion et en TDM artérielle (${why}).`,
    en: en`Nothing tells whether MRI and CT measure alike: no lesion has a diameter both on diffusion and on arterial CT (${why}).`,
  };
}

/** What the data say of the mean difference. */
export function biasWords({ titleOf }: PublishedResult, row: PublishedRow): BilingualPassage {
  const lesions = lesionsOfPatients(row);
  const interval = intervalWords(titleOf, row, BIAS_INTERVAL, unitOf(row, BIAS_INTERVAL.low));
  const finding = FINDINGS[findingOf(row)];
  const bias = row.cell('bias');
  return {
    fr: fr`${finding} : sur ${lesions}, la différence moyenne (diffusion − TDM artérielle) est de ${bias} mm (${interval}).`,
    en: en`${finding}: over ${lesions}, the mean difference (diffusion − arterial CT) is ${bias} mm (${interval}).`,
  };
}

const unitOf = (row: PublishedRow, column: string): Bilingual =>
  row.figure(column) === null ? { fr: '', en: '' } : { fr: ' mm', en: ' mm' };

type Finding = 'larger' | 'smaller' | 'open' | 'untested';

function findingOf(row: PublishedRow): Finding {
  const [low, high] = [row.figure(BIAS_INTERVAL.low), row.figure(BIAS_INTERVAL.high)];
  if (low === null || high === null) return 'untested';
  if (low > 0) return 'larger';
  return high < 0 ? 'smaller' : 'open';
}

const FINDINGS: Readonly<Record<Finding, Bilingual>> = {
  larger: {
    fr: 'En moyenne, la diffusion donne un diamètre plus grand que la TDM',
    en: 'On average, diffusion gives a larger diameter than CT',
  },
  smaller: {
    fr: 'En moyenne, la diffusion donne un diamètre plus petit que la TDM',
    en: 'On average, diffusion gives a smaller diameter than CT',
  },
  open: {
    fr: 'Les données ne disent pas laquelle, de la diffusion ou de la TDM, donne en moyenne le plus grand diamètre',
    en: 'The data do not tell whether diffusion or CT gives the larger diameter on average',
  },
  untested: {
    fr: 'Les diamètres en diffusion et en TDM ne sont que décrits',
    en: 'Diameters on diffusion and on CT are only described',
  },
};

/** Between which limits the two diameters of one lesion lie apart. */
export function limitsWords({ titleOf }: PublishedResult, row: PublishedRow): BilingualPassage {
  if (row.figure('lower_limit') === null || row.figure('upper_limit') === null) {
    const why = reasonWords(titleOf, row, 'limits_reason');
    return {
      fr: fr`De combien les deux diamètres d’une même lésion peuvent s’écarter n’est pas donné : ${why}.`,
      en: en`How far the two diameters of one lesion may lie apart is not given: ${why}.`,
    };
  }
  const [low, high] = [row.cell('lower_limit'), row.cell('upper_limit')];
  if (low.value === high.value) {
    return {
      fr: fr`L’écart est le même pour toutes les lésions.`,
      en: en`All lesions lie apart by the same amount.`,
    };
  }
  return {
    fr: fr`Pour une même lésion, l’écart va le plus souvent de ${low} à ${high} mm (limites d’accord à 95 %) ; aucune tolérance n’a été fixée d’avance.`,
    en: en`For one lesion, the two mostly lie from ${low} to ${high} mm apart (95% limits of agreement); no tolerance was set beforehand.`,
  };
}
