import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import {
  CENTRES,
  counted,
  intervalWords,
  type Noun,
  ofPatients,
  reasonWords,
} from '#shared/result-report/sentences/parts.ts';
import { foundRow, foundRows, hasTable, notPublished } from '#shared/result-report/sentences/sources.ts';
import { en, enumerated, fr } from '#shared/result-report/sentences/wording.ts';
import { alternativeOf, type FigureWords } from './figure-words.ts';
import { DOUBLE_READINGS, READ_TWICE, type ReadTwice } from './read-twice.ts';

export const READERS: FigureWords = {
  caption: (result) => {
    const [first] = shownRows(result);
    return first === undefined ? [nothing(result)] : [basis(first.row), finding(result), DOES_NOT_MEAN];
  },
  alternative: (result) => alternativeOf(KIND, finding(result)),
};

const KIND: BilingualPassage = {
  fr: fr`Accord entre les lecteurs`,
  en: en`Agreement between readers`,
};

const COLUMNS = [
  ...['n', 'n_patients', 'n_centres', 'n_reader_pairs'],
  ...['icc_2_1', 'icc_2_1_low', 'icc_2_1_high', 'icc_2_1_reason'],
  ...['kappa', 'kappa_low', 'kappa_high', 'kappa_reason'],
];

/** Of all centres; counts are of the whole liver, diameters of no part of it. */
const pooled = (result: PublishedResult, { quantity, sequence, side }: ReadTwice): PublishedRow | undefined =>
  foundRow(result, {
    table: 'readers',
    labels: { group: 'pooled', quantity, sequence, side },
    columns: COLUMNS,
  });

function nothing(result: PublishedResult): BilingualPassage {
  if (!hasTable(result, 'readers')) return notPublished('readers');
  return foundRows(result, 'readers', ['group']).length === 0
    ? {
        fr: fr`Rien à montrer : aucun couple n’a été lu par deux lecteurs d’un même centre.`,
        en: en`Nothing to show: no pair was read by two readers of one centre.`,
      }
    : notPublished('readers');
}

const READER_PAIRS: Noun = {
  one: { fr: 'binôme de lecteurs', en: 'pair of readers' },
  many: { fr: 'binômes de lecteurs', en: 'pairs of readers' },
};

function basis(row: PublishedRow): BilingualPassage {
  const [two, centres] = [counted(row, 'n_reader_pairs', READER_PAIRS), counted(row, 'n_centres', CENTRES)];
  const pairs = ofPatients(row, 'n', DOUBLE_READINGS);
  return {
    fr: fr`${two}, chacun d’un même centre (${centres}) : ${pairs}, un couple comptant pour chaque binôme qui l’a lu. ICC(2,1), dont l’intervalle prend les lignes pour indépendantes, et κ, dont l’intervalle est par patient ; sans test.`,
    en: en`${two}, each of one centre (${centres}): ${pairs}, a pair counting for every two who read it. ICC(2,1), whose interval takes rows as independent, and κ, whose interval is by patient; without a test.`,
  };
}

/** How far two readers of a centre agree, on numbers, on diameters, and on what can be counted or measured. */
function finding(result: PublishedResult): BilingualPassage {
  const rows = shownRows(result);
  if (rows.length === 0) return nothing(result);
  const told = enumerated(rows.map(({ row, shown }) => agreementWords(result, row, shown)));
  return { fr: fr`Deux lecteurs d’un même centre – ${told}.`, en: en`Two readers of one centre – ${told}.` };
}

const shownRows = (result: PublishedResult) =>
  READ_TWICE.flatMap((shown) => {
    const row = pooled(result, shown);
    return row === undefined ? [] : [{ row, shown }];
  });

function agreementWords(
  { titleOf }: PublishedResult,
  row: PublishedRow,
  { title, noun, coefficient: { name, column, interval } }: ReadTwice,
): BilingualPassage {
  const of = ofPatients(row, 'n', noun);
  if (row.figure(column) === null) {
    const why = reasonWords(titleOf, row, interval.reason);
    return { fr: fr`${title} : sans ${name} (${why})`, en: en`${title}: no ${name} (${why})` };
  }
  const [value, limits] = [row.cell(column), intervalWords(titleOf, row, interval)];
  return {
    fr: fr`${title} : ${name} ${value} (${of} ; ${limits})`,
    en: en`${title}: ${name} ${value} (${of}; ${limits})`,
  };
}

const DOES_NOT_MEAN: BilingualPassage = {
  fr: fr`Un ICC élevé tient aussi à ce que les patients diffèrent beaucoup entre eux, et deux lecteurs d’accord peuvent se tromper ensemble.`,
  en: en`A high ICC also comes from patients who differ much from one another, and two readers who agree may be wrong together.`,
};
