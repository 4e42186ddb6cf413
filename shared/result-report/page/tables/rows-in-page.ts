import { type Bilingual, counted } from '#shared/language.ts';
import { recordsIn, type TableRecord } from '#shared/presentation/read-table.ts';
import type { ResultTable } from '#shared/publication/result-table.ts';
import { isOfModalities, isOfSide, isOfWhole } from '#shared/result-report/sentences/lesion-sizes.ts';

interface Part {
  readonly holds: (row: TableRecord) => boolean;
  /** What it holds of the others than those of which it holds every row. */
  readonly words: Bilingual;
}

const isOfOneSet = (row: TableRecord): boolean => row.text('first') !== '' && row.text('second') === '';

/**
 * The tables of which the page holds a part. Any two sequences and every pattern on each side, in each segment and of each
 * size would be as long as the rest of the page: the file has them. Two sequences on a side are in `lesion-tests`.
 */
const IN_PART: Readonly<Record<string, Part>> = {
  visibility: {
    holds: (row) => isOfWhole(row) || isOfModalities(row) || isOfOneSet(row),
    words: {
      fr: 'par côté, segment et taille, seulement ce que montrent chaque séquence et chaque modalité, et l’IRM comparée à la TDM',
      en: 'by side, segment and size, only what each sequence and each modality shows, and MRI compared with CT',
    },
  },
  'lesion-tests': {
    holds: (row) => isOfSide(row) || isOfModalities(row),
    words: {
      fr: 'par taille, seulement l’IRM comparée à la TDM',
      en: 'by size, only MRI compared with CT',
    },
  },
};

/** The rows of a table that stand in the page, by their numbers. */
export function rowsInPage(table: ResultTable): readonly number[] {
  const part = IN_PART[table.name];
  return recordsIn(table).flatMap((row, number) => (part === undefined || part.holds(row) ? [number] : []));
}

/** The title of a table, and how many of its rows its file alone has. */
export function titleInPage({ name, title, rows }: ResultTable, inPage: number): Bilingual {
  const words = IN_PART[name]?.words;
  if (words === undefined || inPage === rows.length) return title;
  const others = counted(rows.length - inPage, OTHER_ROW, OTHER_ROWS);
  return {
    fr: `${title.fr}. Ici, ${words.fr} ; ${others.fr} dans le fichier ${name}.csv`,
    en: `${title.en}. Here, ${words.en}; ${others.en} in the file ${name}.csv`,
  };
}

const OTHER_ROW: Bilingual = { fr: 'autre ligne', en: 'other row' };
const OTHER_ROWS: Bilingual = { fr: 'autres lignes', en: 'other rows' };
