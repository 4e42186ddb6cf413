import { type Bilingual, codesOf } from '#shared/language.ts';
import { THESIS_SETTINGS } from '#shared/protocol/study-settings.ts';
import { PENDING_REASONS } from '#shared/publication/pending.ts';
import { bilingual, inEachLanguage } from '#shared/result-report/page/bilingual-text.ts';
import { type Content, element } from '#shared/result-report/page/html.ts';
import { manifestValue } from '#shared/result-report/page/manifest-value.ts';
import type { PageOptions } from '#shared/result-report/page/page-options.ts';
import { bilingualPassage } from '#shared/result-report/page/passages.ts';
import type { Section } from '#shared/result-report/page/section.ts';
import { SETTING_TITLES } from '#shared/result-report/page/setting-titles.ts';
import { plainTable } from '#shared/result-report/page/tables/plain-table.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { revealed } from '#shared/result-report/sentences/revealed.ts';

type Manifest = PublishedResult['manifest'];

/** What the figures were computed from, by what, and when. */
export const provenance = (result: PublishedResult, { withFiles = false }: PageOptions): Section => {
  const { manifest } = result;
  return {
    id: 'provenance',
    title: { fr: 'D’où viennent ces chiffres', en: 'Where these figures come from' },
    content: [
      inEachLanguage('p', (language) => HOW_TO_CHECK[language]),
      bilingualPassage(revealed(result, { withFiles })),
      facts([
        [{ fr: 'résultat', en: 'result' }, text('id', manifest.id)],
        [{ fr: 'calculé le', en: 'computed' }, text('computedAt', manifest.computedAt)],
        [{ fr: 'version du code', en: 'code version' }, text('codeVersion', manifest.codeVersion)],
        [{ fr: 'commit', en: 'commit' }, text('commit', manifest.commit)],
        [{ fr: 'règles des tests', en: 'rules of the tests' }, ['R ', text('rVersion', manifest.rVersion)]],
        [{ fr: 'fichiers pris en compte', en: 'files taken in' }, filesByTable(manifest)],
        [{ fr: 'fichiers en attente', en: 'files waited for' }, waitedFor(manifest)],
        [{ fr: 'tables non reçues', en: 'tables not received' }, notReceived(manifest)],
      ]),
      element('h3', null, bilingual({ fr: 'Réglages de l’étude', en: 'Settings of the study' })),
      facts(
        codesOf(SETTING_TITLES)
          .filter((name) => Object.hasOwn(manifest.protocol, name))
          .map((name) => [SETTING_TITLES[name], setting(manifest, name), name]),
      ),
      element('h3', null, bilingual({ fr: 'Termes fixes du protocole', en: 'Fixed terms of the protocol' })),
      facts(
        Object.keys(manifest.protocol)
          .filter((name) => !Object.hasOwn(THESIS_SETTINGS, name))
          .map((name) => [null, setting(manifest, name), name]),
      ),
      element('h3', null, bilingual({ fr: 'Fichiers publiés', en: 'Published files' })),
      plainTable({
        id: 'published-files',
        caption: {
          fr: 'Fichiers des tableaux et leur empreinte',
          en: 'Files of the tables and their digest',
        },
        headings: [
          { fr: 'fichier', en: 'file' },
          { fr: 'SHA-256', en: 'SHA-256' },
        ],
        rows: manifest.tables.map(({ file, sha256 }) => [file, sha256]),
      }),
      withFiles ? filesInForce(manifest) : null,
    ],
  };
};

const HOW_TO_CHECK = {
  fr: 'Le nom du résultat est l’empreinte des fichiers des centres par version, des réglages, des termes du protocole et du code : les mêmes entrées ont le même nom, et les mêmes tableaux à l’octet près. La liste des fichiers par centre et par version est dans manifest.json, que seuls les coordinateurs lisent.',
  en: 'The name of the result is a digest of the centres’ files by version, the settings, the terms of the protocol and the code: the same inputs have the same name, and the same tables to the byte. The list of files by centre and version is in manifest.json, which only coordinators read.',
};

type Fact = readonly [title: Bilingual | null, value: Content, name?: string];

const facts = (all: readonly Fact[]): Content =>
  element(
    'dl',
    { class: 'facts' },
    all.flatMap(([title, value, name]) => [
      element(
        'dt',
        null,
        title === null ? null : bilingual(title),
        title === null || name === undefined ? null : ' ',
        name === undefined ? null : element('code', null, name),
      ),
      element('dd', null, value),
    ]),
  );

const text = (path: string, value: string): Content =>
  element('code', null, manifestValue(path, value, value));

const setting = ({ protocol }: Manifest, name: string): Content => {
  const value = protocol[name];
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  return text(`protocol.${name}`, shown);
};

const listed = (items: readonly Content[], none: Bilingual): Content =>
  items.length === 0
    ? bilingual(none)
    : items.map((item, position) => (position === 0 ? item : [' · ', item]));

const counted = (path: string, count: number): Content => manifestValue(path, count, String(count));

const filesByTable = ({ inputs }: Manifest): Content =>
  listed(
    [...Map.groupBy(inputs, ({ table }) => table)]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([table, files]) => [
        element('code', null, table),
        ' ',
        counted(`inputs[table=${table}]`, files.length),
      ]),
    { fr: 'aucun', en: 'none' },
  );

const COLON = bilingual({ fr: ' : ', en: ': ' });

const waitedFor = ({ pending }: Manifest): Content =>
  listed(
    codesOf(PENDING_REASONS).flatMap((reason) => {
      const files = pending.filter((file) => file.reason === reason);
      return files.length === 0
        ? []
        : [[counted(`pending[reason=${reason}]`, files.length), COLON, bilingual(PENDING_REASONS[reason])]];
    }),
    { fr: 'aucun', en: 'none' },
  );

/** Of how many centres, without saying which. */
const notReceived = ({ missing }: Manifest): Content => {
  const names = [...new Set(missing.flatMap(({ tables }) => tables))].toSorted();
  return listed(
    names.map((table) => [
      element('code', null, table),
      bilingual({ fr: ' : centres ', en: ': centres ' }),
      counted(`missing[tables=${table}]`, missing.filter(({ tables }) => tables.includes(table)).length),
    ]),
    { fr: 'aucune', en: 'none' },
  );
};

const filesInForce = ({ inputs }: Manifest): Content => [
  element('h3', null, bilingual({ fr: 'Fichiers des centres', en: 'Files of the centres' })),
  plainTable({
    id: 'files-in-force',
    caption: { fr: 'Fichiers par centre et par version', en: 'Files by centre and version' },
    headings: [
      { fr: 'fichier', en: 'file' },
      { fr: 'version', en: 'version' },
      { fr: 'lignes', en: 'rows' },
      { fr: 'reçu', en: 'received' },
      { fr: 'SHA-256', en: 'SHA-256' },
    ],
    rows: inputs.map(({ key, versionId, rows, at, sha256 }) => [key, versionId, String(rows), at, sha256]),
  }),
];
