import type { Report } from '#shared/reports/report.ts';
import { reportText } from '#shared/reports/report-text.ts';
import { type CentreFile, inOrderOfEntry } from '#shared/validation/examine-centre.ts';
import { LARGEST_FILE_BYTES, LARGEST_FILE_MEGABYTES } from '#shared/validation/limits.ts';
import { awaitVerdict, deposit } from './await-verdict.ts';
import type { Waiting } from './awaited.ts';
import { A_FILE_IS_REFUSED, type Command, CommandFailure, EXIT, wrongUsage } from './command.ts';
import { assertCentreName, readUpload } from './files.ts';
import { JSON_OPTION, printJson } from './json-output.ts';
import { connectToStudy, type StudyBucket } from './study-connection.ts';

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
    assertWhole(files);
    const reports = await uploadAll(await connectToStudy(terminal), centre, files, terminal, (report) => {
      if (!options.has('json')) terminal.print(reportText(report, terminal.language));
    });
    if (options.has('json')) printJson(terminal, reports);
    return reports.some(({ verdict }) => verdict === 'refused') ? EXIT.no : EXIT.done;
  },
};

/** Refuses what is so large that it was not read to its end, before anything is sent. */
function assertWhole(files: readonly CentreFile[]): void {
  const large = files.find(({ bytes }) => bytes.length > LARGEST_FILE_BYTES);
  if (large === undefined) return;
  throw new CommandFailure({
    fr: `${large.name} dépasse ${LARGEST_FILE_MEGABYTES} Mo et serait refusé : partagez-le en plusieurs fichiers, chacun avec l’en-tête. Rien n’a été déposé.`,
    en: `${large.name} is over ${LARGEST_FILE_MEGABYTES} MB and would be refused: split it into several files, each with the header. Nothing was dropped.`,
  });
}

/**
 * Drops files one after the other, each once the one before was answered: patients, pairs, lesions, whatever their order, so
 * that none is warned of what comes after it.
 */
export async function uploadAll(
  { s3, outputs: { BucketName: bucket } }: StudyBucket,
  centre: string,
  files: readonly CentreFile[],
  terminal: Waiting,
  answered: (report: Report) => void,
): Promise<readonly Report[]> {
  const reports: Report[] = [];
  for (const file of inOrderOfEntry(files)) {
    const deposited = await deposit(s3, bucket, centre, file);
    terminal.report(
      terminal.say({
        fr: `${deposited.key} : déposé, en attente du verdict …`,
        en: `${deposited.key}: dropped, waiting for the verdict …`,
      }),
    );
    const report = await awaitVerdict(s3, bucket, deposited, terminal);
    answered(report);
    reports.push(report);
  }
  return reports;
}
