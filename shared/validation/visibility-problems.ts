import type { Bilingual } from '#shared/language.ts';
import { type InManyRows, inColumns, inManyRows } from './in-many-rows.ts';
import { problemKind } from './problem.ts';

/** What may be wrong with a lesion that is listed in `visibility`, and what is doubtful of it. */

export const seenNowhere = problemKind('SEEN_NOWHERE', () => ({
  fr: 'Aucune séquence ne montre cette lésion, et rien d’autre ne l’établit (reference = none). Écrivez dans reference ce qui l’établit, corrigez les colonnes seen_, ou supprimez la ligne.',
  en: 'No sequence shows this lesion, and nothing else tells that it is there (reference = none). Write in reference what tells it, mend the columns seen_, or delete the row.',
}));

export const confidenceNotAssessable = problemKind('CONFIDENCE_NOT_ASSESSABLE', () => ({
  fr: 'Une confiance est donnée pour un examen dont aucune séquence n’était évaluable (colonnes seen_ vides). Videz la cellule, ou écrivez oui ou non dans ces colonnes.',
  en: 'A confidence is given for an examination of which no sequence was assessable (columns seen_ blank). Empty the cell, or write yes or no in those columns.',
}));

/** @param file - undefined for the same one */
const placeText = (line: number, file: string | undefined): Bilingual =>
  file === undefined
    ? { fr: `la ligne ${line}`, en: `line ${line}` }
    : { fr: `${file}, ligne ${line},`, en: `${file}, line ${line},` };

export const lesionElsewhere = problemKind(
  'LESION_ELSEWHERE',
  (said: Bilingual, line: number, file: string | undefined) => {
    const place = placeText(line, file);
    return {
      fr: `Pour la même lésion du même lecteur, ${place.fr} dit « ${said.fr} » : un numéro désigne la même lésion dans tous les couples, dans visibility et dans lesions. Corrigez le numéro, ou l’un des deux endroits.`,
      en: `For the same lesion of the same reader, ${place.en} says "${said.en}": a number means the same lesion in every pair, in visibility and in lesions. Mend the number, or one of the two places.`,
    };
  },
);

export const sizeUnlikeMeasured = problemKind(
  'SIZE_UNLIKE_MEASURED',
  (millimetres: number, size: Bilingual, line: number, file: string) => ({
    fr: `lesions donne ${String(millimetres).replace('.', ',')} mm à cette lésion, et visibility « ${size.fr} » (voir ${file}, ligne ${line}). Corrigez l’un des deux, ou videz size_class : la taille sera celle qui est mesurée.`,
    en: `lesions gives this lesion ${millimetres} mm, and visibility "${size.en}" (see ${file}, line ${line}). Mend one of the two, or empty size_class: the size will be the measured one.`,
  }),
);

export const segmentOfOtherSide = problemKind('SEGMENT_OF_OTHER_SIDE', () => ({
  fr: 'Les segments II et III sont à gauche, les segments V à VIII à droite. Vérifiez le segment et le côté.',
  en: 'Segments II and III are on the left, segments V to VIII on the right. Check the segment and the side.',
}));

export const seenUnlikeMeasured = problemKind('SEEN_UNLIKE_MEASURED', (millimetres: number) =>
  millimetres > 0
    ? {
        fr: `Cette lésion mesure ${String(millimetres).replace('.', ',')} mm sur cette séquence dans lesions, mais visibility ne l’y dit pas vue. Vérifiez le diamètre, ou la colonne seen_ de la séquence.`,
        en: `This lesion measures ${millimetres} mm on this sequence in lesions, but visibility does not say that it is seen there. Check the diameter, or the column seen_ of the sequence.`,
      }
    : {
        fr: 'Il ne reste rien de cette lésion sur cette séquence dans lesions (0 mm), mais visibility l’y dit vue. Vérifiez le diamètre, ou la colonne seen_ de la séquence.',
        en: 'Nothing is left of this lesion on this sequence in lesions (0 mm), but visibility says that it is seen there. Check the diameter, or the column seen_ of the sequence.',
      },
);

