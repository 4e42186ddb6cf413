import type { TitleOf } from '#shared/presentation/read-table.ts';
import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedRow } from '#shared/result-report/published-result.ts';
import { pWords } from './parts.ts';
import { isTestBlind } from './verdict.ts';
import { en, fr, joined, NOTHING } from './wording.ts';

/** `p < 0,001, test exact par patient de Rosner, Glynn et Lee`. */
export function clusterTestWords(titleOf: TitleOf, row: PublishedRow): BilingualPassage {
  const p = pWords(titleOf, row, 'cluster_p', 'cluster_reason');
  if (row.figure('cluster_p') === null) return p;
  return row.text('cluster_method') === 'exact'
    ? {
        fr: fr`${p}, test exact par patient de Rosner, Glynn et Lee`,
        en: en`${p}, exact test by patient of Rosner, Glynn and Lee`,
      }
    : {
        fr: fr`${p}, test par patient de Rosner, Glynn et Lee, loi asymptotique`,
        en: en`${p}, large-sample test by patient of Rosner, Glynn and Lee`,
      };
}

/** A word about a test that so few patients leave without any chance. */
export const blindTestWords = (row: PublishedRow): BilingualPassage =>
  row.figure('cluster_p') !== null && isTestBlind(row)
    ? {
        fr: fr`Avec moins de six patients, ce test ne peut pas donner de p sous 0,05, quelles que soient les images.`,
        en: en`With fewer than six patients this test cannot give a p below 0.05, whatever the images show.`,
      }
    : NOTHING;

/** A word about what holds for so few patients only. */
export const fewPatientsWords = (row: PublishedRow): BilingualPassage =>
  (row.figure('n_patients') ?? 0) < FEWEST_TO_GENERALISE
    ? {
        fr: fr`Avec moins de six patients, cela ne vaut que pour eux.`,
        en: en`With fewer than six patients this holds for them only.`,
      }
    : NOTHING;

/** From so many patients on, the tables give what is true of large samples. */
const FEWEST_TO_GENERALISE = 6;

/** What it does not mean that two things are not told apart. */
export const notAlike: BilingualPassage = {
  fr: fr`Cela ne montre pas que les deux se valent.`,
  en: en`This does not show that the two are alike.`,
};

export const withBlindTest = (row: PublishedRow, said: BilingualPassage): BilingualPassage =>
  joined(said, blindTestWords(row));
