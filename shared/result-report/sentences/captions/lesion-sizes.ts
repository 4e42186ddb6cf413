import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { modalitiesBySize, shownBySize } from '#shared/result-report/sentences/lesion-sizes.ts';
import { METASTASES, ofPatients, pWords, reasonWords } from '#shared/result-report/sentences/parts.ts';
import { foundRow, hasColumns, notPublished, titleIn } from '#shared/result-report/sentences/sources.ts';
import { en, enumerated, fr, joined } from '#shared/result-report/sentences/wording.ts';
import { shownOnDiffusion } from './diffusion-by-size.ts';
import { alternativeOf, type FigureWords, ofListedLesions } from './figure-words.ts';

export const LESION_SIZES: FigureWords = ofListedLesions({
  caption: (result) => {
    const whole = wholeRow(result);
    if (whole === undefined) return [notPublished('lesion-tests')];
    if (!saysShares(result)) return [notPublished('visibility')];
    return shownBySize(result).length === 0
      ? [NOTHING_TO_SHOW]
      : [basis(whole), tests(result), findings(result), shownOnDiffusion(result), DOES_NOT_MEAN];
  },
  alternative: (result) => {
    if (wholeRow(result) === undefined) return alternativeOf(KIND, notPublished('lesion-tests'));
    if (!saysShares(result)) return alternativeOf(KIND, notPublished('visibility'));
    const isEmpty = shownBySize(result).length === 0;
    return alternativeOf(
      KIND,
      isEmpty ? NOTHING_TO_SHOW : joined(findings(result), shownOnDiffusion(result)),
    );
  },
});

const COLUMNS = [
  ...['group', 'family', 'first', 'second', 'lesions', 'n_patients', 'reason', 'rate_first', 'rate_second'],
  ...['difference', 'difference_low', 'difference_high', 'difference_reason', 'obuchowski_p_holm'],
];
const OF_SHARES = ['group', 'what', 'first', 'assessable', 'share', 'share_low', 'share_high', 'reason'];

/** Whether it has what each sequence shows, which an earlier form of the table has not. */
const saysShares = (result: PublishedResult): boolean =>
  foundRow(result, { table: 'visibility', labels: { what: 'seen' }, columns: OF_SHARES }) !== undefined;

const wholeRow = (result: PublishedResult): PublishedRow | undefined =>
  hasColumns(result, 'lesion-tests', COLUMNS)
    ? foundRow(result, {
        table: 'lesion-tests',
        labels: { group: 'whole', first: 'full_mri', second: 'full_ct' },
        columns: COLUMNS,
      })
    : undefined;

const KIND: BilingualPassage = {
  fr: fr`Diagramme en points, part vue par chaque séquence selon la taille`,
  en: en`Dot plot, share seen by each sequence, by size`,
};

const NOTHING_TO_SHOW: BilingualPassage = {
  fr: fr`Rien à montrer : aucune métastase n’est listée.`,
  en: en`Nothing to show: no metastasis is listed.`,
};

function basis(whole: PublishedRow): BilingualPassage {
  const lesions = ofPatients(whole, 'lesions', METASTASES);
  return {
    fr: fr`Métastases listées, foie entier, premier lecteur, par le plus grand diamètre sur une séquence : la part que montre chaque séquence, et chaque modalité entière, de celles qui y sont évaluables. IRM et TDM sont comparées sur ${lesions}, évaluables des deux.`,
    en: en`Listed metastases, whole liver, first reader, by the largest diameter on any sequence: the share that each sequence, and each whole modality, shows of those assessable on it. MRI and CT are compared on ${lesions}, assessable on both.`,
  };
}

