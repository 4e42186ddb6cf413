import { useState } from 'preact/hooks';
import type { Session } from '#shared/desk/api.ts';
import { type CsvDialect, FRENCH_SPREADSHEET, PLAIN } from '#shared/guidance/csv-dialect.ts';
import { template, templateName } from '#shared/guidance/template.ts';
import { workbookName } from '#shared/guidance/workbook/workbook-name.ts';
import type { Bilingual } from '#shared/language.ts';
import { dictionaryIn } from '#shared/tables/dictionary.ts';
import { EXPECTED_TABLES, TABLE_NAMES, TABLES, type TableName } from '#shared/tables/tables.ts';
import { errorText } from '../api-client.ts';
import { element } from '../html.ts';
import { usePageLanguage, useSay } from '../language.ts';
import { saveFile, WORKBOOK_TYPE } from '../save-file.ts';
import { FILES } from '../texts/files.ts';

/** Files to fill in, made here by the study's settings, and the dictionary of their columns. */
export function Templates({ session }: { readonly session: Session }) {
  const say = useSay();
  const language = usePageLanguage();
  const save = (table: TableName, dialect: CsvDialect) =>
    saveFile(templateName(table), 'text/csv', template(table, dialect, session.settings));
  const [error, setError] = useState<Bilingual | undefined>();
  const saveWorkbook = async (table: TableName) => {
    try {
      const { packedWorkbook } = await import('./packed-workbook.ts');
      saveFile(workbookName(table), WORKBOOK_TYPE, packedWorkbook(table, language, session.settings));
      setError(undefined);
    } catch (failure) {
      setError(errorText(failure));
    }
  };
  const buttons = (nameOf: (table: TableName) => string, onClick: (table: TableName) => void) =>
    element(
      'div',
      { class: 'buttons' },
      TABLE_NAMES.map((table) =>
        element(
          'button',
          { type: 'button', key: table, onClick: () => onClick(table) },
          nameOf(table),
          element(
            'span',
            { class: 'small' },
            say(TABLES[table].title),
            EXPECTED_TABLES.includes(table) ? null : `, ${say(FILES.optional)}`,
          ),
        ),
      ),
    );
  const csv = (title: Bilingual, dialect: CsvDialect) =>
    element(
      'details',
      null,
      element('summary', null, say(title)),
      buttons(templateName, (table) => save(table, dialect)),
    );
  return element(
    'section',
    { class: 'part', 'aria-labelledby': 'templates' },
    element('h2', { id: 'templates' }, say(FILES.templates)),
    element('p', null, say(FILES.templatesIntro)),
    error && element('p', { class: 'note bad', role: 'alert' }, say(error)),
    buttons(workbookName, (table) => void saveWorkbook(table)),
    element(
      'div',
      { class: 'buttons' },
      element(
        'button',
        {
          type: 'button',
          onClick: () => saveFile('dictionary.md', 'text/markdown', dictionaryIn(language, session.settings)),
        },
        say(FILES.dictionary),
      ),
    ),
    csv(FILES.asCsv, FRENCH_SPREADSHEET),
    csv(FILES.forPrograms, PLAIN),
  );
}
