import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { counted, PATIENTS } from '#shared/result-report/sentences/parts.ts';
import { withoutPoints } from '#shared/result-report/sentences/points.ts';
import { foundRow, notPublished } from '#shared/result-report/sentences/sources.ts';
import { en, fr, joined } from '#shared/result-report/sentences/wording.ts';
import { alternativeOf, type FigureWords } from './figure-words.ts';

const RESPONSES = ['cr', 'pr', 'sd', 'pd', 'ne'];

export const RECIST_WATERFALL: FigureWords = {
  caption: (result) => {
    const rows = modalities(result);
    if (rows === undefined) return [notPublished('recist')];
    if (isEmpty(rows)) return [NOBODY];
    return [joined(basis(rows), withoutPoints(result, 'best_change')), finding(rows), DOES_NOT_MEAN];
  },
  alternative: (result) => {
    const rows = modalities(result);
    if (rows === undefined) return alternativeOf(KIND, notPublished('recist'));
    return alternativeOf(KIND, isEmpty(rows) ? NOBODY : finding(rows));
  },
};

const KIND: BilingualPassage = {
  fr: fr`Évolution des cibles selon RECIST, en IRM et en TDM`,
  en: en`Change of the RECIST targets, on MRI and on CT`,
};

interface Modalities {
  readonly mri: PublishedRow;
  readonly ct: PublishedRow;
}

function modalities(result: PublishedResult): Modalities | undefined {
  const [mri, ct] = ['mri', 'ct'].map((method) =>
    foundRow(result, {
      table: 'recist',
      labels: { method, time_point: 'last' },
      columns: ['n_patients', 'n_patients_without_target', ...RESPONSES],
    }),
  );
  return mri === undefined || ct === undefined ? undefined : { mri, ct };
}

const isEmpty = ({ mri, ct }: Modalities) => mri.figure('n_patients') === 0 && ct.figure('n_patients') === 0;

const NOBODY: BilingualPassage = {
  fr: fr`Rien à montrer : aucun patient n’a à la fois un suivi et une cible selon RECIST.`,
  en: en`Nothing to show: no patient has both a follow-up and a target by RECIST.`,
};

function basis({ mri, ct }: Modalities): BilingualPassage {
  const [onMri, onCt] = [counted(mri, 'n_patients', PATIENTS), counted(ct, 'n_patients', PATIENTS)];
  return {
    fr: fr`Patients qui ont une cible et un suivi : ${onMri} en IRM, ${onCt} en TDM, chaque modalité par ses propres examens ; RECIST 1.1, foie seul, sans test.`,
    en: en`Patients with a target and a follow-up: ${onMri} on MRI, ${onCt} on CT, each modality by its own scans; RECIST 1.1, liver only, without a test.`,
  };
}

function finding({ mri, ct }: Modalities): BilingualPassage {
  const [onMri, onCt] = [responses(mri), responses(ct)];
  return {
    fr: fr`Au dernier suivi, en IRM : ${onMri} ; en TDM : ${onCt}.`,
    en: en`At the last follow-up, on MRI: ${onMri}; on CT: ${onCt}.`,
  };
}

function responses(row: PublishedRow): BilingualPassage {
  const [cr, pr, sd] = [row.cell('cr'), row.cell('pr'), row.cell('sd')];
  const [pd, ne] = [row.cell('pd'), row.cell('ne')];
  return {
    fr: fr`réponse complète ${cr}, réponse partielle ${pr}, maladie stable ${sd}, progression ${pd}, non évaluable ${ne}`,
    en: en`complete response ${cr}, partial response ${pr}, stable disease ${sd}, progressive disease ${pd}, not evaluable ${ne}`,
  };
}

const DOES_NOT_MEAN: BilingualPassage = {
  fr: fr`La hauteur d’une barre n’est pas la réponse : une nouvelle lésion, ou l’ensemble des lésions mesurées, peut faire une progression alors que les cibles diminuent. Ce qui se passe hors du foie n’y est que si le lecteur l’a noté.`,
  en: en`The height of a bar is not the response: a new lesion, or all measured lesions together, may make it a progression while the targets shrink. What happens outside the liver is in it only where the reader noted it.`,
};
