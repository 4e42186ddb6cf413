import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { counted, METASTASES } from '#shared/result-report/sentences/parts.ts';
import { foundRow, type Source, told } from '#shared/result-report/sentences/sources.ts';
import { en, fr, joined, NOTHING } from '#shared/result-report/sentences/wording.ts';

export const protocolSource = (protocol: string): Source => ({
  table: 'protocols',
  labels: { side: 'whole', protocol },
  columns: ['lesions', 'at_least', 'at_most', 'at_least_share', 'at_most_share'],
});

/** What the abbreviated protocol would show, and what MRI would without diffusion: bounds, for counts say no more. */
export const abbreviatedAnswer = (result: PublishedResult): BilingualPassage =>
  told(result, protocolSource('t2fs_diffusion'), (row) => {
    if (row.figure('lesions') === 0) {
      return {
        fr: fr`Aucune métastase n’est comptée en IRM : il n’y a rien à dire d’un protocole abrégé.`,
        en: en`No metastasis is counted on MRI: there is nothing to say of an abbreviated protocol.`,
      };
    }
    const shown = boundsWords(row);
    const all = counted(row, 'lesions', METASTASES);
    return joined(
      {
        fr: fr`Une IRM abrégée, sans gadolinium (T2 FS et diffusion), montrerait ${shown} des ${all} de l’IRM complète${shareBounds(row)}.`,
        en: en`An abbreviated MRI without gadolinium (T2 FS and diffusion) would show ${shown} of the ${all} of the full MRI${shareBounds(row)}.`,
      },
      withoutDiffusion(result),
      WORKED_OUT,
    );
  });

const WORKED_OUT: BilingualPassage = {
  fr: fr`C’est calculé d’après les nombres de chaque séquence : aucun de ces protocoles n’a été lu à part.`,
  en: en`This is worked out from the counts of each sequence: none of these protocols was read by itself.`,
};

function withoutDiffusion(result: PublishedResult): BilingualPassage {
  const row = foundRow(result, protocolSource('t2fs_arterial_portal'));
  if (row === undefined) return NOTHING;
  const shown = boundsWords(row);
  return {
    fr: fr`Sans la diffusion (T2 FS, artériel et portal), l’IRM en montrerait ${shown}.`,
    en: en`Without diffusion (T2 FS, arterial and portal), MRI would show ${shown}.`,
  };
}

/** `au moins 861 et au plus 864`, or the number where the bounds meet. */
export function boundsWords(row: PublishedRow): BilingualPassage {
  const [low, high] = [row.cell('at_least'), row.cell('at_most')];
  return low.value === high.value
    ? { fr: fr`exactement ${low}`, en: en`exactly ${low}` }
    : { fr: fr`au moins ${low} et au plus ${high}`, en: en`at least ${low} and at most ${high}` };
}

/** ` (de 99,7 à 100 %)`. */
function shareBounds(row: PublishedRow): BilingualPassage {
  const [low, high] = [row.cell('at_least_share'), row.cell('at_most_share')];
  if (low.value === null || high.value === null) return NOTHING;
  return low.value === high.value
    ? { fr: fr` (${low} %)`, en: en` (${low}%)` }
    : { fr: fr` (de ${low} à ${high} %)`, en: en` (${low} to ${high}%)` };
}
