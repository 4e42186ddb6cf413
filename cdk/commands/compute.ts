import { codeCommit, codeVersion } from '#cdk/code-version.ts';
import { limitHeapGrowth } from '#functions/heap-growth.ts';
import { studyComputation } from '#shared/analyses/study-computation.ts';
import { manifestText } from '#shared/publication/manifest.ts';
import { TABLES_FILE } from '#shared/publication/table-files.ts';
import { sha256 } from '#shared/sha256.ts';
import { MANIFEST_FILE, uploadKey } from '#shared/storage/bucket-keys.ts';
import type { FileInForce } from '#shared/storage/centre-head.ts';
import { KeptRows, rowsOfFiles } from '#shared/study/kept-rows.ts';
import { circumstancesAt } from '#shared/validation/circumstances.ts';
import { contentsOf } from '#shared/validation/examination.ts';
import { judgeCentre } from '#shared/validation/examine-centre.ts';
import { localReport } from './check.ts';
import { A_FILE_IS_REFUSED, type Command, EXIT, wrongUsage } from './command.ts';
import { cohortPaths, readUploads } from './files.ts';
import { assertApart, writeFolder } from './output-folder.ts';
import { printResults } from './print-results.ts';
import { readStudySettings } from './study-settings.ts';

/** Nothing was uploaded, so no object has a version. */
const NO_VERSION = 'local';

export const compute: Command = {
  usage: 'compute DIR --out DIR',
  examples: ['compute test/cohort/thesis --out results', 'compute data --out "$HOME/study"'],
  summary: {
    fr: 'calcule l’étude des fichiers DIR/<centre>/*.csv, sans AWS',
    en: 'computes the study of the files DIR/<centre>/*.csv, without AWS',
  },
  options: {
    out: { value: 'DIR', summary: { fr: 'où écrire les tableaux', en: 'where to write the tables' } },
  },
  answersNo: A_FILE_IS_REFUSED,
  run: async ({ positionals: [folder, ...others], options }, terminal) => {
    const out = options.get('out');
    if (folder === undefined || others.length > 0 || out === undefined) {
      throw wrongUsage({
        fr: 'Indiquez un dossier de centres et --out.',
        en: 'Name one folder of centres and --out.',
      });
    }
    await assertApart(out, { folders: [folder] });
    const settings = readStudySettings();
    const started = new Date();
    const circumstances = circumstancesAt(started.toISOString());
    const files: FileInForce[] = [];
    const rows: KeptRows[] = [];
    let refused = 0;
    // One centre after the other: of its files, which are many times as large as their rows, only these are kept.
    for (const [centre, paths] of await cohortPaths(folder)) {
      const judged = judgeCentre(await readUploads(paths), settings, circumstances);
      for (const { name, bytes, examination } of judged) {
        if (examination.verdict === 'refused') {
          refused += 1;
          terminal.report(localReport({ name: `${centre}/${name}`, bytes, examination }, terminal.language));
          continue;
        }
        rows.push(new KeptRows(centre, examination.table, contentsOf(examination.rows)));
        files.push({
          centre,
          key: uploadKey(centre, name),
          versionId: NO_VERSION,
          sha256: await sha256(bytes),
          table: examination.table,
          rows: examination.rows.length,
          at: started.toISOString(),
          generation: '',
        });
      }
    }
    limitHeapGrowth();
    const made = { settings, codeVersion: codeVersion() };
    const { tables, manifest } = await studyComputation.computeResult({
      ...made,
      commit: codeCommit(),
      id: await studyComputation.nameResult({ ...made, files, pending: [] }),
      files: files.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
      rows: rowsOfFiles(rows),
      pending: [],
      started,
      now: () => new Date(),
    });
    await writeFolder(out, new Map([...tables, [MANIFEST_FILE, manifestText(manifest)]]));
    printResults(tables.get(TABLES_FILE) ?? '', terminal);
    return refused > 0 ? EXIT.no : EXIT.done;
  },
};
