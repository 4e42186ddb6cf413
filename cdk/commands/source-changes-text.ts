import type { Titles } from '#shared/language.ts';
import type { InputChange } from '#shared/publication/comparison/compare-inputs.ts';
import type { SourceChanges } from '#shared/publication/comparison/compare-results.ts';
import type { Say } from './command.ts';

const SIGNS: Readonly<Record<InputChange['change'], string>> = { added: '+', replaced: '~', removed: '−' };
const CHANGES: Titles<InputChange['change']> = {
  added: { fr: 'ajouté', en: 'added' },
  replaced: { fr: 'remplacé', en: 'replaced' },
  removed: { fr: 'retiré', en: 'removed' },
};

/** What two results were computed from differently, a line each; none where it is the same. */
export function sourceChangeLines(
  { inputs, terms, code, pending }: SourceChanges,
  say: Say,
): readonly string[] {
  return [
    ...inputs.map((input) => inputLine(input, say)),
    ...terms.map(
      ({ term, before, after }) =>
        `${say({ fr: 'réglage', en: 'setting' })} ${term} ${termText(before)} → ${termText(after)}`,
    ),
    ...(pending === null
      ? []
      : [
          say({
            fr: `fichiers en attente, laissés de côté : ${pending.before.length} → ${pending.after.length}`,
            en: `pending files, left out: ${pending.before.length} → ${pending.after.length}`,
          }),
        ]),
    ...(code === null ? [] : [`code ${code.before.codeVersion} → ${code.after.codeVersion}`]),
  ];
}

function inputLine({ key, change, before, after }: InputChange, say: Say): string {
  const rows = [before, after].flatMap((version) => (version === null ? [] : [version.rows]));
  const counts = [...new Set(rows)].join(' → ');
  const { fr, en } = CHANGES[change];
  return `${SIGNS[change]} ${key} (${say({ fr: `${fr}, ${counts} lignes`, en: `${en}, ${counts} rows` })})`;
}

const termText = (value: unknown): string => (value === null ? '–' : JSON.stringify(value));
