import { reportOn } from '#shared/reports/report.ts';
import { reportText } from '#shared/reports/report-text.ts';
import { type ExaminedFile, examineCentre } from '#shared/validation/examine-centre.ts';
import { type Command, EXIT, wrongUsage } from './command.ts';
import { readUpload } from './files.ts';

/** The report that a centre would get on a file, as text. */
export const localReport = ({ name, examination }: ExaminedFile): string =>
  reportText(reportOn({ file: name, versionId: '', at: '', examination, changes: null, stillInForce: null }));

export const check: Command = {
  usage: 'check FILE…',
  summary: {
    fr: 'vérifie des fichiers d’un même centre, sans rien envoyer',
    en: 'checks files of one centre, without sending anything',
  },
  options: {},
  run: async ({ positionals }, { print }) => {
    if (positionals.length === 0) {
      throw wrongUsage({ fr: 'Indiquez au moins un fichier.', en: 'Name at least one file.' });
    }
    const examined = examineCentre(await Promise.all(positionals.map(readUpload)));
    for (const file of examined) print(localReport(file));
    return examined.some(({ examination }) => examination.verdict === 'refused') ? EXIT.refused : EXIT.done;
  },
};
