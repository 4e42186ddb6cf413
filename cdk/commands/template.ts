import { join } from 'node:path';
import { type CsvDialect, FRENCH_SPREADSHEET, PLAIN } from '#shared/guidance/csv-dialect.ts';
import { schemaName, tableSchema } from '#shared/guidance/table-schema.ts';
import { templateName, template as templateOf } from '#shared/guidance/template.ts';
import type { Language } from '#shared/language.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { dictionaryIn } from '#shared/tables/dictionary.ts';
import { TABLE_NAMES, type TableName } from '#shared/tables/tables.ts';
import { type Command, EXIT, wrongUsage } from './command.ts';
import { writeNewFiles } from './output-folder.ts';
import { readStudySettings } from './study-settings.ts';

const DEFAULT_FOLDER = 'templates';
const DICTIONARY = 'dictionary.md';

export const template: Command = {
  usage: 'template [TABLE] [--out DIR] [--plain]',
  examples: [
    'template',
    'template lesions --out modeles',
    'template --plain --lang en --out templates-plain',
  ],
  summary: {
    fr: 'écrit des fichiers CSV à remplir (tous, sinon celui de TABLE), leur dictionnaire et leurs schémas',
    en: 'writes CSV files to fill in (all, else that of TABLE), their dictionary and their schemas',
  },
  options: {
    out: {
      value: 'DIR',
      summary: {
        fr: `où les écrire (${DEFAULT_FOLDER}) ; aucun autre fichier n’y est remplacé`,
        en: `where to write them (${DEFAULT_FOLDER}); no other file is replaced there`,
      },
    },
    plain: {
      summary: {
        fr: 'virgules, point décimal, AAAA-MM-JJ, pour les programmes ; sinon comme Excel en français',
        en: 'commas, decimal point, YYYY-MM-DD, for programs; else as Excel does in French',
      },
    },
  },
  run: async ({ positionals, options }, { print, say, language }) => {
    const tables = tablesNamed(positionals);
    const folder = options.get('out') ?? DEFAULT_FOLDER;
    const dialect = options.has('plain') ? PLAIN : FRENCH_SPREADSHEET;
    const files = templateFiles(tables, dialect, language, readStudySettings());
    await writeNewFiles(folder, files);
    for (const name of files.keys()) print(join(folder, name));
    print(
      say({
        fr: 'Remplacez les lignes d’exemple (EXAMPLE-…) par les vôtres, puis : npm run ctmri -- check',
        en: 'Write your rows over the examples (EXAMPLE-…), then: npm run ctmri -- check',
      }),
    );
    return EXIT.done;
  },
};

function tablesNamed([name, ...others]: readonly string[]): readonly TableName[] {
  if (name === undefined) return TABLE_NAMES;
  const table = TABLE_NAMES.find((candidate) => candidate === name);
  if (table !== undefined && others.length === 0) return [table];
  const names = TABLE_NAMES.join(', ');
  throw wrongUsage({
    fr: `Indiquez au plus un tableau : ${names}.`,
    en: `Name one table at most: ${names}.`,
  });
}

/** All that a centre needs to fill in these tables, by file name. */
export function templateFiles(
  tables: readonly TableName[],
  dialect: CsvDialect,
  language: Language,
  settings: StudySettings,
): ReadonlyMap<string, string | Uint8Array> {
  const schemaOf = (table: TableName) => tableSchema(table, dialect, { ...settings, language });
  return new Map<string, string | Uint8Array>([
    ...tables.map((table) => [templateName(table), templateOf(table, dialect, settings)] as const),
    [DICTIONARY, dictionaryIn(language, settings)],
    ...tables.map((table) => [schemaName(table), `${JSON.stringify(schemaOf(table), null, 2)}\n`] as const),
  ]);
}
