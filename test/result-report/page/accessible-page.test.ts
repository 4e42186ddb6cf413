import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { resultPage } from '#shared/result-report/page/result-page.ts';
import { launchedBrowser, NO_BROWSER } from '#test/browser/browser.ts';
import { violationsOf } from '#test/browser/violations.ts';
import { publishedCohort } from '../published-cohorts.ts';

const browser = await launchedBrowser();
const folder = await mkdtemp(join(tmpdir(), 'ctmri-page-'));
const file = join(folder, 'report.html');
// Of the sample cohort, which has every part of the page, and the lesions one by one.
await writeFile(file, resultPage(await publishedCohort('listed')));

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true });
});

beforeEach((context) => {
  if (browser === undefined) context.skip(NO_BROWSER);
});

const VIEWS = (['fr', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((theme) => [1280, 390].map((width) => ({ language, theme, width }))),
);

async function opened({ language, theme, width }: (typeof VIEWS)[number]) {
  if (browser === undefined) throw new Error(NO_BROWSER);
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: theme,
    bypassCSP: true,
  });
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  if (language === 'en') await page.check('#in-english');
  return { context, page };
}

describe.each(VIEWS)('the page in $language, $theme, $width px wide', (view) => {
  it('is no wider than the screen, shows one language, and has nothing that axe finds', async () => {
    const { context, page } = await opened(view);
    const seen = await page.evaluate(
      `[document.documentElement.scrollWidth, ...['fr', 'en'].map((lang) =>
        [...document.querySelectorAll('main [lang=' + lang + ']')].some((part) => part.checkVisibility()))]`,
    );
    expect(seen).toEqual([view.width, view.language === 'fr', view.language === 'en']);

    // axe takes its time for each element: every other row of a table in full is alike, and nobody sees the other language.
    const others = [
      ...['.full tbody tr:nth-child(n+3)', '.full tbody:nth-of-type(n+3)'],
      ...(view.language === 'fr' ? ['main [lang=en]', 'main b'] : ['main [lang=fr]', 'main i']),
    ];
    await page.evaluate(`for (const other of document.querySelectorAll('${others.join()}')) other.remove()`);
    const found = await violationsOf(page);
    await context.close();
    expect(found).toEqual([]);
  });
});

it('on a phone, the title of a table is no wider than the screen, however wide the table', async () => {
  const { context, page } = await opened({ language: 'fr', theme: 'light', width: 390 });
  const widest = (name: string) =>
    `Math.max(...[...document.querySelectorAll('main ${name}')].map(({ offsetWidth }) => offsetWidth))`;
  expect(await page.evaluate(widest('table'))).toBeGreaterThan(390);
  expect(await page.evaluate(widest('caption'))).toBeLessThanOrEqual(390);
  await context.close();
});

describe('a table in full', () => {
  const isLaidOut = `document.querySelector('#table-points table').checkVisibility({ contentVisibilityAuto: true })`;

  it('is laid out when a link leads to it, which ends there', async () => {
    const { context, page } = await opened({ language: 'fr', theme: 'light', width: 1280 });
    expect(await page.evaluate(isLaidOut)).toBe(false);
    await page.click('.names a[href="#table-points"]');
    await expect.poll(() => page.evaluate(isLaidOut)).toBe(true);
    const fromTop = `Math.abs(document.querySelector('#table-points').getBoundingClientRect().top)`;
    await expect.poll(() => page.evaluate(fromTop)).toBeLessThan(40);
    await context.close();
  });

  it('is on paper as every other', async () => {
    const { context, page } = await opened({ language: 'fr', theme: 'light', width: 1280 });
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(isLaidOut)).toBe(true);
    await context.close();
  });
});
