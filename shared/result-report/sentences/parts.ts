import { agreeing, type Bilingual } from '#shared/language.ts';
import { pValueText } from '#shared/presentation/figures.ts';
import type { TitleOf } from '#shared/presentation/read-table.ts';
import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedRow } from '#shared/result-report/published-result.ts';
import { en, fr } from './wording.ts';

/** What a column counts, for one and for several. */
export interface Noun {
  readonly one: Bilingual;
  readonly many: Bilingual;
}

export const PAIRS: Noun = {
  one: { fr: 'couple', en: 'pair' },
  many: { fr: 'couples', en: 'pairs' },
};
export const CT_MRI_PAIRS: Noun = {
  one: { fr: 'couple TDM–IRM', en: 'CT–MRI pair' },
  many: { fr: 'couples TDM–IRM', en: 'CT–MRI pairs' },
};
export const PATIENTS: Noun = {
  one: { fr: 'patient', en: 'patient' },
  many: { fr: 'patients', en: 'patients' },
};
export const LESIONS: Noun = {
  one: { fr: 'lésion', en: 'lesion' },
  many: { fr: 'lésions', en: 'lesions' },
};
export const METASTASES: Noun = {
  one: { fr: 'métastase', en: 'metastasis' },
  many: { fr: 'métastases', en: 'metastases' },
};
export const CENTRES: Noun = {
  one: { fr: 'centre', en: 'centre' },
  many: { fr: 'centres', en: 'centres' },
};
export const FOLLOW_UPS: Noun = {
  one: { fr: 'suivi', en: 'follow-up' },
  many: { fr: 'suivis', en: 'follow-ups' },
};

/** `57 couples`: a cell and what it counts, in agreement. */
export function counted(row: PublishedRow, column: string, noun: Noun): BilingualPassage {
  const word = agreeing(row.figure(column) ?? 0, noun.one, noun.many);
  const cell = row.cell(column);
  return { fr: fr`${cell}\u00a0${word}`, en: en`${cell} ${word}` };
}

/** `57 couples de 37 patients`. */
export const pairsOfPatients = (row: PublishedRow): BilingualPassage => ofPatients(row, 'n_pairs', PAIRS);

/** `52 lésions de 22 patients`. */
export const lesionsOfPatients = (row: PublishedRow): BilingualPassage =>
  ofPatients(row, 'n_lesions', LESIONS);

export function ofPatients(row: PublishedRow, column: string, noun: Noun): BilingualPassage {
  const [what, patients] = [counted(row, column, noun), counted(row, 'n_patients', PATIENTS)];
  return { fr: fr`${what} de ${patients}`, en: en`${what} of ${patients}` };
}

/** Why a figure of the row is blank, in words, from the column that explains it. */
export function reasonWords(titleOf: TitleOf, row: PublishedRow, column: string): Bilingual {
  const { value, column: definition } = row.cell(column);
  const code = String(value ?? '');
  const title = titleOf(definition.vocabulary ?? 'reason', code);
  if (title !== undefined) return title;
  return code === '' ? { fr: 'sans raison donnée', en: 'no reason given' } : { fr: code, en: code };
}

/** The columns of an interval, and the one that says why there is none. */
export interface Interval {
  readonly low: string;
  readonly high: string;
  readonly reason: string;
}

/** `intervalle de confiance à 95 % : de 2,33 à 3,26`, or why there is none. */
export function intervalWords(
  titleOf: TitleOf,
  row: PublishedRow,
  { low, high, reason }: Interval,
  unit: Bilingual = { fr: '', en: '' },
): BilingualPassage {
  if (row.figure(low) === null || row.figure(high) === null) {
    const why = reasonWords(titleOf, row, reason);
    return { fr: fr`pas d’intervalle de confiance : ${why}`, en: en`no confidence interval: ${why}` };
  }
  return {
    fr: fr`intervalle de confiance à 95 % : de ${row.cell(low)} à ${row.cell(high)}${unit}`,
    en: en`95% confidence interval ${row.cell(low)} to ${row.cell(high)}${unit}`,
  };
}

/** `p = 0,24`, `p < 0,001`, or why no p is given. */
export function pWords(
  titleOf: TitleOf,
  row: PublishedRow,
  column: string,
  reason: string,
): BilingualPassage {
  const p = row.figure(column);
  if (p === null) {
    const why = reasonWords(titleOf, row, reason);
    return row.text(reason) === 'significance_not_shown'
      ? { fr: fr`${why}`, en: en`${why}` }
      : { fr: fr`pas de p : ${why}`, en: en`no p: ${why}` };
  }
  const cell = row.cell(column);
  // What is shown says "under" or "over" by itself.
  return /^[<>]/.test(pValueText(p))
    ? { fr: fr`p ${cell}`, en: en`p ${cell}` }
    : { fr: fr`p = ${cell}`, en: en`p = ${cell}` };
}
