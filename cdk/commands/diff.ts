import { compareResults } from '#shared/publication/comparison/compare-results.ts';
import { sameFigures } from '#shared/publication/comparison/compare-tables.ts';
import type { Manifest } from '#shared/publication/manifest.ts';
import { type Call, type Command, EXIT, type ExitCode, type Terminal, wrongUsage } from './command.ts';
import { JSON_OPTION, printJson } from './json-output.ts';
import { minuteOf } from './listed-results-text.ts';
import { meantResult } from './meant-result.ts';
import { publishedResult } from './published-results.ts';
import { resultChangesText } from './result-changes-text.ts';
import { connectToStudy, type StudyBucket } from './study-connection.ts';

const described = ({ id, computedAt, codeVersion }: Manifest) => ({ id, computedAt, codeVersion });

export const diff: Command = {
  usage: 'diff RESULT RESULT [--table NAME] [--json]',
  examples: ['diff 3f9a1c latest', 'diff article-2026 latest --table counts', 'diff 3f9a1c 77ab02 --json'],
  summary: {
    fr: 'dit ce qui diffère entre deux résultats : fichiers, réglages, code, et chaque chiffre qui a bougé',
    en: 'says what differs between two results: files, settings, code, and every figure that moved',
  },
  options: {
    table: {
      value: 'NAME',
      summary: {
        fr: 'tous les chiffres de ce tableau, et de lui seul',
        en: 'all figures of this table, and of no other',
      },
    },
    json: JSON_OPTION,
  },
  answersNo: { fr: 'des chiffres diffèrent', en: 'figures differ' },
  run: async (call, terminal) => {
    const [earlier, later, ...others] = call.positionals;
    if (earlier === undefined || later === undefined || others.length > 0) {
      throw wrongUsage({ fr: 'Indiquez deux résultats.', en: 'Name two results.' });
    }
    return showDifference(await connectToStudy(terminal), [earlier, later], call, terminal);
  },
};

export async function showDifference(
  bucket: StudyBucket,
  [earlier, later]: readonly [string, string],
  { options }: Pick<Call, 'options'>,
  terminal: Terminal,
): Promise<ExitCode> {
  const before = await publishedResult(bucket, await meantResult(bucket, earlier));
  const after = await publishedResult(bucket, await meantResult(bucket, later));
  const changes = compareResults(before, after);
  const same = sameFigures(changes.tables);
  const results = { before: described(before.manifest), after: described(after.manifest) };
  if (options.has('json')) printJson(terminal, { ...results, sameFigures: same, ...changes });
  else {
    // First of all, since it may fail for a table that there is not.
    const text = resultChangesText(changes, { before, after }, options.get('table'), terminal);
    for (const { id, computedAt, codeVersion } of [results.before, results.after]) {
      terminal.print([id, minuteOf(computedAt), codeVersion].join('  '));
    }
    terminal.print(text);
  }
  return same ? EXIT.done : EXIT.no;
}
