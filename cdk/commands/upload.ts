import { reportText } from '#shared/reports/report-text.ts';
import { awaitVerdict, deposit } from './await-verdict.ts';
import { A_FILE_IS_REFUSED, type Command, EXIT, wrongUsage } from './command.ts';
import { assertCentreName, readUpload } from './files.ts';
import { connectToStudy } from './study-connection.ts';

export const upload: Command = {
  usage: 'upload CENTRE FILE…',
  examples: ['upload rouen patients.csv pairs.csv lesions.csv'],
  summary: {
    fr: 'dépose des fichiers d’un centre, attend le verdict et le montre',
    en: 'drops files of a centre, waits for the verdict and shows it',
  },
  options: {},
  answersNo: A_FILE_IS_REFUSED,
  run: async ({ positionals: [centre, ...paths] }, terminal) => {
    if (centre === undefined || paths.length === 0) {
      throw wrongUsage({
        fr: 'Indiquez un centre et au moins un fichier.',
        en: 'Name a centre and at least one file.',
      });
    }
    assertCentreName(centre);
    const files = await Promise.all(paths.map(readUpload));
    const { s3, outputs } = await connectToStudy(terminal);
    let refused = false;
    for (const file of files) {
      const deposited = await deposit(s3, outputs.BucketName, centre, file);
      terminal.report(
        terminal.say({
          fr: `${deposited.key} : déposé, en attente du verdict …`,
          en: `${deposited.key}: dropped, waiting for the verdict …`,
        }),
      );
      const report = await awaitVerdict(s3, outputs.BucketName, deposited, terminal);
      terminal.print(reportText(report, terminal.language));
      refused ||= report.verdict === 'refused';
    }
    return refused ? EXIT.no : EXIT.done;
  },
};
