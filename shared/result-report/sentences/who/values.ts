import type { Bilingual } from '#shared/language.ts';
import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { reasonWords } from '#shared/result-report/sentences/parts.ts';
import { titleIn } from '#shared/result-report/sentences/sources.ts';
import { en, fr } from '#shared/result-report/sentences/wording.ts';

/** `27/47 (57 %)`. */
export function shareWords(row: PublishedRow): BilingualPassage {
  const [n, all, percent] = [row.cell('n'), row.cell('denominator'), row.cell('percent')];
  if (percent.value === null) return { fr: fr`${n}/${all}`, en: en`${n}/${all}` };
  return { fr: fr`${n}/${all} (${percent} %)`, en: en`${n}/${all} (${percent}%)` };
}

/** `57,0 années (45,5–70,0 ; 21,0–84,0)`, with of how many where not all are known. */
export function quantityWords(result: PublishedResult, row: PublishedRow): BilingualPassage {
  if (row.figure('median') === null) {
    const why = reasonWords(result.titleOf, row, 'reason');
    return { fr: fr`– (${why})`, en: en`– (${why})` };
  }
  const [median, low, high] = [row.cell('median'), row.cell('minimum'), row.cell('maximum')];
  const [first, third] = [row.cell('first_quartile'), row.cell('third_quartile')];
  const unit = unitOf(result, row);
  const known = knownWords(row);
  return {
    fr: fr`${median}${unit} (${first} à ${third} ; ${low} à ${high})${known}`,
    en: en`${median}${unit} (${first} to ${third}; ${low} to ${high})${known}`,
  };
}

/** Of how many, where some are not known. */
function knownWords(row: PublishedRow): BilingualPassage {
  const [n, all] = [row.cell('n'), row.cell('denominator')];
  return n.value === all.value ? { fr: [], en: [] } : { fr: fr` ; n = ${n}`, en: en`; n = ${n}` };
}

function unitOf(result: PublishedResult, row: PublishedRow): Bilingual {
  const unit = row.text('unit');
  if (unit === 'percent') return { fr: ' %', en: '%' };
  if (unit === 'mm') return { fr: ' mm', en: ' mm' };
  // What is counted is in the heading.
  if (unit !== 'years' && unit !== 'days') return { fr: '', en: '' };
  const { fr: french, en: english } = titleIn(result, row, 'unit');
  return { fr: ` ${french === 'années' ? 'ans' : french}`, en: ` ${english}` };
}
