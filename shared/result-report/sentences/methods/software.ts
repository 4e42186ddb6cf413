import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { listsLesions } from '#shared/result-report/sentences/listed-tables.ts';
import { versionIn } from '#shared/result-report/sentences/setting-values.ts';
import { en, fr } from '#shared/result-report/sentences/wording.ts';

/** With what it was computed, and within which limits. */
export function softwareMethods(result: PublishedResult): readonly BilingualPassage[] {
  const [code, r, id] = [
    versionIn(result, 'codeVersion'),
    versionIn(result, 'rVersion'),
    versionIn(result, 'id'),
  ];
  return [
    {
      fr: fr`Les calculs sont ceux du programme de l’étude, version ${code}, qui suit les règles de R ${r} ; résultat ${id}.`,
      en: en`Computations are those of the study’s program, version ${code}, which follows the rules of R ${r}; result ${id}.`,
    },
    listsLesions(result) ? LIMITS_OF_LISTS : LIMITS,
  ];
}

const LIMITS: BilingualPassage = {
  fr: fr`Limites : il n’y a pas d’examen de référence, les lésions de la TDM et de l’IRM n’ont pas été appariées une à une, et les résultats principaux sont ceux d’un seul lecteur par centre.`,
  en: en`Limits: there is no reference standard, lesions of CT and MRI were not matched one by one, and the main results are those of one reader in each centre.`,
};

const LIMITS_OF_LISTS: BilingualPassage = {
  fr: fr`Limites : les nombres sont comparés sans examen de référence et sans apparier les lésions de la TDM et de l’IRM une à une ; les listes les apparient, pour les seuls couples dont les lésions sont listées, et la nature d’une lésion n’est vérifiée que là où une référence l’établit ; les résultats principaux sont ceux d’un seul lecteur par centre.`,
  en: en`Limits: numbers are compared without a reference standard and without matching the lesions of CT and MRI one by one; the lists match them, for those pairs alone whose lesions are listed, and the nature of a lesion is verified only where a reference establishes it; the main results are those of one reader in each centre.`,
};
