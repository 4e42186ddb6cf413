import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { boundsWords, protocolSource } from '#shared/result-report/sentences/answer/abbreviated.ts';
import { counted, METASTASES, PATIENTS } from '#shared/result-report/sentences/parts.ts';
import { foundRow, notPublished } from '#shared/result-report/sentences/sources.ts';
import { en, fr, joined, NOTHING } from '#shared/result-report/sentences/wording.ts';
import { alternativeOf, type FigureWords, ofCounts } from './figure-words.ts';

export const PROTOCOLS: FigureWords = ofCounts({
  caption: (result) => {
    const [mri, ct] = [rowOf(result, 'full_mri'), rowOf(result, 'full_ct')];
    return mri === undefined || ct === undefined
      ? [notPublished('protocols')]
      : [basis(mri, ct), findings(result), DOES_NOT_MEAN];
  },
  alternative: (result) => alternativeOf(KIND, findings(result)),
});

const KIND: BilingualPassage = {
  fr: fr`Barres, du moins au plus que montre chaque protocole`,
  en: en`Bars, from the least to the most that each protocol shows`,
};

const rowOf = (result: PublishedResult, protocol: string): PublishedRow | undefined => {
  const { columns, ...source } = protocolSource(protocol);
  return foundRow(result, {
    ...source,
    columns: [...columns, 'n_patients', 'adds_at_least', 'adds_at_most'],
  });
};

function basis(mri: PublishedRow, ct: PublishedRow): BilingualPassage {
  const [onMri, onCt] = [counted(mri, 'lesions', METASTASES), counted(ct, 'lesions', METASTASES)];
  const [ofMri, ofCt] = [counted(mri, 'n_patients', PATIENTS), counted(ct, 'n_patients', PATIENTS)];
  return {
    fr: fr`Part de ce que montre chaque modalité dans le foie entier : ${onMri} en IRM (${ofMri}), ${onCt} en TDM (${ofCt}). Une barre va du moins au plus de ce que les nombres permettent, couple par couple et côté par côté : ce sont des bornes. Le trait fin est l’intervalle de confiance à 95 % de ces deux bornes ; sans test.`,
    en: en`Share of what each modality shows in the whole liver: ${onMri} on MRI (${ofMri}), ${onCt} on CT (${ofCt}). A bar goes from the least to the most that the counts allow, pair by pair and side by side: these are bounds. The thin line is the 95% confidence interval of these two bounds; without a test.`,
  };
}

function findings(result: PublishedResult): BilingualPassage {
  const [abbreviated, portal] = [rowOf(result, 't2fs_diffusion'), rowOf(result, 'ct_portal')];
  if (abbreviated === undefined) return notPublished('protocols');
  if (abbreviated.figure('lesions') === 0) {
    return {
      fr: fr`Aucune métastase n’est comptée en IRM dont un protocole puisse montrer une part.`,
      en: en`No metastasis is counted on MRI of which a protocol could show a share.`,
    };
  }
  const shown = boundsWords(abbreviated);
  const all = counted(abbreviated, 'lesions', METASTASES);
  return joined(
    {
      fr: fr`T2 FS et diffusion, sans gadolinium, montreraient ${shown} des ${all} de l’IRM.`,
      en: en`T2 FS and diffusion, without gadolinium, would show ${shown} of the ${all} of MRI.`,
    },
    portal === undefined ? NOTHING : portalWords(portal),
  );
}

/** What the portal phase of CT adds to the arterial one; counts tell it exactly. */
function portalWords(row: PublishedRow): BilingualPassage {
  if (row.cell('adds_at_least').value !== row.cell('adds_at_most').value) return NOTHING;
  const [added, all] = [row.cell('adds_at_most'), counted(row, 'lesions', METASTASES)];
  return {
    fr: fr`La TDM montre ${all} ; sa phase portale en ajoute ${added} à ce que montre l’artérielle.`,
    en: en`CT shows ${all}; its portal phase adds ${added} to what the arterial one shows.`,
  };
}

const DOES_NOT_MEAN: BilingualPassage = {
  fr: fr`Aucun protocole abrégé n’a été lu à part : les séquences l’ont été ensemble, et qui ne lirait que lui pourrait en voir moins.`,
  en: en`No abbreviated protocol was read by itself: the sequences were read together, and who reads only that one might see fewer.`,
};
