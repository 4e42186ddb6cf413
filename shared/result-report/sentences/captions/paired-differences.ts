import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { BY_HOLM, columnsOf } from '#shared/result-report/sentences/comparison-columns.ts';
import { lesionsOfPatients } from '#shared/result-report/sentences/parts.ts';
import { withoutPoints } from '#shared/result-report/sentences/points.ts';
import { foundRows, notPublished } from '#shared/result-report/sentences/sources.ts';
import { familyWords, noEquality, toldApartWords } from '#shared/result-report/sentences/told-apart.ts';
import { en, fr, joined } from '#shared/result-report/sentences/wording.ts';
import { alternativeOf, type FigureWords, ofDiameters } from './figure-words.ts';

export const PAIRED_DIFFERENCES: FigureWords = ofDiameters({
  caption: (result) => {
    const rows = rowsIn(result);
    if (rows.length === 0) return [notPublished('measure-tests')];
    return [
      joined(basis(rows), withoutPoints(result, 'diameter')),
      familyWords(rows),
      toldApartWords(result, rows),
      noEquality(rows),
    ];
  },
  alternative: (result) => {
    const rows = rowsIn(result);
    return alternativeOf(
      KIND,
      rows.length === 0 ? notPublished('measure-tests') : toldApartWords(result, rows),
    );
  },
});

const KIND: BilingualPassage = {
  fr: fr`Différences des diamètres d’une même lésion, les séquences comparées deux à deux`,
  en: en`Differences of the diameters of one lesion, the sequences compared two by two`,
};

const rowsIn = (result: PublishedResult): readonly PublishedRow[] =>
  foundRows(result, 'measure-tests', ['n_lesions', 'cluster_family_size', ...columnsOf(BY_HOLM)]);

/** Of the comparison with the most lesions, the first of equals. */
function basis(rows: readonly PublishedRow[]): BilingualPassage {
  const [largest] = rows.toSorted((a, b) => (b.figure('n_lesions') ?? 0) - (a.figure('n_lesions') ?? 0));
  if (largest === undefined) return notPublished('measure-tests');
  const lesions = lesionsOfPatients(largest);
  const isOne = rows.every((row) => row.figure('n_lesions') === largest.figure('n_lesions'));
  return isOne
    ? {
        fr: fr`Plus grand diamètre axial, lésion par lésion, sur ${lesions} dans chaque comparaison.`,
        en: en`Largest axial diameter, lesion by lesion, on ${lesions} in each comparison.`,
      }
    : {
        fr: fr`Plus grand diamètre axial, lésion par lésion, sur les lésions mesurées sur les deux séquences : ${lesions} au plus.`,
        en: en`Largest axial diameter, lesion by lesion, on the lesions measured on both sequences: ${lesions} at most.`,
      };
}
