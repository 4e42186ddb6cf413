import type { Bilingual } from '#shared/language.ts';
import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { counted, METASTASES, pairsOfPatients } from '#shared/result-report/sentences/parts.ts';
import { foundRows, notPublished, titleIn } from '#shared/result-report/sentences/sources.ts';
import { en, fr, listed } from '#shared/result-report/sentences/wording.ts';
import { alternativeOf, type FigureWords, ofCounts } from './figure-words.ts';

export const LESIONS_SEEN: FigureWords = ofCounts({
  caption: (result) => {
    const [row] = wholeRows(result);
    return row === undefined ? [notPublished('counts')] : [basis(row), finding(result), DOES_NOT_MEAN];
  },
  alternative: (result) => alternativeOf(KIND, finding(result)),
});

const KIND: BilingualPassage = {
  fr: fr`Points, un par séquence et par côté du foie`,
  en: en`Dots, one for each sequence and side of the liver`,
};

const wholeRows = (result: PublishedResult): readonly PublishedRow[] =>
  foundRows(result, 'counts', ['side', 'sequence', 'total', 'n_pairs', 'n_patients']).filter(
    (row) => row.text('side') === 'whole',
  );

function basis(row: PublishedRow): BilingualPassage {
  const pairs = pairsOfPatients(row);
  return {
    fr: fr`Nombre de métastases par séquence et par côté du foie, sur ${pairs} ; sans test.`,
    en: en`Number of metastases by sequence and side of the liver, on ${pairs}; without a test.`,
  };
}

/** Which sequence of each modality shows most. */
function finding(result: PublishedResult): BilingualPassage {
  const rows = wholeRows(result).filter((row) => !row.text('sequence').endsWith('_total'));
  if (rows.length === 0) return notPublished('counts');
  const mri = most(result, rows, 'mri_', { fr: 'en IRM', en: 'on MRI' });
  const ct = most(result, rows, 'ct_', { fr: 'en TDM', en: 'on CT' });
  return {
    fr: fr`Le plus grand nombre, foie entier : ${mri} ; ${ct}.`,
    en: en`The largest number, whole liver: ${mri}; ${ct}.`,
  };
}

function most(
  result: PublishedResult,
  all: readonly PublishedRow[],
  prefix: string,
  modality: Bilingual,
): BilingualPassage {
  const rows = all.filter((row) => row.text('sequence').startsWith(prefix));
  const largest = Math.max(...rows.map((row) => row.figure('total') ?? 0));
  const leading = rows.filter((row) => row.figure('total') === largest);
  const [row] = leading;
  if (row === undefined || largest === 0) {
    return { fr: fr`aucune métastase ${modality}`, en: en`no metastasis ${modality}` };
  }
  const total = counted(row, 'total', METASTASES);
  const names = listed(leading.map((leader) => titleIn(result, leader, 'sequence')));
  return leading.length === 1
    ? {
        fr: fr`${modality}, ${names} (${total})`,
        en: en`${modality}, ${names} (${total})`,
      }
    : {
        fr: fr`${modality}, à égalité ${names} (${total} chacune)`,
        en: en`${modality}, equally ${names} (${total} each)`,
      };
}

const DOES_NOT_MEAN: BilingualPassage = {
  fr: fr`Une même lésion compte sur chaque séquence et dans chaque couple où elle est vue : les nombres de deux séquences ne s’ajoutent pas, et ne disent pas quelles lésions les deux voient.`,
  en: en`One lesion counts on every sequence and in every pair on which it is seen: the numbers of two sequences do not add up, nor tell which lesions both see.`,
};
