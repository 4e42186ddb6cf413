import type { Bilingual } from '#shared/language.ts';
import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { counted, PATIENTS } from './parts.ts';
import { foundRow, foundRows, notPublished, titleIn } from './sources.ts';
import { quantityWords, shareWords } from './who/values.ts';
import { en, fr, inType, joined, listed, NOTHING } from './wording.ts';

/** One characteristic of the patients: its heading, and a line for each of its levels, or for its quantity. */
export interface Characteristic {
  /** The code, such as `primary_site`. */
  readonly name: string;
  readonly title: Bilingual;
  readonly lines: readonly { readonly label: Bilingual; readonly value: BilingualPassage }[];
}

/** What a first table of a paper shows, in its order; the whole table stands below in full. */
const SHOWN = [
  ...['age_at_diagnosis', 'sex', 'primary_site', 'differentiation', 'grade', 'ki67_percent'],
  ...['functional_syndrome', 'metastasis_timing', 'extrahepatic_metastases', 'lesion_load'],
  ...['somatostatin_analogue', 'chemotherapy', 'targeted_therapy', 'prrt', 'primary_resection'],
  ...['liver_metastasis_resection', 'chemoembolisation', 'radioembolisation', 'radiofrequency'],
  ...['other_ablation', 'liver_transplant', 'no_systemic_treatment', 'pairs_per_patient', 'interval'],
];

const COLUMNS = [
  ...['characteristic', 'level', 'of', 'n', 'denominator', 'percent', 'kind', 'unit'],
  ...['mean', 'median', 'minimum', 'maximum', 'first_quartile', 'third_quartile', 'reason'],
];

/** Table 1; nothing where the result has no such table, or nobody is included. */
export const who = (result: PublishedResult): readonly Characteristic[] =>
  characteristicsOf(result)
    .filter((rows) => !isUnknown(rows))
    .flatMap((rows) => characteristicOf(result, rows));

/** Rows of one characteristic and of those it is told of. */
function characteristicsOf(result: PublishedResult): readonly (readonly PublishedRow[])[] {
  const rows = foundRows(result, 'population', COLUMNS);
  return SHOWN.flatMap((name) => [
    ...Map.groupBy(
      rows.filter((row) => row.text('characteristic') === name),
      (row) => row.text('of'),
    ).values(),
  ]).filter(([row]) => (row?.figure('denominator') ?? 0) > 0);
}

/** Whether nothing is known of it, of anybody. */
const isUnknown = (rows: readonly PublishedRow[]): boolean =>
  rows.some((row) => row.text('level') === 'not_known' && row.figure('n') === row.figure('denominator'));

function characteristicOf(result: PublishedResult, rows: readonly PublishedRow[]): readonly Characteristic[] {
  const [first] = rows;
  if (first === undefined) return [];
  const isQuantity = rows.some((row) => row.text('kind') === 'quantity');
  // Of a quantity the median says more than how often each value is; of a category a level nobody has says nothing.
  const lines = rows
    .filter((row) => isShown(row, isQuantity))
    .map((row) =>
      row.text('kind') === 'quantity'
        ? { label: inType(MEDIAN), value: quantityWords(result, row) }
        : { label: inType(titleIn(result, row, 'level')), value: shareWords(row) },
    );
  return [
    {
      name: first.text('characteristic'),
      title: inType(headingOf(result, first)),
      lines,
    },
  ];
}

/** The same characteristic of other things than patients, such as of counted and of measured pairs, says of which. */
function headingOf(result: PublishedResult, row: PublishedRow): Bilingual {
  const title = titleIn(result, row, 'characteristic');
  if (row.text('of') === 'patients') return title;
  const of = titleIn(result, row, 'of');
  return { fr: `${title.fr}, ${of.fr}`, en: `${title.en}, ${of.en}` };
}

function isShown(row: PublishedRow, isQuantity: boolean): boolean {
  const [level, isOfSome] = [row.text('level'), (row.figure('n') ?? 0) > 0];
  if (isQuantity) return row.text('kind') === 'quantity' || (level === 'not_known' && isOfSome);
  // Who says yes is enough, also where nobody does.
  return level === 'yes' || (level !== 'no' && isOfSome);
}

const MEDIAN: Bilingual = {
  fr: 'médiane (quartiles ; étendue)',
  en: 'median (quartiles; range)',
};

/** What stands above Table 1: of how many, and what it leaves out. */
export function whoWords(result: PublishedResult): BilingualPassage {
  const row = foundRow(result, { table: 'flow', labels: { step: 'included' }, columns: ['patients'] });
  if (row === undefined || foundRows(result, 'population', COLUMNS).length === 0) {
    return notPublished('population');
  }
  if (row.figure('patients') === 0) {
    return { fr: fr`Aucun patient n’est inclus.`, en: en`No patient is included.` };
  }
  const patients = counted(row, 'patients', PATIENTS);
  const unknown = listed(
    characteristicsOf(result)
      .filter(isUnknown)
      .flatMap(([first]) => (first === undefined ? [] : [titleIn(result, first, 'characteristic')])),
  );
  return joined(
    {
      fr: fr`${patients} inclus : nombre et pourcentage de tous, les cas non connus compris ; grandeurs par leur médiane.`,
      en: en`${patients} included: number and percentage of all, those not known among them; quantities by their median.`,
    },
    unknown.fr.length === 0
      ? NOTHING
      : {
          fr: fr`Connus chez aucun d’eux, donc pas dans ce tableau : ${unknown}.`,
          en: en`Known of none of them, so not in this table: ${unknown}.`,
        },
  );
}
