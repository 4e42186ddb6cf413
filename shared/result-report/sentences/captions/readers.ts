import type { Bilingual } from '#shared/language.ts';
import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import {
  CENTRES,
  counted,
  intervalWords,
  LESIONS,
  type Noun,
  ofPatients,
  reasonWords,
} from '#shared/result-report/sentences/parts.ts';
import { foundRow, foundRows, hasTable, notPublished } from '#shared/result-report/sentences/sources.ts';
import { en, enumerated, fr } from '#shared/result-report/sentences/wording.ts';
import { alternativeOf, type FigureWords } from './figure-words.ts';

export const READERS: FigureWords = {
  caption: (result) => {
    const row = pooled(result, 'count', 'mri_total');
    return row === undefined ? [nothing(result)] : [basis(row), finding(result), DOES_NOT_MEAN];
  },
  alternative: (result) => alternativeOf(KIND, finding(result)),
};

const KIND: BilingualPassage = {
  fr: fr`Accord entre les lecteurs, ICC par séquence`,
  en: en`Agreement between readers, ICC by sequence`,
};

const COLUMNS = [
  ...['n', 'n_patients', 'n_centres', 'n_reader_pairs'],
  ...['icc_2_1', 'icc_2_1_low', 'icc_2_1_high', 'icc_2_1_reason'],
];

/** Of all centres; counts are of the whole liver, diameters of no part of it. */
const pooled = (result: PublishedResult, quantity: string, sequence: string): PublishedRow | undefined =>
  foundRow(result, {
    table: 'readers',
    labels: { group: 'pooled', quantity, sequence, side: quantity === 'count' ? 'whole' : '' },
    columns: COLUMNS,
  });

function nothing(result: PublishedResult): BilingualPassage {
  if (!hasTable(result, 'readers')) return notPublished('readers');
  return foundRows(result, 'readers', ['group']).length === 0
    ? {
        fr: fr`Rien à montrer : pas assez de patients dont un couple a été lu par deux lecteurs d’un même centre.`,
        en: en`Nothing to show: too few patients with a pair that two readers of one centre have read.`,
      }
    : notPublished('readers');
}

const DOUBLE_READINGS: Noun = {
  one: { fr: 'double lecture', en: 'double reading' },
  many: { fr: 'doubles lectures', en: 'double readings' },
};

const READER_PAIRS: Noun = {
  one: { fr: 'binôme de lecteurs', en: 'pair of readers' },
  many: { fr: 'binômes de lecteurs', en: 'pairs of readers' },
};

function basis(row: PublishedRow): BilingualPassage {
  const [two, centres] = [counted(row, 'n_reader_pairs', READER_PAIRS), counted(row, 'n_centres', CENTRES)];
  const pairs = ofPatients(row, 'n', DOUBLE_READINGS);
  return {
    fr: fr`${two}, chacun d’un même centre (${centres}) : ${pairs}, un couple comptant pour chaque binôme qui l’a lu. ICC(2,1), intervalle qui prend les lignes pour indépendantes ; sans test.`,
    en: en`${two}, each of one centre (${centres}): ${pairs}, a pair counting for every two who read it. ICC(2,1), its interval takes rows as independent; without a test.`,
  };
}

/** How far two readers of a centre agree, on numbers and on diameters. */
function finding(result: PublishedResult): BilingualPassage {
  const rows = SHOWN.flatMap((shown) => {
    const row = pooled(result, shown.quantity, shown.sequence);
    return row === undefined ? [] : [iccWords(result, row, shown)];
  });
  if (rows.length === 0) return nothing(result);
  const told = enumerated(rows);
  return { fr: fr`Deux lecteurs d’un même centre – ${told}.`, en: en`Two readers of one centre – ${told}.` };
}

interface Shown {
  readonly quantity: string;
  readonly sequence: string;
  readonly title: Bilingual;
  readonly noun: Noun;
}

const SHOWN: readonly Shown[] = [
  {
    quantity: 'count',
    sequence: 'mri_total',
    title: { fr: 'nombre en IRM', en: 'number on MRI' },
    noun: DOUBLE_READINGS,
  },
  {
    quantity: 'count',
    sequence: 'ct_total',
    title: { fr: 'nombre en TDM', en: 'number on CT' },
    noun: DOUBLE_READINGS,
  },
  {
    quantity: 'diameter',
    sequence: 'mri_diffusion',
    title: { fr: 'diamètre en diffusion', en: 'diameter on diffusion' },
    noun: LESIONS,
  },
  {
    quantity: 'diameter',
    sequence: 'ct_arterial',
    title: { fr: 'diamètre en TDM artérielle', en: 'diameter on arterial CT' },
    noun: LESIONS,
  },
];

const ICC_INTERVAL = { low: 'icc_2_1_low', high: 'icc_2_1_high', reason: 'icc_2_1_reason' } as const;

function iccWords({ titleOf }: PublishedResult, row: PublishedRow, { title, noun }: Shown): BilingualPassage {
  const of = ofPatients(row, 'n', noun);
  if (row.figure('icc_2_1') === null) {
    const why = reasonWords(titleOf, row, 'icc_2_1_reason');
    return { fr: fr`${title} : pas d’ICC (${why})`, en: en`${title}: no ICC (${why})` };
  }
  const [icc, interval] = [row.cell('icc_2_1'), intervalWords(titleOf, row, ICC_INTERVAL)];
  return {
    fr: fr`${title} : ICC de ${icc} (${of} ; ${interval})`,
    en: en`${title}: ICC ${icc} (${of}; ${interval})`,
  };
}

const DOES_NOT_MEAN: BilingualPassage = {
  fr: fr`Un ICC élevé tient aussi à ce que les patients diffèrent beaucoup entre eux, et deux lecteurs d’accord peuvent se tromper ensemble.`,
  en: en`A high ICC also comes from patients who differ much from one another, and two readers who agree may be wrong together.`,
};
