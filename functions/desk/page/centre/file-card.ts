import { useState } from 'preact/hooks';
import { API, linkSchema } from '#shared/desk/api.ts';
import type { DeskFile } from '#shared/desk/centre-api.ts';
import { rowsOfFile } from '#shared/desk/rows-of-file.ts';
import type { Bilingual } from '#shared/language.ts';
import { enteringText } from '#shared/reports/entering-text.ts';
import { TABLES } from '#shared/tables/tables.ts';
import { bytesAt, type DeskApi, errorText } from '../api-client.ts';
import { element, part } from '../html.ts';
import { useSay } from '../language.ts';
import { openAddress, saveFile, WORKBOOK_TYPE } from '../save-file.ts';
import { sentence } from '../sentence.ts';
import { aboutFile, FILES, STATES } from '../texts/files.ts';
import { problems, rows, warnings } from '../texts/sending.ts';
import { timeText } from '../times.ts';
import { FileDetails, FileHistory } from './file-details.ts';
import type { KnownFiles } from './use-files.ts';
import { Withdrawal } from './withdrawal.ts';

interface Card {
  readonly api: DeskApi;
  readonly file: DeskFile;
  readonly read: KnownFiles['read'];
}

const CLASSES: Readonly<Record<DeskFile['state'], string>> = {
  accepted: 'good',
  refused: 'bad',
  examining: 'wait',
  withdrawn: 'wait',
};
const SIGNS: Readonly<Record<DeskFile['state'], string>> = {
  accepted: '✓',
  refused: '✗',
  examining: '…',
  withdrawn: '–',
};

/** One of the centre's files: its state, what is in force, and what can be done with it. */
export function FileCard({ api, file, read }: Card) {
  const say = useSay();
  const [error, setError] = useState<Bilingual | undefined>();
  const { name, state, newest, table } = file;
  const follow = async (path: string, query: Readonly<Record<string, string>>) => {
    try {
      openAddress((await api(path, linkSchema, { query })).url);
      setError(undefined);
    } catch (failure) {
      setError(errorText(failure));
    }
  };
  const saveAnnotated = async () => {
    try {
      const { textWorkbook } = await import('./text-workbook.ts');
      const { url } = await api(API.annotated, linkSchema, { query: { name } });
      const rows = rowsOfFile(await bytesAt(url));
      saveFile(`${name}.annotated.xlsx`, WORKBOOK_TYPE, textWorkbook(table ?? 'file', rows));
      setError(undefined);
    } catch (failure) {
      setError(errorText(failure));
    }
  };
  const button = (action: Bilingual, onClick: () => void) =>
    element('button', { type: 'button', 'aria-label': say(aboutFile(action, name)), onClick }, say(action));
  return element(
    'article',
    { class: 'card', 'aria-label': name },
    element(
      'div',
      { class: 'row-of' },
      element('h3', null, name),
      element(
        'span',
        { class: `state ${CLASSES[state]}` },
        element('span', { 'aria-hidden': true }, SIGNS[state]),
        say(STATES[state]),
      ),
    ),
    element('p', { class: 'muted' }, factsOf(file).map(say).join(' · ')),
    file.headline && element('p', null, element('strong', null, say(file.headline))),
    entersText(file).map((text) => element('p', null, say(text))),
    error && element('p', { class: 'note bad', role: 'alert' }, say(error)),
    newest !== null && state !== 'examining' && part(FileDetails, { api, file }),
    part(FileHistory, { file }),
    newest !== null &&
      element(
        'div',
        { class: 'buttons' },
        button(FILES.download, () => void follow(API.file, { name, version: newest.versionId })),
        state !== 'examining' &&
          ((file.problems ?? 0) > 0 || (file.warnings ?? 0) > 0) && [
            button(FILES.annotated, () => void follow(API.annotated, { name })),
            button(FILES.annotatedWorkbook, () => void saveAnnotated()),
          ],
        part(Withdrawal, { api, file, version: newest.versionId, read }),
      ),
  );
}

function factsOf(file: DeskFile): readonly Bilingual[] {
  const { table, newest, inForce, state } = file;
  return [
    ...(table === null ? [] : [TABLES[table].title]),
    ...(newest === null ? [] : [timeText(newest.at)]),
    ...(state === 'accepted' && inForce !== null ? [rows(inForce.rows)] : []),
    ...(state === 'refused' && inForce !== null ? [FILES.stillInForce] : []),
    ...(file.problems === null || file.problems === 0 ? [] : [problems(file.problems)]),
    ...(file.warnings === null || file.warnings === 0 ? [] : [warnings(file.warnings)]),
  ];
}

function entersText({ entering }: DeskFile): readonly Bilingual[] {
  const [first] = entering === null ? [] : enteringText(entering);
  if (first === undefined) return [];
  return [{ fr: sentence(first.fr), en: sentence(first.en) }];
}
