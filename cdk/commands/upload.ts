import type { Report } from '#shared/reports/report.ts';
import { reportText } from '#shared/reports/report-text.ts';
import { awaitVerdict, deposit } from './await-verdict.ts';
import { A_FILE_IS_REFUSED, type Command, EXIT, wrongUsage } from './command.ts';
import { assertCentreName, readUpload } from './files.ts';
import { JSON_OPTION, printJson } from './json-output.ts';
import { connectToStudy } from './study-connection.ts';

export const upload: Command = {
  usage: 'upload CENTRE FILE… [--json]',
  examples: ['upload rouen patients.csv pairs.csv lesions.csv'],
  summary: {
    fr: 'dépose des fichiers d’un centre, attend le verdict et le montre',
    en: 'drops files of a centre, waits for the verdict and shows it',
  },
  options: { json: JSON_OPTION },
  answersNo: A_FILE_IS_REFUSED,
  run: async ({ positionals: [centre, ...paths], options }, terminal) => {
    if (centre === undefined || paths.length === 0) {
      throw wrongUsage({
        fr: 'Indiquez un centre et au moins un fichier.',
        en: 'Name a centre and at least one file.',
      });
    }
    assertCentreName(centre);
    const files = await Promise.all(paths.map(readUpload));
    const { s3, outputs } = await connectToStudy(terminal);
    const reports: Report[] = [];
    for (const file of files) {
      const deposited = await deposit(s3, outputs.BucketName, centre, file);
      terminal.report(
        terminal.say({
          fr: `${deposited.key} : déposé, en attente du verdict …`,
          en: `${deposited.key}: dropped, waiting for the verdict …`,
        }),
      );
      const report = await awaitVerdict(s3, outputs.BucketName, deposited, terminal);
      if (!options.has('json')) terminal.print(reportText(report, terminal.language));
      reports.push(report);
    }
    if (options.has('json')) printJson(terminal, reports);
    return reports.some(({ verdict }) => verdict === 'refused') ? EXIT.no : EXIT.done;
  },
};
