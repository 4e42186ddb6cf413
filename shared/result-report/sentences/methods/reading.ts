import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { LESIONS } from '#shared/result-report/sentences/parts.ts';
import { settingIn } from '#shared/result-report/sentences/setting-values.ts';
import { en, fr } from '#shared/result-report/sentences/wording.ts';

/** What was read, counted and measured. */
export function readingMethods(result: PublishedResult): readonly BilingualPassage[] {
  const most = settingIn(result, 'mostLesionsMeasured', LESIONS);
  const smallest = settingIn(result, 'smallestLesionMillimetres');
  return [
    {
      fr: fr`Un couple comprend une TDM aux temps artériel et portal et une IRM avec T2 FS, diffusion, temps artériel et portal.`,
      en: en`A pair is a CT with arterial and portal phases and an MRI with T2 FS, diffusion, arterial and portal phases.`,
    },
    {
      fr: fr`Dans chaque centre, le premier lecteur a compté les métastases de chaque séquence dans le foie droit et le foie gauche, et les lésions distinctes vues par l’ensemble des séquences de l’IRM et par les deux temps de la TDM ; les foies massivement envahis et les métastases coalescentes n’ont pas été dénombrés.`,
      en: en`In each centre the first reader counted the metastases of each sequence in the right and the left liver, and the distinct lesions seen on all MRI sequences together and on both CT phases; massively involved livers and coalescent metastases were not counted.`,
    },
    {
      fr: fr`Une lésion vue dans plusieurs couples d’un patient compte dans chacun.`,
      en: en`A lesion seen in several pairs of a patient counts in each.`,
    },
    {
      fr: fr`Le plus grand diamètre axial a été mesuré sur chaque séquence pour ${most} au plus par couple, les plus grandes, d’au moins ${smallest} mm ; l’analyse des diamètres porte sur les couples qui ont une lésion mesurée sur toutes les séquences.`,
      en: en`The largest axial diameter was measured on each sequence of at most ${most} per pair, the largest, of at least ${smallest} mm; the analysis of diameters is of the pairs with a lesion measured on every sequence.`,
    },
  ];
}
