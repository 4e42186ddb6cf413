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
import { connectToStudy, type StudyConnection } from '#cdk/commands/study-connection.ts';
import { SHORT_ID_DIGITS, shortLinkId } from '#shared/desk/invitation.ts';
import { revokeInvitation, storedInvitations } from './stored-invitations.ts';

export const revoke: Command = {
  usage: 'revoke ID [--json]',
  examples: ['revoke 3f9a1c20'],
  summary: {
    fr: 'met fin à un lien vers la page des centres, par l’id que montre « invitations »',
    en: 'ends a link to the page of the centres, by the id that "invitations" shows',
  },
  options: { json: JSON_OPTION },
  run: async (call, terminal) => {
    const [id, ...others] = call.positionals;
    if (id === undefined || others.length > 0 || !ID.test(id)) {
      throw wrongUsage({
        fr: `Indiquez l’id d’un lien (${SHORT_ID_DIGITS} chiffres hexadécimaux) : npm run ctmri -- invitations`,
        en: `Give the id of a link (${SHORT_ID_DIGITS} hexadecimal digits): npm run ctmri -- invitations`,
      });
    }
    return revokeLink(await connectToStudy(terminal), id, call, terminal, new Date());
  },
};

const ID = new RegExp(`^[0-9a-f]{${SHORT_ID_DIGITS},64}$`);

export async function revokeLink(
  { database, outputs }: Pick<StudyConnection, 'database' | 'outputs'>,
  id: string,
  { options }: Pick<Call, 'options'>,
  terminal: Terminal,
  now: Date,
): Promise<ExitCode> {
  const meant = (await storedInvitations(database, outputs.TableName)).filter((one) => one.id.startsWith(id));
  const [invitation, ...others] = meant;
  if (invitation === undefined) throw unknown(id);
  if (others.length > 0) throw ambiguous(meant.map((one) => one.id));
  const revoked = invitation.revoked ?? now.toISOString();
  // Who revokes twice gets the same answer, and the first time stays.
  if (invitation.revoked === null) await revokeInvitation(database, outputs.TableName, invitation, revoked);
  if (options.has('json')) {
    printJson(terminal, { ...invitation, id: shortLinkId(invitation), revoked });
  } else {
    const whom = [invitation.centre, invitation.name].filter((part) => part !== null).join(', ');
    const about = whom === '' ? id : `${id} (${whom})`;
    terminal.print(
      terminal.say({
        fr: `Le lien ${about} ne vaut plus rien. Ce qu’il a signé (un envoi, un téléchargement) peut encore servir dix minutes.`,
        en: `The link ${about} is good for nothing any more. What it has signed (a sending, a download) may serve ten minutes more.`,
      }),
    );
  }
  return EXIT.done;
}

const unknown = (id: string): CommandFailure =>
  new CommandFailure({
    fr: `${id} n’est l’id d’aucun lien. Voyez : npm run ctmri -- invitations`,
    en: `${id} is the id of no link. See: npm run ctmri -- invitations`,
  });

const ambiguous = (ids: readonly string[]): CommandFailure =>
  new CommandFailure({
    fr: `Plusieurs liens commencent ainsi : ${ids.join(', ')}. Donnez plus de chiffres.`,
    en: `Several links begin so: ${ids.join(', ')}. Give more digits.`,
  });
