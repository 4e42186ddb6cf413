import { randomBytes } from 'node:crypto';
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
import { deployedSettings } from '#cdk/commands/status/deployed-settings.ts';
import { connectToStudy, type StudyConnection } from '#cdk/commands/study-connection.ts';
import { MILLISECONDS_PER_DAY } from '#shared/calendar.ts';
import {
  type Invitation,
  invitationId,
  LINK_DAYS,
  LONGEST_LINK_NAME,
  linkOf,
  SECRET_BYTES,
  shortLinkId,
} from '#shared/desk/invitation.ts';
import { putInvitation } from './stored-invitations.ts';

export const invite: Command = {
  usage: 'invite CENTRE|--coordinator [--days N] [--name NAME] [--json]',
  examples: ['invite rouen --name "Dr Martin"', 'invite --coordinator --days 30 --name "A. Durand"'],
  summary: {
    fr: 'fait un lien vers la page où un centre dépose ses fichiers et lit les réponses, sans compte ni terminal',
    en: 'makes a link to the page where a centre sends its files and reads the answers, without account or terminal',
  },
  options: {
    coordinator: {
      summary: {
        fr: 'un lien qui montre l’état de tous les centres, sans leurs fichiers',
        en: 'a link that shows the state of all centres, without their files',
      },
    },
    days: {
      value: 'N',
      summary: {
        fr: `pendant combien de jours il vaut : ${LINK_DAYS.usual}, au plus ${LINK_DAYS.most}`,
        en: `for how many days it is good: ${LINK_DAYS.usual}, at most ${LINK_DAYS.most}`,
      },
    },
    name: { value: 'NAME', summary: { fr: 'pour qui il est', en: 'whom it is for' } },
    json: JSON_OPTION,
  },
  run: async (call, terminal) => {
    const wanted = readWanted(call);
    return inviteTo(await connectToStudy(terminal), wanted, call, terminal, new Date());
  },
};

export interface Wanted extends Pick<Invitation, 'role' | 'centre' | 'name'> {
  readonly days: number;
}

function readWanted({ positionals: [centre, ...others], options }: Call): Wanted {
  const isCoordinator = options.has('coordinator');
  if (others.length > 0 || isCoordinator === (centre !== undefined)) {
    throw wrongUsage({
      fr: 'Indiquez un centre, ou --coordinator.',
      en: 'Name a centre, or say --coordinator.',
    });
  }
  const days = options.get('days') ?? String(LINK_DAYS.usual);
  if (!/^[1-9]\d{0,2}$/.test(days) || Number(days) > LINK_DAYS.most) {
    throw wrongUsage({
      fr: `--days attend un nombre de jours, de 1 à ${LINK_DAYS.most}.`,
      en: `--days takes a number of days, from 1 to ${LINK_DAYS.most}.`,
    });
  }
  const name = options.get('name')?.trim() || null;
  if (name !== null && ([...name].length > LONGEST_LINK_NAME || /\p{C}/u.test(name))) {
    throw wrongUsage({
      fr: `--name attend un nom de ${LONGEST_LINK_NAME} caractères au plus.`,
      en: `--name takes a name of at most ${LONGEST_LINK_NAME} characters.`,
    });
  }
  const role = isCoordinator ? ('coordinator' as const) : ('centre' as const);
  return { role, centre: centre ?? null, name, days: Number(days) };
}

type DeskConnection = Pick<StudyConnection, 'database' | 'lambda' | 'outputs'>;

/** Makes a link, and keeps all of it but its secret. */
export async function newLink(
  { database, outputs }: Pick<DeskConnection, 'database' | 'outputs'>,
  { days, ...invited }: Wanted,
  now: Date,
): Promise<{ readonly link: string; readonly invitation: Invitation }> {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  const invitation: Invitation = {
    id: await invitationId(secret),
    ...invited,
    created: now.toISOString(),
    expires: new Date(now.getTime() + days * MILLISECONDS_PER_DAY).toISOString(),
    revoked: null,
  };
  await putInvitation(database, outputs.TableName, invitation);
  return { link: linkOf(outputs.DeskUrl, secret), invitation };
}

/** Makes a link for somebody, and shows it this once. */
export async function inviteTo(
  study: DeskConnection,
  wanted: Wanted,
  { options }: Pick<Call, 'options'>,
  terminal: Terminal,
  now: Date,
): Promise<ExitCode> {
  const { centre } = wanted;
  const { centres } = await deployedSettings(study.lambda, study.outputs.StatisticsFunctionName);
  if (centre !== null && !centres.includes(centre)) throw notOfTheStudy(centre, centres);
  const { link, invitation } = await newLink(study, wanted, now);
  const shortId = shortLinkId(invitation);
  if (options.has('json')) printJson(terminal, { link, ...invitation, id: shortId });
  else terminal.print(link);
  terminal.report(terminal.say(advice(invitation.expires.slice(0, 10), shortId)));
  return EXIT.done;
}

const advice = (lastDay: string, shortId: string) => ({
  fr: `Ce lien n’est montré qu’une fois et vaut une clé jusqu’au ${lastDay} : envoyez-le à cette seule personne. Pour y mettre fin : npm run ctmri -- revoke ${shortId}`,
  en: `This link is shown only this once and is a key until ${lastDay}: send it to that person alone. To end it: npm run ctmri -- revoke ${shortId}`,
});

const notOfTheStudy = (centre: string, centres: readonly string[]): CommandFailure =>
  new CommandFailure({
    fr: `${centre} n’est pas un centre de l’étude déployée (${centres.join(', ')}).`,
    en: `${centre} is no centre of the deployed study (${centres.join(', ')}).`,
  });
