import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { flowSource, pairsAndPatients } from '#shared/result-report/sentences/flow-source.ts';
import { listsLesions } from '#shared/result-report/sentences/listed-tables.ts';
import { CENTRES, counted } from '#shared/result-report/sentences/parts.ts';
import { foundRow, foundRows, told } from '#shared/result-report/sentences/sources.ts';
import { en, fr, joined, NOTHING } from '#shared/result-report/sentences/wording.ts';

/** What the answers rest on, and what they cannot say. */
export const basisAnswer = (result: PublishedResult): BilingualPassage =>
  told(result, flowSource('counted'), (row) =>
    row.figure('pairs') === 0
      ? NOBODY
      : joined(restsOn(result, row), listsLesions(result) ? LISTS_SAY : CANNOT_SAY),
  );

const NOBODY: BilingualPassage = {
  fr: fr`Ce résultat ne repose sur aucun couple dénombré : il ne dit rien encore.`,
  en: en`This result rests on no counted pair: it tells nothing yet.`,
};

function restsOn(result: PublishedResult, row: PublishedRow): BilingualPassage {
  const pairs = pairsAndPatients(row);
  const [measured, centres] = [measuredWords(result), centresWords(result)];
  return {
    fr: fr`Tout cela repose, pour les nombres, sur ${pairs}${measured}${centres}.`,
    en: en`All this rests, for the counts, on ${pairs}${measured}${centres}.`,
  };
}

function measuredWords(result: PublishedResult): BilingualPassage {
  const row = foundRow(result, flowSource('measured'));
  if (row === undefined) return NOTHING;
  if (row.figure('pairs') === 0) {
    return { fr: fr` et, pour les diamètres, sur aucun`, en: en` and, for the diameters, on none` };
  }
  const pairs = pairsAndPatients(row);
  return {
    fr: fr` et, pour les diamètres, sur ${pairs}`,
    en: en` and, for the diameters, on ${pairs}`,
  };
}

/** ` ; 4 centres, un seul lecteur dans chacun`, from the table of the readers, whose every centre has a reader of an included patient's pair. */
function centresWords(result: PublishedResult): BilingualPassage {
  const [row] = foundRows(result, 'reader-characteristics', ['n_centres']);
  if (row === undefined) return NOTHING;
  const centres = counted(row, 'n_centres', CENTRES);
  return { fr: fr` ; ${centres}, un seul lecteur dans chacun`, en: en`; ${centres}, one reader in each` };
}

const CANNOT_SAY: BilingualPassage = {
  fr: fr`Il n’y a pas d’examen de référence, et les lésions de l’IRM et de la TDM ne sont pas appariées une à une : voir plus de lésions ne prouve pas que toutes sont des métastases, ni que la TDM n’en voit aucune de plus. Une lésion compte dans chaque couple où elle est vue.`,
  en: en`There is no reference standard, and lesions of MRI and CT are not matched one by one: to see more of them does not prove that all are metastases, nor that CT sees none besides. A lesion counts in every pair on which it is seen.`,
};

const LISTS_SAY: BilingualPassage = {
  fr: fr`Ces nombres n’ont pas d’examen de référence et n’apparient pas les lésions de l’IRM et de la TDM une à une : voir plus de lésions ne prouve pas que toutes sont des métastases, ni que la TDM n’en voit aucune de plus. Ce que montrent les lésions listées une à une est dans la partie « Lésion par lésion ». Une lésion compte dans chaque couple où elle est vue.`,
  en: en`These numbers have no reference standard and do not match lesions of MRI and CT one by one: to see more of them does not prove that all are metastases, nor that CT sees none besides. What the lesions listed one by one show is in the part “Lesion by lesion”. A lesion counts in every pair on which it is seen.`,
};
