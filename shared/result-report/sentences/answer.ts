import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { abbreviatedAnswer } from './answer/abbreviated.ts';
import { basisAnswer } from './answer/basis.ts';
import { diametersAnswer } from './answer/diameters.ts';
import { diffusionAnswer } from './answer/diffusion.ts';
import { primaryAnswer } from './answer/primary.ts';
import { en, fr } from './wording.ts';

/** What was asked. */
export const QUESTION: BilingualPassage = {
  fr: fr`Chez les patients qui ont des métastases hépatiques d’une tumeur neuroendocrine digestive, que montrent l’IRM et la TDM (scanner), faites à peu de temps l’une de l’autre : combien de métastases, et de quelle taille ?`,
  en: en`In patients with liver metastases of a digestive neuroendocrine tumour, what do MRI and CT show when they are done shortly after one another: how many metastases, and of what size?`,
};

/**
 * What is answered: which modality shows more, what diffusion shows by itself, what an abbreviated MRI would show, whether
 * the two measure alike, and what this rests on.
 */
export const answer = (result: PublishedResult): readonly BilingualPassage[] =>
  [primaryAnswer, diffusionAnswer, abbreviatedAnswer, diametersAnswer, basisAnswer].map((tell) =>
    tell(result),
  );
