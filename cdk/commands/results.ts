import { clearedResult } from '#shared/publication/cleared-result.ts';
import { LATEST } from '#shared/publication/frozen-result.ts';
import { TABLES_FILE } from '#shared/publication/table-files.ts';
import { MANIFEST_FILE } from '#shared/storage/bucket-keys.ts';
import {
  assertNoArgument,
  type Call,
  type Command,
  CommandFailure,
  EXIT,
  type Terminal,
  wrongUsage,
} from './command.ts';
import { JSON_OPTION, printJson } from './json-output.ts';
import { resultFiles } from './latest-results.ts';
import { listResults } from './listed-results.ts';
import { listedResultLines } from './listed-results-text.ts';
import { meantResult, RESULT_WORDS } from './meant-result.ts';
import { writeFolder } from './output-folder.ts';
import { printResults } from './print-results.ts';
import { resultKeys } from './published-results.ts';
import { connectToStudy, type StudyBucket } from './study-connection.ts';

export const results: Command = {
  usage: 'results [--id RESULT] [--out DIR] [--json] | results --list [--json]',
  examples: ['results', 'results --out results', 'results --list', 'results --id 3f9a1c --json'],
  summary: {
    fr: 'montre les derniers résultats publiés, ou ceux de --id ; --out les télécharge ; --list les énumère tous',
    en: 'shows the latest published results, or those of --id; --out downloads them; --list lists them all',
  },
  options: {
    list: {
      summary: {
        fr: 'tous les résultats, le plus récent d’abord, et ce que chacun a de nouveau',
        en: 'all results, the newest first, and what is new in each',
      },
    },
    id: { value: 'RESULT', summary: RESULT_WORDS },
    out: {
      value: 'DIR',
      summary: {
        fr: 'où télécharger les fichiers, dont la page et les figures',
        en: 'where to download the files, its page and figures among them',
      },
    },
    json: JSON_OPTION,
  },
  run: async (call, terminal) => {
    assertNoArgument(call);
    const { options } = call;
    if (options.has('list') && (options.has('id') || options.has('out'))) {
      throw wrongUsage({ fr: '--list va sans --id ni --out.', en: '--list goes without --id and --out.' });
    }
    const study = await connectToStudy(terminal);
    await (options.has('list') ? showList(study, call, terminal) : showResult(study, call, terminal));
    return EXIT.done;
  },
};

async function showList(study: StudyBucket, { options }: Call, terminal: Terminal): Promise<void> {
  const list = await listResults(study);
  if (options.has('json')) printJson(terminal, list);
  else terminal.print(listedResultLines(list, terminal.say).join('\n'));
}

/** Shows a result, and downloads its files where `--out` says so. */
export async function showResult(study: StudyBucket, { options }: Call, terminal: Terminal): Promise<void> {
  const id = await meantResult(study, options.get('id') ?? LATEST);
  const out = options.get('out');
  const keys = await resultKeys(study, id);
  const files = await resultFiles(study, {
    ...keys,
    // To show a result, one file is enough; the folder gets the report as well, as far as it is there.
    tables: out === undefined ? keys.tables.filter((key) => key.endsWith(`/${TABLES_FILE}`)) : keys.tables,
  });
  const tables = files.get(TABLES_FILE);
  if (tables === undefined) throw new CommandFailure(clearedResult(id));
  if (out !== undefined) await writeFolder(out, files);
  const manifest = files.get(MANIFEST_FILE);
  if (options.has('json')) {
    // A centre's own credentials may not read the manifest.
    printJson(terminal, {
      id,
      manifest: manifest === undefined ? null : JSON.parse(manifest),
      ...JSON.parse(tables),
    });
  } else printResults(tables, terminal);
  terminal.report(`s3://${study.outputs.BucketName}/results/${id}/`);
}
