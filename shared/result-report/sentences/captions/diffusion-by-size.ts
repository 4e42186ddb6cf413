import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { diffusionBySize } from '#shared/result-report/sentences/lesion-sizes.ts';
import { counted, intervalWords, METASTASES, reasonWords } from '#shared/result-report/sentences/parts.ts';
import { titleIn } from '#shared/result-report/sentences/sources.ts';
import { en, enumerated, fr } from '#shared/result-report/sentences/wording.ts';

const INTERVAL = { low: 'share_low', high: 'share_high', reason: 'reason' } as const;

/** Whether diffusion shows the small ones, which the thesis could not tell. */
export function shownOnDiffusion(result: PublishedResult): BilingualPassage {
  const told = enumerated(diffusionBySize(result).map((row) => shareOf(result, row)));
  return { fr: fr`Part vue en diffusion : ${told}.`, en: en`Share seen on diffusion: ${told}.` };
}

/** `moins de 5 mm, 97 % de 653 métastases (intervalle de confiance …)`, or why it is not told. */
function shareOf(result: PublishedResult, row: PublishedRow): BilingualPassage {
  const size = titleIn(result, row, 'group');
  if (row.figure('share') === null) {
    const why = reasonWords(result.titleOf, row, 'reason');
    return { fr: fr`${size}, non dit (${why})`, en: en`${size}, not told (${why})` };
  }
  const [share, lesions] = [row.cell('share'), counted(row, 'assessable', METASTASES)];
  const interval = intervalWords(result.titleOf, row, INTERVAL, { fr: ' %', en: '%' });
  return {
    fr: fr`${size}, ${share} % de ${lesions} (${interval})`,
    en: en`${size}, ${share}% of ${lesions} (${interval})`,
  };
}