/** @param most - of how many metastases the sheet may show there, blanks taken for seen; undefined where it has some only */
export const listedUnlikeCounted = problemKind(
  'LISTED_UNLIKE_COUNTED',
  (column: string | InManyRows, counted?: number, listed?: number, most?: number) => {
    if (typeof column === 'object') {
      return {
        fr: `${inManyRows(column).fr} ont des nombres de métastases que les lésions de visibility ne donnent pas${inColumns(column)}. Vérifiez les nombres, les colonnes seen_, les côtés et la nature des lésions, et lesions_listed.`,
        en: `${inManyRows(column).en} have numbers of metastases that the lesions of visibility do not give${inColumns(column)}. Check the numbers, the columns seen_, the sides and nature of the lesions, and lesions_listed.`,
      };
    }
    if (most === undefined) {
      return {
        fr: `${column} compte moins de métastases (${counted}) que visibility n’en montre là (${listed}). Vérifiez le nombre, ou les colonnes seen_, le côté et la nature des lésions.`,
        en: `${column} counts fewer metastases (${counted}) than visibility shows there (${listed}). Check the number, or the columns seen_, the side and nature of the lesions.`,
      };
    }
    const shown =
      most === listed
        ? { fr: `${listed}`, en: `${listed}` }
        : { fr: `${listed} à ${most}`, en: `${listed} to ${most}` };
    return {
      fr: `Métastases comptées dans ${column} : ${counted} ; montrées là par visibility, qui les a toutes (lesions_listed = all) : ${shown.fr}. Vérifiez le nombre, les colonnes seen_, le côté et la nature des lésions, ou écrivez some.`,
      en: `Metastases counted in ${column}: ${counted}; shown there by visibility, which has all of them (lesions_listed = all): ${shown.en}. Check the number, the columns seen_, the side and nature of the lesions, or write some.`,
    };
  },
);

export const listedWithoutSaying = problemKind('LISTED_WITHOUT_SAYING', (where?: InManyRows) =>
  where === undefined
    ? {
        fr: 'visibility a des lésions de ce couple, et pairs ne dit pas si ce sont toutes : elles comptent comme une partie. Écrivez all ou some dans lesions_listed.',
        en: 'visibility has lesions of this pair, and pairs does not say whether these are all: they count as some. Write all or some in lesions_listed.',
      }
    : {
        fr: `${inManyRows(where).fr} sont de couples dont visibility a des lésions, sans que pairs dise si ce sont toutes : elles comptent comme une partie. Écrivez all ou some dans lesions_listed.`,
        en: `${inManyRows(where).en} are of pairs of which visibility has lesions, and pairs does not say whether these are all: they count as some. Write all or some in lesions_listed.`,
      },
);

const WHY_NOT_USED = {
  protocol_complete: {
    fr: 'il lui manque une acquisition du protocole (protocol_complete = no)',
    en: 'it lacks an acquisition of the protocol (protocol_complete = no)',
  },
  mri_date: {
    fr: 'sa TDM et son IRM sont trop éloignées l’une de l’autre',
    en: 'its CT and its MRI are too far apart',
  },
  countable: {
    fr: 'ses métastases ne se comptent pas (countable)',
    en: 'its metastases cannot be counted (countable)',
  },
} as const;

/** @param by - the column of the pair that leaves it out */
export const listedNotUsed = problemKind('LISTED_NOT_USED', (by: keyof typeof WHY_NOT_USED | InManyRows) => {
  if (typeof by === 'object') {
    return {
      fr: `${inManyRows(by).fr} sont de couples dont les lésions listées n’entrent dans aucun tableau : il y manque une acquisition, les deux examens sont trop éloignés, ou les métastases ne se comptent pas. C’est voulu ainsi ; vérifiez protocol_complete, les dates et countable.`,
      en: `${inManyRows(by).en} are of pairs whose listed lesions enter no table: an acquisition is lacking, the two scans are too far apart, or the metastases cannot be counted. That is how it should be; check protocol_complete, the dates and countable.`,
    };
  }
  const why = WHY_NOT_USED[by];
  return {
    fr: `Les lésions de ce couple qui sont dans visibility n’entrent dans aucun tableau : ${why.fr}. C’est voulu ainsi ; vérifiez seulement que c’est vrai.`,
    en: `The lesions of this pair that are in visibility enter no table: ${why.en}. That is how it should be; only check that it is true.`,
  };
});
