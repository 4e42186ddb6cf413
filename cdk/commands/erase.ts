import type { Bilingual } from '#shared/language.ts';
import { type Command, CommandFailure, EXIT, type ExitCode, type Terminal } from './command.ts';
import { fileErasure } from './erasure/erase-file.ts';
import { patientErasure } from './erasure/erase-patient.ts';
import type { ErasedStudy } from './erasure/erased-study.ts';
import { eraseAll } from './erasure/erasure.ts';
import { type ErasureTarget, targetOf } from './erasure/erasure-target.ts';
import {
  findingsText,
  nothingFound,
  OUT_OF_REACH,
  PATIENT_PLAN,
  publishedText,
  unsearchableText,
} from './erasure/erasure-texts.ts';
import { countsOf, isEmpty, listed } from './erasure/findings.ts';
import { frozenFrom } from './erasure/frozen-inputs.ts';
import { recordErasure } from './erasure/record-erasure.ts';
import { foldersWithVersions } from './erasure/stored-versions.ts';
import { JSON_OPTION, printJson } from './json-output.ts';
import { BY_OPTION, signature } from './signature.ts';
import { connectToStudy } from './study-connection.ts';

export const erase: Command = {
  usage: 'erase CENTRE (--file NAME | --patient ID) [--yes] [--by NAME] [--json]',
  examples: [
    'erase rouen --patient P12',
    'erase rouen --patient P12 --yes',
    'erase rouen --file pairs-2025.csv --yes',
  ],
  summary: {
    fr: 'efface pour de bon un fichier ou un patient d’un centre : toutes les versions, rapports et lignes ; sans --yes, montre seulement ce qui partirait',
    en: 'erases a file or a patient of a centre for good: all versions, reports and rows; without --yes, only shows what would go',
  },
  options: {
    file: {
      value: 'NAME',
      summary: {
        fr: 'le fichier uploads/CENTRE/NAME ; « erase CENTRE NAME.csv » dit la même chose',
        en: 'the file uploads/CENTRE/NAME; "erase CENTRE NAME.csv" says the same',
      },
    },
    patient: {
      value: 'ID',
      summary: {
        fr: 'le pseudonyme d’un patient du centre ; « erase CENTRE ID » dit la même chose',
        en: 'the pseudonym of a patient of the centre; "erase CENTRE ID" says the same',
      },
    },
    yes: { summary: { fr: 'efface vraiment', en: 'really erases' } },
    by: BY_OPTION,
    json: JSON_OPTION,
  },
  answersNo: {
    fr: 'rien n’est effacé : --yes manque, ou rien de tel n’est là',
    en: 'nothing is erased: --yes is absent, or nothing such is there',
  },
  run: async (call, terminal) => {
    const target = targetOf(call);
    const yes = call.options.has('yes');
    const options = {
      yes,
      json: call.options.has('json'),
      // Before anything else is asked for; only what is done is recorded.
      by: yes ? signature(call, terminal.environment) : '',
    };
    return eraseFrom(await connectToStudy(terminal), target, options, terminal);
  },
};

/** Erases, or shows what would go. */
export async function eraseFrom(
  study: ErasedStudy,
  target: ErasureTarget,
  { yes, json, by }: { readonly yes: boolean; readonly json: boolean; readonly by: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const say = (text: Bilingual) => (json ? terminal.report : terminal.print)(terminal.say(text));
  const sayAll = (texts: Iterable<Bilingual>) => {
    for (const text of texts) say(text);
  };
  const { kind, centre, name } = target;
  const erasure =
    kind === 'file'
      ? fileErasure(study, centre, name, terminal)
      : patientErasure(study, centre, name, terminal);
  terminal.report(
    terminal.say({ fr: 'recherche dans toutes les versions …', en: 'searching all versions …' }),
  );
  const planned = await erasure.look();
  sayAll(unsearchableText(planned));
  if (isEmpty(planned)) {
    const folders = await foldersWithVersions(study.s3, study.outputs.BucketName);
    throw new CommandFailure(nothingFound(target, folders), EXIT.no);
  }
  const frozen = await frozenFrom(study, planned.uploads);
  sayAll(findingsText(planned));
  if (kind === 'patient') say(PATIENT_PLAN);
  sayAll(publishedText(frozen));
  const about = { kind, centre, frozen };
  if (!yes) {
    say({
      fr: 'Rien n’est effacé. Pour effacer : la même commande avec --yes.',
      en: 'Nothing is erased. To erase: the same command with --yes.',
    });
    if (json) printJson(terminal, { ...about, complete: false, erased: null, left: listed(planned) });
    return EXIT.no;
  }
  const record = await recordErasure(study, {
    ...about,
    frozen: [...frozen],
    by,
    beganAt: new Date().toISOString(),
    endedAt: null,
    complete: null,
    erased: countsOf(planned),
    versionIds: planned.uploads.map(({ versionId }) => versionId),
  });
  const { erased, left } = await eraseAll(study, erasure, planned, terminal);
  const complete = isEmpty(left);
  await record.end({ endedAt: new Date().toISOString(), complete, erased });
  say({
    fr: `effacé : ${erased.uploadVersions} version(s) de fichiers, ${erased.reportVersions} de rapports, ${erased.rows} ligne(s), ${erased.records} enregistrement(s) ; noté dans ${record.key}`,
    en: `erased: ${erased.uploadVersions} version(s) of files, ${erased.reportVersions} of reports, ${erased.rows} row(s), ${erased.records} record(s); noted in ${record.key}`,
  });
  if (complete) {
    say({
      fr: 'Vérifié : une nouvelle recherche ne trouve plus rien.',
      en: 'Verified: another search finds nothing any more.',
    });
  } else {
    say({ fr: 'Il reste, à reprendre par la même commande :', en: 'Left, for the same command again:' });
    sayAll(findingsText(left));
  }
  sayAll(unsearchableText(left));
  sayAll(OUT_OF_REACH);
  if (json) printJson(terminal, { ...about, complete, erased, left: listed(left), record: record.key });
  return complete ? EXIT.done : EXIT.failed;
}
