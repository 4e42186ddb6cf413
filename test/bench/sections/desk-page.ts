import type { Browser } from 'playwright-core';
import { launchedBrowser, NO_BROWSER } from '#test/browser/browser.ts';
import { servedDesk } from '#test/desk/served-desk.ts';
import type { Reaching } from '../aims.ts';
import { type Bench, say } from '../bench.ts';
import { figure } from '../page.ts';
import { pairsFile } from '../pairs-file.ts';
import type { Section } from '../section.ts';

const PORT = 4_000 + (process.pid % 1_000) * 2;
const MOST_MILLISECONDS = 120_000;
/** Long enough for the page to show what was found. */
const SETTLED_MILLISECONDS = 500;

/** In the page, from its beginning: the longest time between two frames, since it was last asked for. */
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

/** The desk's page in a browser while it checks a file of as many rows as are permitted. */
export async function deskPage(bench: Bench): Promise<Section> {
  const browser = await launchedBrowser();
  const milliseconds = browser === undefined ? undefined : await longestFrame(browser, bench);
  const reaching: Reaching = new Map([
    ['deskFrame', milliseconds === undefined ? { why: NO_BROWSER } : [{ value: milliseconds }]],
  ]);
  return {
    heading: 'The desk’s page while it checks 200,000 rows',
    reaching,
    paragraphs: [
      milliseconds === undefined
        ? `Not measured: ${NO_BROWSER}.`
        : `In Chromium, by the clock, from the drop of the file of 200,000 pairs until its findings are shown: the longest time between two
frames is ${figure(milliseconds)} ms, of ${bench.rounds} checks the middle one. The validation runs in a worker, by the code of ingest.`,
    ],
  };
}

async function longestFrame(browser: Browser, { folder, rounds }: Bench): Promise<number> {
  const desk = await servedDesk(PORT);
  try {
    const path = pairsFile(folder);
    const longest: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const page = await browser.newPage({ locale: 'en-GB' });
      await page.addInitScript({ content: WATCH_FRAMES });
      await page.goto(desk.linkOf('beaujon'));
      await page.getByText('Accepted').first().waitFor({ timeout: MOST_MILLISECONDS });
      await page.evaluate('longestFrame()');
      await page.setInputFiles('#files', path);
      await page.getByText('200,000 rows').first().waitFor({ timeout: MOST_MILLISECONDS });
      await page.waitForTimeout(SETTLED_MILLISECONDS);
      longest.push(Number(await page.evaluate('longestFrame()')));
      await page.close();
    }
    say(`desk, longest frames: ${longest.map(figure).join(', ')} ms`);
    return longest.toSorted((a, b) => a - b)[rounds >> 1] ?? 0;
  } finally {
    desk.stop();
    await browser.close();
  }
}
