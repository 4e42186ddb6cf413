import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import type { Noun } from '#shared/result-report/sentences/parts.ts';
import { settingIn } from '#shared/result-report/sentences/setting-values.ts';
import { en, fr } from '#shared/result-report/sentences/wording.ts';

const TARGETS: Noun = {
  one: { fr: 'cible', en: 'target' },
  many: { fr: 'cibles', en: 'targets' },
};

/** How responses were judged. */
export function recistMethods(result: PublishedResult): BilingualPassage {
  const [targets, target] = [
    settingIn(result, 'RECIST.mostTargets', TARGETS),
    settingIn(result, 'RECIST.smallestTargetMm'),
  ];
  const [response, progression] = [
    settingIn(result, 'RECIST.responsePercent'),
    settingIn(result, 'RECIST.progressionPercent'),
  ];
  const millimetres = settingIn(result, 'RECIST.progressionMm');
  return {
    fr: fr`La réponse a été jugée selon RECIST 1.1 (Eisenhauer, 2009) dans le foie, pour chaque modalité par ses propres examens : au plus ${targets} d’au moins ${target} mm, réponse partielle à partir de ${response} % de diminution, progression à partir de ${progression} % et ${millimetres} mm d’augmentation, des cibles ou de l’ensemble des lésions mesurées, ou par une nouvelle lésion, ou de l’avis du lecteur ; l’accord des deux modalités est donné par le κ de Cohen.`,
    en: en`Response was judged by RECIST 1.1 (Eisenhauer, 2009) in the liver, for each modality by its own scans: at most ${targets} of at least ${target} mm, partial response from a decrease of ${response}% on, progressive disease from an increase of ${progression}% and ${millimetres} mm on, of the targets or of all measured lesions, or by a new lesion, or in the reader’s judgement; agreement of the two modalities is given by Cohen’s κ.`,
  };
}
