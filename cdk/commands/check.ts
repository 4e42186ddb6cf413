import type { Bilingual, Language } from '#shared/language.ts';
import { annotatedFile } from '#shared/reports/annotated-file.ts';
import { type Report, reportOn } from '#shared/reports/report.ts';
import { reportText } from '#shared/reports/report-text.ts';
import { type ExaminedFile, examineCentre } from '#shared/validation/examine-centre.ts';
import { findingsOf, refusedWhole } from '#shared/validation/examine-file.ts';
import { misnamed } from '#shared/validation/upload-place.ts';
import { A_FILE_IS_REFUSED, type Command, EXIT, wrongUsage } from './command.ts';
import { readUpload, writeFolder } from './files.ts';
import { JSON_OPTION, printJson } from './json-output.ts';
import { readStudySettings } from './study-settings.ts';

/** The report that a centre would get on a file. */
const reportLocally = ({ name, examination }: ExaminedFile): Report =>
  reportOn({
    file: name,
    versionId: '',
    at: '',
    rules: '',
    examination,
    changes: null,
    stillInForce: null,
    refusedSince: null,
  });

/** The same as text. */
export const localReport = (file: ExaminedFile, language: Language): string =>
  reportText(reportLocally(file), language);

/** The sender's own file with what is wrong in each row, by the name that the bucket gives it. */
function annotationOf({ name, examination }: ExaminedFile): readonly (readonly [string, Uint8Array])[] {
  const { text } = examination;
  if (text === undefined) return [];
  return [[`${name}.annotated.csv`, annotatedFile(text, findingsOf(examination))]];
}

/** A file by its content and by its name, as the bucket would judge it. */
function judged(file: ExaminedFile): ExaminedFile {
  const problem = misnamed(file.name);
  return problem === null ? file : { ...file, examination: refusedWhole(problem) };
}

/** The report speaks of the annotated file, which the bucket always has, and this command only where it is asked for. */
const HOW_TO_ANNOTATE: Bilingual = {
  fr: 'Fichiers annotés : ajoutez --out DOSSIER',
  en: 'Annotated files: add --out FOLDER',
};

export const check: Command = {
  usage: 'check FILE… [--out DIR] [--json]',
  examples: ['check patients.csv pairs.csv lesions.csv', 'check --out answers export/*.csv'],
  summary: {
    fr: 'vérifie des fichiers d’un même centre, sans rien envoyer',
    en: 'checks files of one centre, without sending anything',
  },
  options: {
    out: {
      value: 'DIR',
      summary: {
        fr: 'où écrire les fichiers annotés : chacun avec une colonne qui dit ce qui ne va pas',
        en: 'where to write the annotated files: each with a column that says what is wrong',
      },
    },
    json: JSON_OPTION,
  },
  answersNo: A_FILE_IS_REFUSED,
  run: async ({ positionals, options }, terminal) => {
    const { print, report, say, language } = terminal;
    if (positionals.length === 0) {
      throw wrongUsage({ fr: 'Indiquez au moins un fichier.', en: 'Name at least one file.' });
    }
    const files = await Promise.all(positionals.map(readUpload));
    const examined = examineCentre(files, readStudySettings()).map(judged);
    if (options.has('json')) printJson(terminal, examined.map(reportLocally));
    else for (const file of examined) print(localReport(file, language));
    const out = options.get('out');
    if (out !== undefined) await writeFolder(out, new Map(examined.flatMap(annotationOf)));
    else if (examined.some(({ examination }) => findingsOf(examination).length > 0))
      report(say(HOW_TO_ANNOTATE));
    return examined.some(({ examination }) => examination.verdict === 'refused') ? EXIT.no : EXIT.done;
  },
};
