import { API, linkSchema } from '#shared/desk/api.ts';
import { uploadFormSchema } from '#shared/desk/centre-api.ts';
import { resultsSchema } from '#shared/desk/coordinator-api.ts';
import { reportKeys } from '#shared/storage/bucket-keys.ts';
import { HEADS } from '#shared/storage/item-keys.ts';
import { hintMessage } from '#shared/storage/upload-hint.ts';
import { askedDesk, queryOf } from '#test/desk/asked-desk.ts';
import { invited } from '#test/desk/invited.ts';
import { type Hear, heardBy } from '#test/functions/world/clients.ts';
import { finish } from '#test/functions/world/deliveries.ts';
import { ingestIn, message } from '#test/functions/world/handlers.ts';
import { lesions, pairs, patients, patientsOfWrongSex } from '#test/functions/world/study-files.ts';
import { createWorld, type World } from '#test/functions/world/world.ts';

/** Who sends a command. */
export type Sender = 'ingest' | 'statistics' | 'report' | 'link of rouen' | 'link of a coordinator';

const DAYS = 24 * 60;

/** All that waits is done, and each command told of. */
async function settle(world: World, hearAs: (sender: Sender) => Hear): Promise<void> {
  for (;;) {
    if (world.messages.length > 0) await heardBy(hearAs('ingest'), () => world.deliver());
    else if (world.requests.length > 0) await heardBy(hearAs('statistics'), () => world.answerRequest());
    else if (world.reportRequests.length > 0)
      await heardBy(hearAs('report'), () => world.answerReportRequest());
    else return;
    await finish(world);
  }
}

/**
 * A study from its first file on: files of every kind come, are replaced, refused, freed, withdrawn, lost and damaged; nights
 * pass, results are told, frozen and cleared; a centre and a coordinator are at the desk.
 */
export async function tellScenario(hearAs: (sender: Sender) => Hear): Promise<World> {
  const world = createWorld({ watched: false });
  const settled = () => settle(world, hearAs);
  const night = async (minutes: number) => {
    world.wait(minutes);
    world.ask('schedule');
    world.askForReport();
    await settled();
  };
  const [PATIENTS, COPY, PAIRS] = ['patients', 'copy of + é', 'pairs'].map(
    (name) => `uploads/rouen/${name}.csv`,
  );
  const send = async (key = '', content = '') => {
    world.upload(key, content);
    await settled();
    world.wait(1);
  };
  await send(PATIENTS, patients(1, 2));
  await send(PATIENTS, patients(1, 2, 3));
  await send(COPY, patients(3));
  await send(PAIRS, pairs(100, 1, 2));
  await send('uploads/rouen/lesions.csv', lesions(1, 1, 2));
  await send('uploads/lille/patients.csv', patientsOfWrongSex(5));
  await send('uploads/lille/patients.csv', patients(5));
  await send('uploads/nowhere/patients.csv', patients(6));
  await send('uploads/rouen/2019/too deep.csv', patients(7));
  world.remove(PATIENTS ?? '');
  await settled();
  await night(DAYS);

  const ask = askedDesk(world);
  const links = {
    'link of rouen': await invited(world, { centre: 'rouen' }),
    'link of a coordinator': await invited(world, { centre: null, role: 'coordinator' }),
  };
  const at = (
    sender: keyof typeof links,
    path: string,
    query: Record<string, string> = {},
    method = 'GET',
    body?: object,
  ) =>
    heardBy(hearAs(sender), () =>
      ask({ path, method, query: queryOf(query), secret: links[sender], ...(body && { body }) }),
    );
  const version = world.bucket.current(COPY ?? '')?.versionId ?? '';
  const named = { name: 'copy of + é.csv', version };
  for (const path of [API.session, API.files, API.latest]) await at('link of rouen', path);
  await at('link of rouen', API.report, named);
  // What is signed for the browser, it asks for with the rights of the link.
  const asBrowser = hearAs('link of rouen');
  for (const path of [API.file, API.annotated]) {
    const { url } = linkSchema.parse((await at('link of rouen', path, named)).json());
    const { pathname, searchParams } = new URL(url);
    const VersionId = searchParams.get('versionId') ?? undefined;
    asBrowser('GetObjectCommand', { Key: decodeURIComponent(pathname.slice(1)), VersionId });
  }
  const upload = { name: 'more.csv', bytes: 1, sha256: 'ab'.repeat(32) };
  const form = await at('link of rouen', API.uploads, {}, 'POST', upload);
  asBrowser('PutObjectCommand', { Key: uploadFormSchema.parse(form.json()).fields['key'] });
  await at('link of rouen', API.file, named, 'DELETE');
  world.tell(COPY ?? '');
  await night(DAYS);
  for (const path of [API.session, API.study, API.latest]) await at('link of a coordinator', path);
  const { results } = resultsSchema.parse((await at('link of a coordinator', API.results)).json());
  const [to = '', from = ''] = results.map(({ id }) => id);
  await at('link of a coordinator', API.difference, { from, to });
  await at('link of a coordinator', API.freeze, {}, 'POST', {
    id: from,
    name: 'article-2026',
    why: 'submitted',
  });

  // What befalls the table and the bucket, and what time does.
  world.loseItems(({ pk }) => pk.startsWith('ROWS#rouen'));
  world.alterItems(({ pk, sk }) => (pk === HEADS && sk.endsWith('lille') ? {} : undefined));
  world.tamper(reportKeys(PAIRS ?? '').json, 'by hand');
  world.tamper(`results/${to}/tables.json`, 'by hand');
  world.upload('uploads/lille/more.csv', patients(8), 'lost');
  for (const minutes of [0, 10, DAYS, 8 * DAYS, 0]) await night(minutes);
  // By the handler itself, which hides the message.
  await heardBy(hearAs('ingest'), () =>
    world.run(
      async () => void (await ingestIn(world)({ Records: [message('m', hintMessage(PAIRS ?? ''))] })),
    ),
  );
  await finish(world);
  await settled();
  return world;
}
