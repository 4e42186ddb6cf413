import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { BY_HOLM, columnsOf } from '#shared/result-report/sentences/comparison-columns.ts';
import { pairsOfPatients } from '#shared/result-report/sentences/parts.ts';
import { foundRows, notPublished } from '#shared/result-report/sentences/sources.ts';
import { familyWords, noEquality, toldApartWords } from '#shared/result-report/sentences/told-apart.ts';
import { en, fr } from '#shared/result-report/sentences/wording.ts';
import { alternativeOf, type FigureWords, ofCounts } from './figure-words.ts';

export const COUNT_COMPARISONS: FigureWords = ofCounts({
  caption: (result) => {
    const rows = rowsIn(result);
    const [row] = rows;
    if (row === undefined) return [notPublished('count-tests')];
    return [basis(row), familyWords(rows), toldApartWords(result, rows), noEquality(rows)];
  },
  alternative: (result) => {
    const rows = rowsIn(result);
    return alternativeOf(
      KIND,
      rows.length === 0 ? notPublished('count-tests') : toldApartWords(result, rows),
    );
  },
});

const KIND: BilingualPassage = {
  fr: fr`Diagramme en forêt, nombres de métastases des séquences comparées deux à deux`,
  en: en`Forest plot, numbers of metastases of the sequences compared two by two`,
};

const rowsIn = (result: PublishedResult): readonly PublishedRow[] =>
  foundRows(result, 'count-tests', ['side', 'n_pairs', 'cluster_family_size', ...columnsOf(BY_HOLM)]).filter(
    (row) => row.text('side') === 'whole',
  );

function basis(row: PublishedRow): BilingualPassage {
  const pairs = pairsOfPatients(row);
  return {
    fr: fr`Nombres de métastases des six séquences, comparées deux à deux, foie entier, sur ${pairs}.`,
    en: en`Numbers of metastases of the six sequences, compared two by two, whole liver, on ${pairs}.`,
  };
}
