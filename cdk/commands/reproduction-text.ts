import { sameInBoth, withDetail } from '#shared/language.ts';
import { sameFigures } from '#shared/publication/comparison/compare-tables.ts';
import type { Terminal } from './command.ts';
import type { Reproduced, Reproduction, ToReproduce } from './reproduction.ts';
import { tableChangesTexts } from './table-changes-text.ts';

/** What came of computing a result again, for the eye. */
export function reproductionText(
  published: ToReproduce,
  { reproduction, computed }: Reproduced,
  terminal: Pick<Terminal, 'say' | 'language'>,
): string {
  const { say } = terminal;
  const before = 'tables' in published ? published : computed;
  const shown = {
    whole: () => ({ fr: '--json les donne', en: '--json gives them' }),
    tables: [...computed.tables, ...before.tables],
    titleOf: (vocabulary: string, code: string) =>
      computed.titleOf(vocabulary, code) ?? before.titleOf(vocabulary, code),
  };
  return [
    ...circumstances(reproduction, say),
    say(verdictOn(reproduction)),
    ...lackingLines(reproduction, say),
    ...(sameFigures(reproduction.tables) ? [] : ['']),
    ...tableChangesTexts({ changes: reproduction.tables, ...shown }, terminal),
  ].join('\n');
}

function* circumstances(reproduction: Reproduction, say: Terminal['say']): Generator<string> {
  const { code, assumedSettings, gone, altered, refused } = reproduction;
  const { published, here } = code;
  if (!code.same) {
    yield `code ${published.codeVersion} (${published.commit}) → ${here.codeVersion} (${here.commit})`;
  }
  if (assumedSettings.length > 0) {
    const names = assumedSettings.join(', ');
    yield say({
      fr: `réglages que le manifeste ne nomme pas, pris comme dans la thèse : ${names}`,
      en: `settings that the manifest does not name, taken as in the thesis: ${names}`,
    });
  }
  const disappeared = say({
    fr: 'version disparue (effacée) : le calcul se fait sans elle',
    en: 'version gone (erased): computed without it',
  });
  for (const key of gone) yield `! ${key} (${disappeared})`;
  const other = say({
    fr: 'autre contenu que celui que le manifeste nomme (SHA-256)',
    en: 'other content than the manifest names (SHA-256)',
  });
  for (const key of altered) yield `! ${key} (${other})`;
  for (const { key, problems } of refused) {
    const why = withDetail(
      { fr: 'refusé par ce code', en: 'refused by this code' },
      sameInBoth(problems.join(', ')),
    );
    yield `! ${key} (${say(why)})`;
  }
}

/** A file that is left out takes all its rows along, of which perhaps one was erased: what follows is no measure of that. */
function lackingLines({ gone, tables }: Reproduction, say: Terminal['say']): readonly string[] {
  if (gone.length === 0 || sameFigures(tables)) return [];
  return [
    say({
      fr: `Il y manque toutes les lignes de ${gone.length} fichier(s) : les différences qui suivent ne disent pas ce que l’effacement seul a changé.`,
      en: `All rows of ${gone.length} file(s) are missing: the differences that follow do not tell what the erasure alone changed.`,
    }),
  ];
}

function verdictOn({ id, reproduced, cleared, gone, altered, tables, otherBytes }: Reproduction) {
  if (reproduced && otherBytes.length === 0) {
    return {
      fr: `Le résultat ${id} est reproduit à l’octet près.`,
      en: `The result ${id} is reproduced to the byte.`,
    };
  }
  if (reproduced) {
    const files = otherBytes.join(', ');
    return {
      fr: `Tous les chiffres du résultat ${id} sont reproduits ; d’autres octets (titres) dans : ${files}.`,
      en: `All figures of the result ${id} are reproduced; other bytes (titles) in: ${files}.`,
    };
  }
  if (cleared && otherBytes.length > 0) {
    const files = otherBytes.join(', ');
    return {
      fr: `Les tableaux du résultat ${id} ont été allégés, ses chiffres ne peuvent être comparés ; d’autres octets que ceux que son manifeste nomme dans : ${files}.`,
      en: `The tables of the result ${id} were cleared, its figures cannot be compared; other bytes than its manifest names in: ${files}.`,
    };
  }
  if (sameFigures(tables)) {
    const lacking = [...gone, ...altered].length;
    return {
      fr: `Les chiffres sont les mêmes, mais ${lacking} fichier(s) ne sont plus ceux du résultat ${id}.`,
      en: `The figures are the same, but ${lacking} file(s) are no longer those of the result ${id}.`,
    };
  }
  return { fr: `Le résultat ${id} n’est pas reproduit.`, en: `The result ${id} is not reproduced.` };
}
