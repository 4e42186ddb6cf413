import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { flowSource, pairsAndPatients } from '#shared/result-report/sentences/flow-source.ts';
import { counted, PAIRS, PATIENTS } from '#shared/result-report/sentences/parts.ts';
import { foundRow, notPublished } from '#shared/result-report/sentences/sources.ts';
import { en, fr } from '#shared/result-report/sentences/wording.ts';
import { alternativeOf, type FigureWords } from './figure-words.ts';

export const FLOW: FigureWords = {
  caption: (result) => [steps(result), MEANS, DOES_NOT_MEAN],
  alternative: (result) => alternativeOf(KIND, steps(result)),
};

const KIND: BilingualPassage = { fr: fr`Diagramme de flux`, en: en`Flow chart` };

function steps(result: PublishedResult): BilingualPassage {
  const screened = foundRow(result, flowSource('screened'));
  const included = foundRow(result, flowSource('included'));
  const countedStep = foundRow(result, flowSource('counted'));
  const measured = foundRow(result, flowSource('measured'));
  if (
    screened === undefined ||
    included === undefined ||
    countedStep === undefined ||
    measured === undefined
  ) {
    return notPublished('flow');
  }
  const [all, pairs] = [counted(screened, 'patients', PATIENTS), counted(screened, 'pairs', PAIRS)];
  const kept = pairsAndPatients(included);
  const numbers = pairsAndPatients(countedStep);
  const sizes = pairsAndPatients(measured);
  return {
    fr: fr`Sur ${all} et ${pairs} examinés, sont inclus ${kept} ; l’analyse des nombres en garde ${numbers}, celle des diamètres ${sizes}.`,
    en: en`Of ${all} and ${pairs} screened, ${kept} are included; the analysis of numbers keeps ${numbers}, that of diameters ${sizes}.`,
  };
}

const MEANS: BilingualPassage = {
  fr: fr`Chaque patient et chaque couple écarté l’est pour un seul motif, le premier de la liste qui s’applique ; les deux analyses partent des mêmes inclus, chacune avec ses propres motifs.`,
  en: en`Each patient and each pair left out is so for one reason, the first of the list that applies; both analyses start from the same included patients, each with its own reasons.`,
};

const DOES_NOT_MEAN: BilingualPassage = {
  fr: fr`Un motif ne dit rien de ceux qui le suivent dans la liste, et être écarté ne veut pas dire être sans métastase.`,
  en: en`A reason tells nothing of those after it in the list, and to be left out does not mean to be without metastases.`,
};
