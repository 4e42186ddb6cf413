import {
  assertNoArgument,
  type Call,
  type Command,
  EXIT,
  type ExitCode,
  type Terminal,
} from '#cdk/commands/command.ts';
import { JSON_OPTION, printJson } from '#cdk/commands/json-output.ts';
import { connectToStudy, type StudyConnection } from '#cdk/commands/study-connection.ts';
import { terminalTable } from '#cdk/commands/terminal-table.ts';
import { type InvitationState, invitationState, shortLinkId } from '#shared/desk/invitation.ts';
import { type Bilingual, bothLanguages, sameInBoth, type Titles } from '#shared/language.ts';
import { NO_VALUE } from '#shared/presentation/figures.ts';
import { storedInvitations } from './stored-invitations.ts';

export const invitations: Command = {
  usage: 'invitations [--json]',
  examples: ['invitations'],
  summary: {
    fr: 'dit quels liens vers la page des centres ont été faits, pour qui et jusqu’à quand ; jamais les liens eux-mêmes',
    en: 'says which links to the page of the centres were made, for whom and until when; never the links themselves',
  },
  options: { json: JSON_OPTION },
  run: async (call, terminal) => {
    assertNoArgument(call);
    return listInvitations(await connectToStudy(terminal), call, terminal, new Date());
  },
};

const STATES: Titles<InvitationState> = {
  good: { fr: 'valable', en: 'good' },
  expired: { fr: 'échu', en: 'expired' },
  revoked: { fr: 'révoqué', en: 'revoked' },
};
const COORDINATOR: Bilingual = { fr: 'coordinateur', en: 'coordinator' };
const HEADINGS: readonly Bilingual[] = [
  { fr: 'id', en: 'id' },
  { fr: 'centre', en: 'centre' },
  { fr: 'pour', en: 'for' },
  { fr: 'fait le', en: 'made on' },
  { fr: 'jusqu’au', en: 'until' },
  { fr: 'état', en: 'state' },
];

export async function listInvitations(
  { database, outputs }: Pick<StudyConnection, 'database' | 'outputs'>,
  { options }: Pick<Call, 'options'>,
  terminal: Terminal,
  now: Date,
): Promise<ExitCode> {
  const listed = (await storedInvitations(database, outputs.TableName)).map((invitation) => ({
    ...invitation,
    id: shortLinkId(invitation),
    state: invitationState(invitation, now.toISOString()),
  }));
  if (options.has('json')) printJson(terminal, listed);
  else if (listed.length === 0) terminal.print(terminal.say(NONE));
  else {
    const rows = listed.map(({ id, centre, name, created, expires, state }) => [
      sameInBoth(id),
      centre === null ? oneLine(COORDINATOR) : sameInBoth(centre),
      sameInBoth(name ?? NO_VALUE),
      sameInBoth(created.slice(0, 10)),
      sameInBoth(expires.slice(0, 10)),
      oneLine(STATES[state]),
    ]);
    terminal.print(terminalTable({ title: TITLE, headings: HEADINGS, rows }, terminal.language).trimEnd());
  }
  return EXIT.done;
}

const TITLE: Bilingual = { fr: 'Liens vers la page des centres', en: 'Links to the page of the centres' };
const NONE: Bilingual = {
  fr: 'Aucun lien n’a été fait. Pour en faire un : npm run ctmri -- invite CENTRE',
  en: 'No link was made. To make one: npm run ctmri -- invite CENTRE',
};
const oneLine = (word: Bilingual) => ({ ...word, both: bothLanguages(word) });
