import { agreeing, type Bilingual } from '#shared/language.ts';
import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { BY_HOLM } from '#shared/result-report/sentences/comparison-columns.ts';
import { canBeJudged, comparisonsWith, judgedAgainst } from '#shared/result-report/sentences/judgements.ts';
import { counted, intervalWords, METASTASES, reasonWords } from '#shared/result-report/sentences/parts.ts';
import { foundRow, type Source, told } from '#shared/result-report/sentences/sources.ts';
import { en, enumerated, fr, joined, listed, NOTHING } from '#shared/result-report/sentences/wording.ts';

const DIFFUSION: Source = {
  table: 'counts',
  labels: { side: 'whole', sequence: 'mri_diffusion' },
  columns: ['n_pairs', 'total', 'modality_total', 'share_of_modality', 'reason'],
};

/** How much of what MRI shows diffusion shows by itself, and whether any other sequence shows as much. */
export const diffusionAnswer = (result: PublishedResult): BilingualPassage =>
  told(result, DIFFUSION, (row) => {
    if (row.figure('modality_total') === 0) {
      return {
        fr: fr`Aucune métastase n’est comptée en IRM : il n’y a rien dont la diffusion puisse montrer une part.`,
        en: en`No metastasis is counted on MRI: there is nothing of which diffusion could show a share.`,
      };
    }
    return joined(shareWords(result, row), againstOthers(result));
  });

function shareWords(result: PublishedResult, row: PublishedRow): BilingualPassage {
  const seen = row.cell('total');
  const all = counted(row, 'modality_total', METASTASES);
  if (row.figure('share_of_modality') === null) {
    const why = reasonWords(result.titleOf, row, 'reason');
    return {
      fr: fr`La diffusion à elle seule compte ${seen} lésions, et l’IRM dans son ensemble ${all} ; il n’en est pas donné de part : ${why}.`,
      en: en`Diffusion by itself counts ${seen} lesions, MRI as a whole ${all}; no share is given: ${why}.`,
    };
  }
  const share = row.cell('share_of_modality');
  const limits = rateLimits(result);
  const word: Bilingual = agreeing(
    row.figure('modality_total') ?? 0,
    { fr: 'sur', en: 'of' },
    { fr: 'des', en: 'of the' },
  );
  return {
    fr: fr`La diffusion montre à elle seule ${seen} ${word} ${all} que montre l’IRM dans son ensemble (${share} %${limits}).`,
    en: en`Diffusion by itself shows ${seen} ${word} ${all} that MRI as a whole shows (${share}%${limits}).`,
  };
}

/** The interval of that share, from the table that has it. */
function rateLimits(result: PublishedResult): BilingualPassage {
  const row = foundRow(result, {
    table: 'detection-rates',
    labels: { side: 'whole', sequence: 'mri_diffusion', against: 'modality' },
    columns: ['rate_low', 'rate_high', 'rate_limits', 'rate_reason'],
  });
  if (row === undefined) return NOTHING;
  if (row.text('rate_limits') === 'one_sided') {
    return {
      fr: fr` ; au moins ${row.cell('rate_low')} %, limite unilatérale à 95 %`,
      en: en`; at least ${row.cell('rate_low')}%, one-sided 95% limit`,
    };
  }
  const interval = intervalWords(
    result.titleOf,
    row,
    { low: 'rate_low', high: 'rate_high', reason: 'rate_reason' },
    row.figure('rate_low') === null ? { fr: '', en: '' } : { fr: ' %', en: '%' },
  );
  return { fr: fr` ; ${interval}`, en: en`; ${interval}` };
}

/** Diffusion against each of the other sequences, MRI's and CT's. */
function againstOthers(result: PublishedResult): BilingualPassage {
  if (!canBeJudged(result, 'count-tests', BY_HOLM)) return NOTHING;
  const rows = comparisonsWith(result, 'count-tests', { side: 'whole' }, 'mri_diffusion');
  const { first, second, never_differ, ...others } = judgedAgainst(result, rows, BY_HOLM, 'mri_diffusion');
  const open = [...others.not_told_apart, ...others.at_odds, ...others.nothing];
  const basis = rows.some((row) => row.figure('cluster_p_holm') !== null) ? BY_TEST : BY_INTERVAL;
  if (first.length === rows.length) {
    return {
      fr: fr`Elle en montre plus que chacune des autres séquences, TDM comprise (${basis}).`,
      en: en`It shows more than each of the other sequences, CT included (${basis}).`,
    };
  }
  const groups = enumerated([
    ...group(first, FEWER),
    ...group(second, MORE),
    ...group(never_differ, AS_MANY),
    ...group(open, UNDECIDED),
  ]);
  return {
    fr: fr`Face à elle (${basis}) – ${groups}.`,
    en: en`Against it (${basis}) – ${groups}.`,
  };
}

const group = (titles: readonly Bilingual[], heading: Bilingual): readonly BilingualPassage[] => {
  const list = listed(titles);
  return titles.length === 0 ? [] : [{ fr: fr`${heading} : ${list}`, en: en`${heading}: ${list}` }];
};

const FEWER: Bilingual = { fr: 'moins de métastases', en: 'fewer metastases' };
const MORE: Bilingual = { fr: 'plus de métastases', en: 'more metastases' };
const AS_MANY: Bilingual = { fr: 'autant sur chaque couple', en: 'as many on every pair' };
const UNDECIDED: Bilingual = { fr: 'pas de conclusion possible', en: 'no conclusion possible' };

const BY_TEST: Bilingual = {
  fr: 'test par patient, corrigé par Holm',
  en: 'test by patient, corrected by Holm',
};
const BY_INTERVAL: Bilingual = {
  fr: 'intervalles à 95 % des différences, non corrigés, sans test',
  en: '95% intervals of the differences, not corrected, without a test',
};
