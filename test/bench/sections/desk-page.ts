import type { Browser } from 'playwright-core';
import { launchedBrowser, NO_BROWSER } from '#test/browser/browser.ts';
import { servedDesk } from '#test/desk/served-desk.ts';
import type { Reaching } from '../aims.ts';
import { type Bench, say } from '../bench.ts';
import { longestTask, TRACED_TASKS } from '../main-thread.ts';
import { figure } from '../page.ts';
import { pairsFile } from '../pairs-file.ts';
import type { Section } from '../section.ts';

const PORT = 4_000 + (process.pid % 1_000) * 2;
const MOST_MILLISECONDS = 120_000;
/** Long enough for the page to have come to rest, or to show what was found. */
const SETTLED_MILLISECONDS = 500;

/** In the page, from its beginning: the longest time between two frames since it was last asked for. */
const WATCH_FRAMES = `
  let last = performance.now();
  let longest = 0;
  const frame = (now) => {
    longest = Math.max(longest, now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  globalThis.longestFrame = () => {
    const until = longest;
    longest = 0;
    return until;
  };`;

/** In milliseconds: by the clock, and of the processor. */
interface Held {
  readonly frame: number;
  readonly task: number;
}

/** The desk's page in a browser while it checks a file of as many rows as are permitted. */
export async function deskPage(bench: Bench): Promise<Section> {
  const heading = 'The desk’s page while it checks 200,000 rows';
  const browser = await launchedBrowser();
  if (browser === undefined) {
    const reaching: Reaching = new Map([['deskFrame', { why: 'no browser' }]]);
    return { heading, reaching, paragraphs: [`Not measured: ${NO_BROWSER}.`] };
  }
  const { frame, task } = await heldUp(browser, bench);
  return {
    heading,
    reaching: new Map([['deskFrame', [{ value: frame }]]]),
    paragraphs: [
      `In Chromium, from the drop of the file until its findings are shown, of ${bench.rounds} checks the middle one: the longest time between
two frames is ${figure(frame)} ms by the clock, during which whatever else the machine does counts too. The longest task of the page itself takes
${figure(task)} ms of the processor: the check runs beside it, in a worker, by ingest’s own code; what is left is to hand the file over.`,
    ],
  };
}

async function heldUp(browser: Browser, { folder, rounds }: Bench): Promise<Held> {
  const desk = await servedDesk(PORT);
  try {
    const path = pairsFile(folder);
    const held: Held[] = [];
    for (let round = 0; round < rounds; round += 1) {
      held.push(await checkedOnce(browser, desk.linkOf('beaujon'), path));
    }
    say(`desk: ${held.map(({ frame, task }) => `${figure(frame)} ms, ${figure(task)} ms CPU`).join('; ')}`);
    const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[rounds >> 1] ?? 0;
    return { frame: middle(held.map(({ frame }) => frame)), task: middle(held.map(({ task }) => task)) };
  } finally {
    desk.stop();
    await browser.close();
  }
}

async function checkedOnce(browser: Browser, link: string, path: string): Promise<Held> {
  const page = await browser.newPage({ locale: 'en-GB' });
  await page.addInitScript({ content: WATCH_FRAMES });
  await page.goto(link);
  await page.getByText('Accepted').first().waitFor({ timeout: MOST_MILLISECONDS });
  await page.waitForTimeout(SETTLED_MILLISECONDS);
  await browser.startTracing(page, { categories: TRACED_TASKS });
  await page.evaluate('longestFrame()');
  await page.setInputFiles('#files', path);
  // Attached, not visible: what asks whether it is visible holds up the frames that are measured.
  const checked = page.locator('article[aria-busy="false"]');
  await checked.waitFor({ state: 'attached', timeout: MOST_MILLISECONDS });
  await page.waitForTimeout(SETTLED_MILLISECONDS);
  const frame = Number(await page.evaluate('longestFrame()'));
  const task = longestTask(await browser.stopTracing());
  await page.close();
  return { frame, task };
}
