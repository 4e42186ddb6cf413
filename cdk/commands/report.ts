import { basename, dirname } from 'node:path';
import { filesOfReport } from '#shared/result-report/report-files.ts';
import { REPORT_FILE } from '#shared/storage/bucket-keys.ts';
import { type Call, type Command, EXIT, wrongUsage } from './command.ts';
import { writeFolder } from './output-folder.ts';
import { resultInFolder } from './result-folder.ts';

export const report: Command = {
  usage: 'report DIR --out FILE.html [--figures DIR] [--with-files]',
  examples: [
    'report results --out report.html',
    'report results --out report.html --figures figures',
    'report results --out coordinators.html --with-files',
  ],
  summary: {
    fr: 'fait la page d’un résultat que compute ou results --out a écrit dans DIR, sans AWS',
    en: 'makes the page of a result that compute or results --out wrote into DIR, without AWS',
  },
  options: {
    out: { value: 'FILE.html', summary: { fr: 'où écrire la page', en: 'where to write the page' } },
    figures: {
      value: 'DIR',
      summary: {
        fr: 'où écrire les figures (SVG) et les autres fichiers : tableaux pour Excel, description des données',
        en: 'where to write the figures (SVG) and the other files: tables for Excel, description of the data',
      },
    },
    'with-files': {
      summary: {
        fr: 'la page énumère aussi les fichiers des centres : pour les coordinateurs seulement',
        en: 'the page also lists the centres’ files: for coordinators only',
      },
    },
  },
  run: async (call, terminal) => {
    const { folder, out } = readWanted(call);
    const withFiles = call.options.has('with-files');
    const files = new Map(filesOfReport(await resultInFolder(folder), { withFiles }));
    const page = files.get(REPORT_FILE) ?? '';
    files.delete(REPORT_FILE);
    await writeFolder(dirname(out), new Map([[basename(out), page]]));
    terminal.print(out);
    const figures = call.options.get('figures');
    if (figures !== undefined) {
      await writeFolder(figures, files);
      terminal.print(
        terminal.say({
          fr: `${figures} : ${files.size} fichier(s)`,
          en: `${figures}: ${files.size} file(s)`,
        }),
      );
    }
    return EXIT.done;
  },
};

/** The page has to end as a page: a slip of the finger must not replace a table or a manuscript. */
function readWanted({ positionals: [folder, ...others], options }: Call): {
  readonly folder: string;
  readonly out: string;
} {
  const out = options.get('out');
  if (folder !== undefined && others.length === 0 && out !== undefined && /.\.html?$/i.test(basename(out))) {
    return { folder, out };
  }
  throw wrongUsage({
    fr: 'Indiquez le dossier d’un résultat et, par --out, un fichier en .html.',
    en: 'Name the folder of a result and, by --out, a file ending in .html.',
  });
}
