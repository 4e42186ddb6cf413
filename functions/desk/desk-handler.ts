import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { centreList, readEnvironment, studySettings } from '#functions/environment.ts';
import { failureOf, type Log } from '#functions/log.ts';
import { shortLinkId } from '#shared/desk/invitation.ts';
import { type HttpAnswer, jsonAnswer } from './answer.ts';
import type { DeskSettings } from './desk-settings.ts';
import { invitationReader } from './invitation-reader.ts';
import { type PageFiles, pageServer } from './page-files.ts';
import { DeskRefusal, refusalAnswer } from './refusal.ts';
import { assertShort, bearerOf, type DeskRequest, readRequest } from './request.ts';
import type { RightsOf } from './rights.ts';
import { ROUTES } from './routes.ts';

const environmentSchema = z.object({
  BUCKET: z.string(),
  TABLE: z.string(),
  CENTRES: centreList,
  RULES: z.string(),
  STUDY_SETTINGS: studySettings,
});

/** What the desk works on and with. */
export interface DeskResources {
  /** With the desk's own rights, which are to read an invitation. */
  readonly database: DynamoDBDocumentClient;
  readonly rightsOf: RightsOf;
  readonly page: PageFiles;
  /** Where the bucket is for a browser. */
  readonly bucketOrigin: () => Promise<string>;
  readonly now: () => Date;
  readonly log: Log;
}

/** What is known of a request by its end, for the log: never the link, a file's name or a cell. */
interface Noted {
  route: string | null;
  link: string | null;
  centre: string | null;
}

/** Answers requests to the desk's address: the page to anybody, the API to whoever has a link. */
export function deskHandler(
  environment: NodeJS.ProcessEnv,
  resources: DeskResources,
): (event: unknown) => Promise<HttpAnswer> {
  const { BUCKET, TABLE, CENTRES, RULES, STUDY_SETTINGS } = readEnvironment(environmentSchema, environment);
  const settings = { bucket: BUCKET, table: TABLE, centres: CENTRES, rules: RULES, study: STUDY_SETTINGS };
  const { database, now, log } = resources;
  const readInvitation = invitationReader(database, TABLE, CENTRES, now);
  const servePage = pageServer(resources.page, resources.bucketOrigin);

  return async (event) => {
    const began = now().getTime();
    const request = readRequest(event);
    const noted: Noted = { route: null, link: null, centre: null };
    const answer = await answered(request, noted, { resources, settings, readInvitation, servePage });
    const milliseconds = now().getTime() - began;
    log('desk-request', { ...noted, status: answer.statusCode, milliseconds });
    return answer;
  };
}

interface Desk {
  readonly resources: DeskResources;
  readonly settings: DeskSettings;
  readonly readInvitation: ReturnType<typeof invitationReader>;
  readonly servePage: ReturnType<typeof pageServer>;
}

async function answered(request: DeskRequest, noted: Noted, desk: Desk): Promise<HttpAnswer> {
  try {
    assertShort(request);
    const page = await desk.servePage(request);
    if (page === undefined) return await answerOfApi(request, noted, desk);
    noted.route = 'page';
    return isRead(request) ? page : wrongMethod(request, ['GET', 'HEAD']);
  } catch (error) {
    if (error instanceof DeskRefusal) return jsonAnswer(refusalAnswer(error.code), request);
    desk.resources.log('desk-failed', { route: noted.route, ...failureOf(error) });
    return jsonAnswer(refusalAnswer('failed'), request);
  }
}

const isRead = ({ method }: DeskRequest): boolean => method === 'GET' || method === 'HEAD';

const wrongMethod = (request: DeskRequest, allowed: readonly string[]): HttpAnswer =>
  jsonAnswer(refusalAnswer('wrong_method'), request, { allow: allowed.join(', ') });

async function answerOfApi(
  request: DeskRequest,
  noted: Noted,
  { resources, settings, readInvitation }: Desk,
): Promise<HttpAnswer> {
  const there = ROUTES.filter(({ path }) => path === request.path);
  if (there.length === 0) throw new DeskRefusal('no_such_address');
  const route = there.find(({ method }) => method === request.method);
  if (route === undefined) {
    return wrongMethod(
      request,
      there.map(({ method }) => method),
    );
  }
  noted.route = `${route.method} ${route.path}`;
  const invitation = await readInvitation(bearerOf(request));
  if (invitation === undefined) throw new DeskRefusal('unknown_link');
  noted.link = shortLinkId(invitation);
  noted.centre = invitation.centre;
  if (!route.roles.includes(invitation.role)) throw new DeskRefusal('not_for_this_link');
  const rights = await resources.rightsOf(invitation);
  const body = await route.answer({ request, invitation, rights, settings, now: resources.now });
  return jsonAnswer({ status: 200, body }, request);
}