/** Which test, and over which comparisons it is corrected. */
function tests(result: PublishedResult): BilingualPassage {
  return modalitiesBySize(result).some((row) => row.figure('obuchowski_p_holm') !== null)
    ? {
        fr: fr`Intervalles de confiance à 95 % par patient ; IRM et TDM : p par patient d’Obuchowski (McNemar), corrigés par Holm entre les tailles.`,
        en: en`95% confidence intervals by patient; MRI and CT: p by patient of Obuchowski (McNemar), corrected by Holm among the sizes.`,
      }
    : {
        fr: fr`Intervalles de confiance à 95 % par patient ; aucun p n’est donné.`,
        en: en`95% confidence intervals by patient; no p is given.`,
      };
}

function findings(result: PublishedResult): BilingualPassage {
  const told = enumerated(modalitiesBySize(result).map((row) => shares(result, row)));
  return {
    fr: fr`Part vue en IRM et part vue en TDM : ${told}.`,
    en: en`Share seen on MRI and share seen on CT: ${told}.`,
  };
}

/** `moins de 5 mm, 97,8 % et 32,2 % de 628 métastases de 35 patients (différence établie, p = 0,002)`, or why a small group is kept back. */
function shares(result: PublishedResult, row: PublishedRow): BilingualPassage {
  const size = titleIn(result, row, 'group');
  if (row.figure('rate_first') === null || row.figure('rate_second') === null) {
    const isKeptBack = row.text('reason') !== '';
    const why = reasonWords(result.titleOf, row, isKeptBack ? 'reason' : 'difference_reason');
    return { fr: fr`${size}, non dit (${why})`, en: en`${size}, not told (${why})` };
  }
  const [mri, ct] = [row.cell('rate_first'), row.cell('rate_second')];
  const lesions = ofPatients(row, 'lesions', METASTASES);
  const verdict = verdictWords(result, row);
  return {
    fr: fr`${size}, ${mri} % et ${ct} % de ${lesions} (${verdict})`,
    en: en`${size}, ${mri}% and ${ct}% of ${lesions} (${verdict})`,
  };
}

function verdictWords({ titleOf }: PublishedResult, row: PublishedRow): BilingualPassage {
  const p = row.figure('obuchowski_p_holm');
  if (p !== null) {
    const [verdict, words] = [
      p < 0.05 ? SHOWN : NOT_SHOWN,
      pWords(titleOf, row, 'obuchowski_p_holm', 'obuchowski_reason'),
    ];
    return { fr: fr`${verdict}, ${words}`, en: en`${verdict}, ${words}` };
  }
  const [low, high] = [row.figure('difference_low'), row.figure('difference_high')];
  if (low !== null && high !== null) return low > 0 || high < 0 ? LEAVES_ZERO_OUT : HOLDS_ZERO;
  const why = reasonWords(titleOf, row, 'difference_reason');
  return { fr: fr`sans test : ${why}`, en: en`no test: ${why}` };
}

const SHOWN = { fr: fr`différence établie`, en: en`difference shown` };
const NOT_SHOWN = { fr: fr`différence non établie`, en: en`difference not shown` };
const LEAVES_ZERO_OUT = {
  fr: fr`l’intervalle, non corrigé, exclut zéro`,
  en: en`the interval, not corrected, leaves zero out`,
};
const HOLDS_ZERO = { fr: fr`l’intervalle comprend zéro`, en: en`the interval has zero in it` };

const DOES_NOT_MEAN: BilingualPassage = {
  fr: fr`Une différence qui n’est pas établie n’est pas une égalité ; les intervalles ne sont pas corrigés, et deux qui se recouvrent ne montrent pas que deux séquences se valent. Une part n’est pas une sensibilité : elle est celle des métastases que le lecteur a listées, le plus souvent parce qu’une séquence les montre, ce qui avantage la séquence qui en montre le plus. Une lésion dont nul ne connaît la taille est à part.`,
  en: en`A difference that is not shown is no equality; the intervals are not corrected, and two that overlap do not show that two sequences are alike. A share is no sensitivity: it is that of the metastases that the reader listed, mostly because a sequence shows them, which favours the sequence that shows most. A lesion whose size nobody knows stands apart.`,
};
