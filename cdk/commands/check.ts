import type { Bilingual, Language } from '#shared/language.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { annotatedFile } from '#shared/reports/annotated-file.ts';
import { type Entering, enteringStudy } from '#shared/reports/entering.ts';
import { type Report, reportOn } from '#shared/reports/report.ts';
import { reportText } from '#shared/reports/report-text.ts';
import type { TableRow } from '#shared/tables/tables.ts';
import { circumstancesAt } from '#shared/validation/circumstances.ts';
import { contentsOf, findingsOf, refusedWhole } from '#shared/validation/examination.ts';
import { type ExaminedFile, examineCentre } from '#shared/validation/examine-centre.ts';
import { misnamed } from '#shared/validation/upload-place.ts';
import { A_FILE_IS_REFUSED, type Command, EXIT, wrongUsage } from './command.ts';
import { readUpload } from './files.ts';
import { filesNamed } from './files-named.ts';
import { JSON_OPTION, printJson } from './json-output.ts';
import { assertApart, writeFolder } from './output-folder.ts';
import { readStudySettings } from './study-settings.ts';
import { namesApart, namesInOneFolder } from './upload-names.ts';

/** The report that a centre would get on a file. */
const reportLocally = ({ name, examination }: ExaminedFile, entering: Entering | null = null): Report =>
  reportOn({
    file: name,
    versionId: '',
    sha256: '',
    at: '',
    rules: '',
    beside: '',
    examination,
    entering,
    changes: null,
    stillInForce: null,
    refusedSince: null,
  });

/** The same as text. */
export const localReport = (file: ExaminedFile, language: Language): string =>
  reportText(reportLocally(file), language);

const rowsOf = ({ examination }: ExaminedFile): readonly TableRow[] =>
  examination.verdict === 'accepted' ? [...contentsOf(examination.rows)] : [];

/** The reports on a centre's files: each says what of it enters the study, beside the others. */
const reportsOn = (files: readonly ExaminedFile[], settings: StudySettings): readonly Report[] =>
  files.map((file) => {
    const { table } = file.examination;
    const others = files.flatMap((other) => (other === file ? [] : rowsOf(other)));
    return reportLocally(file, table && enteringStudy(table, rowsOf(file), others, settings));
  });

/** The senders' own files with what is wrong in each row, by the names that the bucket gives them. */
function annotationsOf(files: readonly ExaminedFile[], language: Language): ReadonlyMap<string, Uint8Array> {
  const names = namesInOneFolder(files.map(({ name }) => name));
  return new Map(
    files.flatMap(({ examination }, position) => {
      const { text } = examination;
      if (text === undefined) return [];
      return [[`${names[position]}.annotated.csv`, annotatedFile(text, findingsOf(examination), language)]];
    }),
  );
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

/** A workbook that was not saved as CSV may be the sheet itself. */
const notLookedAt = (paths: readonly string[]): Bilingual => ({
  fr: `Non vérifié, car ni .csv, ni .tsv, ni .txt : ${paths.join(', ')}`,
  en: `Not checked, as it is neither .csv nor .tsv nor .txt: ${paths.join(', ')}`,
});

export const check: Command = {
  usage: 'check FILE|DIR… [--out DIR] [--json]',
  examples: ['check patients.csv pairs.csv lesions.csv', 'check export', 'check --out answers export/*.csv'],
  summary: {
    fr: 'vérifie des fichiers d’un même centre, ou tous ceux d’un dossier, sans rien envoyer',
    en: 'checks files of one centre, or all those of a folder, without sending anything',
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
      throw wrongUsage({
        fr: 'Indiquez au moins un fichier ou dossier.',
        en: 'Name at least one file or folder.',
      });
    }
    const out = options.get('out');
    const { files: paths, passedOver } = await filesNamed(positionals);
    if (out !== undefined) await assertApart(out, { files: paths });
    const names = namesApart(paths);
    const files = await Promise.all(
      paths.map(async (path, position) => ({
        ...(await readUpload(path)),
        name: names[position] ?? path,
      })),
    );
    const settings = readStudySettings();
    const examined = examineCentre(files, settings, circumstancesAt(new Date().toISOString())).map(judged);
    const reports = reportsOn(examined, settings);
    if (options.has('json')) printJson(terminal, reports);
    else for (const each of reports) print(reportText(each, language));
    if (passedOver.length > 0) report(say(notLookedAt(passedOver)));
    if (out !== undefined) await writeFolder(out, annotationsOf(examined, language));
    else if (examined.some(({ examination }) => findingsOf(examination).length > 0))
      report(say(HOW_TO_ANNOTATE));
    return examined.some(({ examination }) => examination.verdict === 'refused') ? EXIT.no : EXIT.done;
  },
};
