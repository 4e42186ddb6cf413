import { TABLES_FILE } from '#shared/publication/table-files.ts';
import { assertNoArgument, type Command, EXIT } from './command.ts';
import { writeFolder } from './files.ts';
import { latestResult, nothingPublished, resultFiles } from './latest-results.ts';
import { printResults } from './print-results.ts';
import { connectToStudy } from './study-connection.ts';

export const results: Command = {
  usage: 'results [--out DIR]',
  examples: ['results', 'results --out results'],
  summary: {
    fr: 'montre les derniers résultats publiés ; --out les télécharge',
    en: 'shows the latest published results; --out downloads them',
  },
  options: {
    out: { value: 'DIR', summary: { fr: 'où télécharger les fichiers', en: 'where to download the files' } },
  },
  run: async (call, terminal) => {
    assertNoArgument(call);
    const { options } = call;
    const study = await connectToStudy(terminal);
    const latest = await latestResult(study);
    if (latest === undefined) throw nothingPublished();
    const files = await resultFiles(study, latest);
    const out = options.get('out');
    if (out !== undefined) await writeFolder(out, files);
    printResults(files.get(TABLES_FILE) ?? '', terminal);
    terminal.report(`s3://${study.outputs.BucketName}/results/${latest.id}/   ${latest.publishedAt}`);
    return EXIT.done;
  },
};
