import type { Terminal } from '#cdk/commands/command.ts';
import { minuteOf } from '#cdk/commands/listed-results-text.ts';
import { terminalTable } from '#cdk/commands/terminal-table.ts';
import { type Bilingual, bothLanguages, sameInBoth, type Titles } from '#shared/language.ts';
import { NO_VALUE } from '#shared/presentation/figures.ts';
import type { ReadableCell } from '#shared/presentation/readable-table.ts';
import { PENDING_REASONS } from '#shared/publication/pending.ts';
import { uploadKey } from '#shared/storage/bucket-keys.ts';
import { EXPECTED_TABLES, TABLE_NAMES } from '#shared/tables/tables.ts';
import type { FileStatus } from './file-status.ts';
import type { CentreStatus } from './study-status.ts';

const STATES: Titles<FileStatus['state']> = {
  accepted: { fr: 'accepté', en: 'accepted' },
  refused: { fr: 'refusé', en: 'refused' },
  misplaced: { fr: 'mal placé', en: 'misplaced' },
};
/** Of a file that lies in the right folder, under a name that no data set has. */
const NOT_A_CSV: Bilingual = { fr: 'pas un .csv', en: 'no .csv' };
const HEADINGS: readonly Bilingual[] = [
  { fr: 'fichier', en: 'file' },
  { fr: 'tableau', en: 'table' },
  { fr: 'état', en: 'state' },
  { fr: 'depuis', en: 'since' },
  { fr: 'lignes qui comptent', en: 'rows that count' },
  { fr: 'problèmes', en: 'problems' },
  { fr: 'à vérifier', en: 'to check' },
];

/** A word is short enough for both languages on one line. */
const oneLine = (word: Bilingual): ReadableCell => ({ ...word, both: bothLanguages(word) });

type Reader = Pick<Terminal, 'say' | 'language'>;

/** One centre: what enters the study, its files, and what there is to say of them. */
export function centreText(status: CentreStatus, { say, language }: Reader): string {
  const { centre, ofTheStudy, files, unanswered } = status;
  const name = centre === '' ? say({ fr: '(dossier de personne)', en: '(nobody’s folder)' }) : centre;
  const mark = ofTheStudy
    ? ''
    : say({ fr: ' – n’est pas un centre de l’étude', en: ' – no centre of the study' });
  const rows = files.map((file) => fileCells(file, status));
  const title = sameInBoth(`${name}${mark}   ${say(whatEnters(status))}`);
  return [
    rows.length === 0 ? title.fr : terminalTable({ title, headings: HEADINGS, rows }, language).trimEnd(),
    ...files.flatMap((file) => remarksOn(file).map((remark) => `  ${file.key}   ${say(remark)}`)),
    ...unanswered.map(({ key, since }) => {
      const waits = {
        fr: `pas encore de réponse, déposé le ${minuteOf(since)}`,
        en: `no answer yet, dropped on ${minuteOf(since)}`,
      };
      return `  ${key}   ${say(waits)}`;
    }),
    '',
  ].join('\n');
}

function whatEnters({ tables, files, unanswered }: CentreStatus): Bilingual {
  if (files.length + unanswered.length === 0) return { fr: 'aucun fichier', en: 'no file' };
  const listed = (unit: string, nothing: string) =>
    TABLE_NAMES.filter((table) => EXPECTED_TABLES.includes(table) || tables[table].files > 0)
      .map((table) => {
        const { files, rows } = tables[table];
        return files === 0 ? `${table} ${nothing}` : `${table} ${rows} ${unit}`;
      })
      .join(', ');
  return { fr: listed('lignes', '–'), en: listed('rows', '–') };
}

function fileCells(
  file: FileStatus,
  { centre, ofTheStudy }: Pick<CentreStatus, 'centre' | 'ofTheStudy'>,
): readonly ReadableCell[] {
  const count = (value: number | null) => sameInBoth(value === null ? NO_VALUE : String(value));
  return [
    sameInBoth(file.key.replace(uploadKey(centre, ''), '')),
    sameInBoth(file.table ?? NO_VALUE),
    oneLine(file.state === 'misplaced' && ofTheStudy ? NOT_A_CSV : STATES[file.state]),
    sameInBoth(minuteOf(file.since)),
    count(file.inForce?.rows ?? 0),
    count(file.problems),
    count(file.warnings),
  ];
}

function remarksOn({
  state,
  inForce,
  refusedByNewRulesSince,
  unsettled,
  published,
}: FileStatus): readonly Bilingual[] {
  const remarks: Bilingual[] = [];
  if (refusedByNewRulesSince !== null) {
    const when = minuteOf(refusedByNewRulesSince);
    remarks.push({
      fr: `refusé par de nouvelles règles depuis le ${when}`,
      en: `refused by new rules since ${when}`,
    });
  }
  if (state === 'refused' && inForce !== null) {
    const when = minuteOf(inForce.at);
    remarks.push({
      fr: `une version plus ancienne, du ${when}, compte encore`,
      en: `an older version, of ${when}, still counts`,
    });
  }
  if (unsettled !== null) remarks.push(PENDING_REASONS[unsettled]);
  if (!published && inForce !== null) {
    remarks.push({ fr: 'pas encore dans le dernier résultat', en: 'not yet in the latest result' });
  }
  return remarks;
}
