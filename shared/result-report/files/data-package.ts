import { type Bilingual, bothLanguages } from '#shared/language.ts';
import type { ResultColumn, ResultTable } from '#shared/publication/result-table.ts';
import { TABLES_FILE } from '#shared/publication/table-files.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { FRENCH_YES_NO, frenchFile } from './french-csv.ts';
import { PRIMARY_KEYS } from './primary-keys.ts';

export const DATA_PACKAGE_FILE = 'datapackage.json';

/** What the study is called wherever its results are described. */
export const DATASET_TITLE: Bilingual = {
  fr: 'TDM ou IRM pour les métastases hépatiques des tumeurs neuroendocrines digestives',
  en: 'CT or MRI for the liver metastases of digestive neuroendocrine tumours',
};

/**
 * The CSV files of a result as a Data Package (https://datapackage.org, version 1 and 2): of each table and of its French
 * file the columns with type, unit, titles in both languages and codes, so that a program can read and check them.
 */
export function dataPackage({ tables, vocabularies, manifest }: PublishedResult): string {
  const digestOf = new Map(manifest.tables.map(({ file, sha256 }) => [file, sha256]));
  const codesOf: CodesOf = ({ vocabulary }) =>
    vocabulary === null ? undefined : (vocabularies[vocabulary] ?? undefined);
  const document = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'ct-mri-liver-metastases',
    id: manifest.id,
    title: bothLanguages(DATASET_TITLE),
    description: bothLanguages(DESCRIPTION),
    version: manifest.codeVersion,
    created: manifest.computedAt,
    resources: tables.flatMap((table) => {
      const file = `${table.name}.csv`;
      const hash = digestOf.get(file);
      return [
        {
          ...resource(table.name, file),
          title: bothLanguages(table.title),
          ...(hash === undefined ? {} : { hash: `sha256:${hash}` }),
          dialect: { delimiter: ',' },
          schema: schemaOf(table, (column) => plainField(column, codesOf)),
        },
        {
          ...resource(`${table.name}-fr`, frenchFile(table.name)),
          title: table.title.fr,
          dialect: { delimiter: ';' },
          schema: schemaOf(table, frenchField),
        },
      ];
    }),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

const DESCRIPTION: Bilingual = {
  fr: `Les tableaux d’un résultat de l’étude : virgule et point décimal ; les fichiers .fr.csv, pour Excel en français, ont le point-virgule et la virgule décimale. Une cellule vide n’a pas de chiffre ; une colonne …_reason dit pourquoi. Les codes sont expliqués dans ${TABLES_FILE}.`,
  en: `The tables of one result of the study: comma and decimal point; the .fr.csv files, for Excel in French, have semicolons and decimal commas. A blank cell has no figure; a column …_reason says why. Codes are explained in ${TABLES_FILE}.`,
};

type CodesOf = (column: ResultColumn) => Readonly<Record<string, Bilingual>> | undefined;

const resource = (name: string, path: string) => ({
  name,
  path,
  type: 'table',
  profile: 'tabular-data-resource',
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
});

function schemaOf<Field>({ name, columns }: ResultTable, field: (column: ResultColumn) => Field) {
  const primaryKey = PRIMARY_KEYS[name];
  return {
    fields: columns.map(field),
    missingValues: [''],
    ...(primaryKey === undefined ? {} : { primaryKey }),
  };
}

/** Vocabularies of more codes than this are explained in `tables.json` alone. */
const MOST_CODES = 20;
/** Of these a cell may hold several, with a space between. */
const IN_LISTS = new Set(['warning']);

function plainField(column: ResultColumn, codesOf: CodesOf) {
  const codes = codesOf(column);
  const isShort = codes !== undefined && Object.keys(codes).length <= MOST_CODES;
  const described = codes === undefined ? {} : { description: isShort ? listed(codes) : elsewhere(column) };
  const constraints = isShort && !IN_LISTS.has(column.vocabulary ?? '') ? Object.keys(codes) : undefined;
  return {
    ...fieldOf(column, bothLanguages(column.title)),
    ...described,
    ...(constraints === undefined ? {} : { constraints: { enum: constraints } }),
    ...(column.type === 'boolean' ? { trueValues: ['true'], falseValues: ['false'] } : {}),
  };
}

function frenchField(column: ResultColumn) {
  const [yes, no] = FRENCH_YES_NO;
  return {
    ...fieldOf(column, column.title.fr),
    ...(column.type === 'number' ? { decimalChar: ',' } : {}),
    ...(column.type === 'boolean' ? { trueValues: [yes], falseValues: [no] } : {}),
  };
}

const fieldOf = ({ name, type, unit }: ResultColumn, title: string) => ({
  name,
  type: type === 'text' ? 'string' : type,
  title,
  ...(unit === null ? {} : { unit }),
});

const listed = (codes: Readonly<Record<string, Bilingual>>): string =>
  Object.entries(codes)
    .map(([code, title]) => `${code} = ${bothLanguages(title)}`)
    .join('; ');

const elsewhere = ({ vocabulary }: ResultColumn): string =>
  bothLanguages({
    fr: `un code du vocabulaire ${vocabulary} de ${TABLES_FILE}`,
    en: `a code of the vocabulary ${vocabulary} in ${TABLES_FILE}`,
  });
