import {
  type Call,
  type Command,
  CommandFailure,
  EXIT,
  type ExitCode,
  type Terminal,
  wrongUsage,
} from '#cdk/commands/command.ts';
import { JSON_OPTION, printJson } from '#cdk/commands/json-output.ts';
import { connectToStudy } from '#cdk/commands/study-connection.ts';
import { uploadKey } from '#shared/storage/bucket-keys.ts';
import { attentionTo } from './attention.ts';
import { readStatus } from './read-status.ts';
import { statusText } from './status-text.ts';
import { type StatusSources, type StudyStatus, studyStatus } from './study-status.ts';

export const status: Command = {
  usage: 'status [CENTRE] [--json]',
  examples: ['status', 'status rouen', 'status --json'],
  summary: {
    fr: 'dit où en est l’étude : les fichiers de chaque centre, ce qui est publié, ce qui demande une intervention',
    en: 'says how the study stands: each centre’s files, what is published, what needs a person',
  },
  options: { json: JSON_OPTION },
  answersNo: { fr: 'quelque chose demande une intervention', en: 'something needs a person' },
  run: async (call, terminal) => {
    if (call.positionals.length > 1) {
      throw wrongUsage({ fr: 'Indiquez un seul centre.', en: 'Name one centre only.' });
    }
    const study = await connectToStudy(terminal);
    terminal.report(
      terminal.say({
        fr: 'lecture du dépôt, de la base et des files …',
        en: 'reading bucket, table and queues …',
      }),
    );
    return showStatus(await readStatus(study, new Date()), call, terminal);
  },
};

export function showStatus(
  sources: StatusSources,
  { positionals: [centre], options }: Call,
  terminal: Terminal,
): ExitCode {
  const whole = studyStatus(sources);
  const shown = centre === undefined ? whole : ofOneCentre(whole, centre);
  const attention = attentionTo(shown);
  if (options.has('json')) printJson(terminal, { ...shown, attention });
  else terminal.print(statusText(shown, attention, terminal));
  return attention.length === 0 ? EXIT.done : EXIT.no;
}

/** The status with one centre's files; what is published and the queues are everybody's. */
function ofOneCentre(whole: StudyStatus, centre: string): StudyStatus {
  const centres = whole.centres.filter((other) => other.centre === centre);
  if (centres.length === 0) {
    const known = whole.centres
      .flatMap(({ centre: name, ofTheStudy }) => (ofTheStudy ? [name] : []))
      .join(', ');
    throw new CommandFailure({
      fr: `L’étude n’a pas de centre ${centre}, ni de fichier dans un dossier de ce nom. Ses centres : ${known}.`,
      en: `The study has no centre ${centre}, and no file in a folder of that name. Its centres: ${known}.`,
    });
  }
  const prefix = uploadKey(centre, '');
  return { ...whole, centres, awaited: whole.awaited.filter(({ key }) => key.startsWith(prefix)) };
}
