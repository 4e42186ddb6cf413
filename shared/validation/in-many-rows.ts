import { type Bilingual, numberText } from '#shared/language.ts';

/** In how many of a file's rows something is, where one warning is of them all. */
export interface InManyRows {
  readonly rows: number;
  readonly of: number;
  /** The columns that it is about, in order of their first line. */
  readonly columns: readonly string[];
}

/** As the beginning of a sentence. */
export const inManyRows = ({ rows, of }: InManyRows): Bilingual => {
  const [some, all] = [numberText(rows), numberText(of)];
  if (rows === of) return { fr: `Les ${all.fr} lignes`, en: `All ${all.en} rows` };
  return { fr: `${some.fr} lignes sur ${all.fr}`, en: `${some.en} of ${all.en} rows` };
};

/** The columns, in parentheses behind what is said of them. */
export const inColumns = ({ columns }: InManyRows): string =>
  columns.length === 0 ? '' : ` (${columns.join(', ')})`;
