import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { resultPage } from '#shared/result-report/page/result-page.ts';
import { publishedCohort } from '#test/result-report/published-cohorts.ts';
import { launchedBrowser, NO_BROWSER } from './browser.ts';

/*
 * `npm run pictures` writes the picture of the report that the README shows: the top of the page of the sample cohort, in
 * French and in light.
 */
const PICTURE = join(import.meta.dirname, '../../docs/report.png');
const SIZE = { width: 1100, height: 1000 };

const browser = await launchedBrowser();
if (browser === undefined) throw new Error(NO_BROWSER);
const folder = await mkdtemp(join(tmpdir(), 'ctmri-pictures-'));
try {
  const file = join(folder, 'report.html');
  await writeFile(file, resultPage(await publishedCohort('thesis')));
  const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light' });
  await page.goto(pathToFileURL(file).href);
  await page.screenshot({ path: PICTURE });
  console.log(PICTURE);
} finally {
  await browser.close();
  await rm(folder, { recursive: true });
}
