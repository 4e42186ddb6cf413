import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { lesionPatterns, MOST_PATTERNS } from '#shared/result-report/sentences/lesion-patterns.ts';
import { counted, intervalWords, METASTASES, PATIENTS } from '#shared/result-report/sentences/parts.ts';
import { foundRow, hasColumns, notPublished } from '#shared/result-report/sentences/sources.ts';
import { en, fr, joined } from '#shared/result-report/sentences/wording.ts';
import { alternativeOf, type FigureWords, ofListedLesions } from './figure-words.ts';

export const LESION_PATTERNS: FigureWords = ofListedLesions({
  caption: (result) => {
    if (!hasColumns(result, 'visibility', COLUMNS)) return [notPublished('visibility')];
    const patterns = lesionPatterns(result);
    const [first] = patterns;
    return first === undefined
      ? [NOTHING_TO_SHOW]
      : [joined(basis(first), others(patterns)), findings(result), DOES_NOT_MEAN];
  },
  alternative: (result) => {
    if (!hasColumns(result, 'visibility', COLUMNS)) return alternativeOf(KIND, notPublished('visibility'));
    return alternativeOf(KIND, lesionPatterns(result).length === 0 ? NOTHING_TO_SHOW : findings(result));
  },
});

const COLUMNS = [
  ...['group', 'what', 'seen_on', 'first', 'second', 'lesions', 'n_patients', 'assessable'],
  ...['n_patients_assessable', 'not_assessable', 'share', 'share_low', 'share_high', 'reason'],
];

const KIND: BilingualPassage = {
  fr: fr`Diagramme UpSet, métastases par combinaison des séquences qui les montrent`,
  en: en`UpSet plot, metastases by the combination of sequences that show them`,
};

const NOTHING_TO_SHOW: BilingualPassage = {
  fr: fr`Rien à montrer : aucune métastase listée n’est évaluable sur les six séquences.`,
  en: en`Nothing to show: no listed metastasis can be assessed on all six sequences.`,
};

function basis(row: PublishedRow): BilingualPassage {
  const assessable = counted(row, 'assessable', METASTASES);
  const patients = counted(row, 'n_patients_assessable', PATIENTS);
  const lost = row.cell('not_assessable');
  return {
    fr: fr`Foie entier, premier lecteur : ${assessable} de ${patients}, évaluables sur les six séquences (non évaluables sur l’une au moins : ${lost}) ; une lésion compte une fois par couple. Sans test : une description.`,
    en: en`Whole liver, first reader: ${assessable} of ${patients}, assessable on all six sequences (not assessable on one at least: ${lost}); a lesion counts once on each pair. Without a test: a description.`,
  };
}

/** What is not drawn, without a sum that stands in no cell. */
function others(patterns: readonly PublishedRow[]): BilingualPassage {
  const next = patterns[MOST_PATTERNS];
  if (next === undefined) {
    return {
      fr: fr`Toutes les combinaisons qui ont une métastase sont là.`,
      en: en`Every combination that has a metastasis is here.`,
    };
  }
  const most = counted(next, 'lesions', METASTASES);
  return {
    fr: fr`Les quinze combinaisons les plus fréquentes sont là ; chacune des autres a au plus ${most}, et toutes sont dans le tableau.`,
    en: en`The fifteen most frequent combinations are here; each of the others has at most ${most}, and all are in the table.`,
  };
}

const seenBy = (result: PublishedResult, what: string): PublishedRow | undefined =>
  foundRow(result, {
    table: 'visibility',
    labels: { group: 'whole', what, first: 'full_mri', second: 'full_ct' },
    columns: COLUMNS,
  });

/** Whether CT shows what MRI does not: the thesis had to take for granted that it never does. */
function findings(result: PublishedResult): BilingualPassage {
  const [onMri, onCt] = [seenBy(result, 'only_first'), seenBy(result, 'only_second')];
  if (onMri === undefined || onCt === undefined) return notPublished('visibility');
  if (onCt.figure('assessable') === 0) {
    return {
      fr: fr`Aucune métastase n’est évaluable à la fois en IRM et en TDM.`,
      en: en`No metastasis can be assessed on both MRI and CT.`,
    };
  }
  const [mri, ct, all] = [onMri.cell('lesions'), onCt.cell('lesions'), onCt.cell('assessable')];
  const [ofMri, ofCt] = [share(result, onMri), share(result, onCt)];
  return joined(
    {
      fr: fr`Métastases évaluables des deux : ${all} ; vues en IRM seule : ${mri} (${ofMri}) ; vues en TDM seule : ${ct} (${ofCt}).`,
      en: en`Metastases assessable on both: ${all}; seen on MRI alone: ${mri} (${ofMri}); seen on CT alone: ${ct} (${ofCt}).`,
    },
    onCt.figure('lesions') === 0 ? NONE_ON_CT_ALONE : SOME_ON_CT_ALONE,
  );
}

function share({ titleOf }: PublishedResult, row: PublishedRow): BilingualPassage {
  const interval = intervalWords(titleOf, row, INTERVAL, { fr: ' %', en: '%' });
  if (row.figure('share') === null) return interval;
  const cell = row.cell('share');
  return { fr: fr`${cell} % ; ${interval}`, en: en`${cell}%; ${interval}` };
}

const INTERVAL = { low: 'share_low', high: 'share_high', reason: 'reason' } as const;

const NONE_ON_CT_ALONE: BilingualPassage = {
  fr: fr`La thèse supposait que la TDM ne montre rien que l’IRM ne montre : ces listes ne le contredisent pas, et ne le prouvent pas.`,
  en: en`The thesis took for granted that CT shows nothing that MRI does not: these lists do not contradict it, nor do they prove it.`,
};
const SOME_ON_CT_ALONE: BilingualPassage = {
  fr: fr`La thèse supposait que la TDM ne montre rien que l’IRM ne montre : ces listes disent le contraire, pour autant que ces lésions soient des métastases : c’est le lecteur qui le dit, sans qu’une référence soit exigée.`,
  en: en`The thesis took for granted that CT shows nothing that MRI does not: these lists say otherwise, as far as these lesions are metastases: the reader says so, and no reference is asked for.`,
};

const DOES_NOT_MEAN: BilingualPassage = {
  fr: fr`Une métastase que rien ne montre n’est listée que si autre chose l’a fait connaître : combien échappent à tout, cette figure ne le dit pas.`,
  en: en`A metastasis that nothing shows is listed only where something else made it known: how many escape everything, this figure does not tell.`,
};
