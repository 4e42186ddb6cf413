import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NO_BROWSER } from '#test/browser/browser.ts';
import { browser, dropped, linkFor, opened, savedBy, WAIT } from './desk-page.ts';
import { COHORT, PROJECT } from './local-computation.ts';
import { emptyStudy } from './study-bucket.ts';

/** The centre Caen as a hospital keeps it: sheets of its own, French titles, days as Excel has them, two cells wrong. */
const WORKBOOK = 'caen-with-two-errors.xlsx';
const PATIENTS = 'caen-with-two-errors - Patients.csv';
const CELLS = readFileSync(join(COHORT, 'caen', 'patients.csv'), 'utf8')
  .split('\n')
  .map((line) => line.split(','));

let link = '';
beforeAll(async () => {
  if (browser === undefined) return;
  await emptyStudy();
  ({ link } = await linkFor('caen'));
});
afterAll(async () => {
  await browser?.close();
  if (browser !== undefined) await emptyStudy();
});
beforeEach((context) => {
  if (browser === undefined) context.skip(NO_BROWSER);
});

describe('a centre, with its link alone', () => {
  it('takes templates before it has sent anything: workbooks, CSV, the dictionary', async () => {
    const { page, closed } = await opened(link);
    await page.getByText('Your centre has sent nothing yet.').waitFor(WAIT);
    const workbook = await savedBy(page, () => page.getByRole('button', { name: /^patients.xlsx/ }).click());
    expect(readFileSync(workbook, 'latin1').slice(0, 2)).toBe('PK');
    await page.getByText('As CSV, for Excel in French').click();
    const csv = await savedBy(page, () =>
      page
        .getByRole('button', { name: /^lesions.csv/ })
        .first()
        .click(),
    );
    expect(readFileSync(csv, 'utf8')).toMatch(/^\uFEFF?patient_id;/);
    const dictionary = await savedBy(page, () => page.getByRole('button', { name: 'Dictionary' }).click());
    expect(readFileSync(dictionary, 'utf8')).toContain('board_date');
    await closed();
  });

  it('sends all of its files from a workbook of its own, two cells mended on the page, and is answered', async () => {
    const { page, closed } = await opened(link);
    await page.setInputFiles('#files', join(PROJECT, 'test/hospital-files/workbooks', WORKBOOK));
    await page.getByText('2 problems').waitFor(WAIT);
    expect(await page.locator('.card .state.good').count()).toBe(2);
    await page.getByLabel(/^Line 4, sex/).fill(CELLS[3]?.[1] ?? '');
    await page.getByRole('button', { name: /^Mend: Line 4, sex/ }).click();
    await page.getByLabel(/^Line 4, sex/).waitFor({ ...WAIT, state: 'detached' });
    await page.getByLabel(/^Line 6, board_date/).fill(CELLS[5]?.[3] ?? '');
    await page.keyboard.press('Enter');
    await page.locator('.card .state.good').nth(2).waitFor(WAIT);
    await page.getByRole('button', { name: 'Send all' }).click();
    await page.locator('.note .state', { hasText: 'Accepted by the study' }).nth(2).waitFor(WAIT);
    await page.locator('.note').getByText('Enter the study: 5 patients of 11, 7 pairs of 13').waitFor(WAIT);
    await page.locator('.files').getByText('Enter the study: 5 patients of 14, 7 pairs of 13').waitFor(WAIT);
    await closed();
  });

  it('sends another version of a file, and sees what it changes, its versions, and the file annotated', async () => {
    const { page, closed } = await opened(link);
    const lines = CELLS.map((cells) => cells.join(',')).toSpliced(2, 1);
    await page.getByRole('article', { name: PATIENTS }).waitFor(WAIT);
    await page.setInputFiles('#files', dropped('fewer.csv', lines.join('\n')));
    await page.getByLabel('Send as').selectOption(PATIENTS);
    await page.getByText('Against before: 0 added, 0 changed, 1 removed').waitFor(WAIT);
    await page.getByRole('button', { name: /^Send: / }).click();
    await page.locator('.note .state', { hasText: 'Accepted by the study' }).waitFor(WAIT);
    const card = page.getByRole('listitem').getByRole('article', { name: PATIENTS });
    await card.getByText('Versions (2)').waitFor(WAIT);
    await card.getByText('What the study says of it').click();
    await card.getByText('0 added, 0 changed, 1 removed').waitFor(WAIT);
    const annotated = await savedBy(page, () => card.getByRole('button', { name: 'Annotated file' }).click());
    expect(readFileSync(annotated, 'utf8')).toMatch(/^\uFEFFpatient_id,.*problem: 2 /);
    const workbook = await savedBy(page, () =>
      card.getByRole('button', { name: 'Annotated, as Excel' }).click(),
    );
    expect(readFileSync(workbook, 'latin1').slice(0, 2)).toBe('PK');
    await closed();
  });

  it('reads the report of all centres, once a result is published', async () => {
    const { page, closed } = await opened(link);
    const open = page.getByRole('button', { name: /^Open the report/ });
    for (let tries = 0; tries < 60 && !(await open.isVisible()); tries++) {
      await page.waitForTimeout(1_000);
      await page.reload();
      await page.getByText('Versions (2)').waitFor(WAIT);
    }
    const report = page.context().waitForEvent('page');
    await open.click();
    await (await report).getByRole('heading', { level: 1 }).filter({ visible: true }).first().waitFor(WAIT);
    await closed();
  });

  it('goes on where it was offline in the middle of sending', async () => {
    const { page, closed } = await opened(link);
    await page.getByRole('article', { name: PATIENTS }).waitFor(WAIT);
    await page.route(/^(?!.*\/api\/)/, async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      await page.context().setOffline(true);
      return route.abort('internetdisconnected');
    });
    await page.setInputFiles('#files', dropped('readers.csv', 'reader;role\r\n1;resident\r\n'));
    await page.getByRole('button', { name: 'Send: readers.csv' }).click(WAIT);
    await page.getByText('The sending was interrupted').first().waitFor(WAIT);
    await page.unrouteAll();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).last().click();
    await page.locator('.note .state', { hasText: 'Accepted by the study' }).waitFor(WAIT);
    await closed();
  });

  it('checks 200,000 rows while the page stays alive', async () => {
    const { page, closed } = await opened(link);
    await page.getByRole('article', { name: PATIENTS }).waitFor(WAIT);
    const [header = [], row = []] = CELLS;
    const rows = Array.from({ length: 200_000 }, (_, at) => row.with(0, `Z-${at}`).join(','));
    await page.setInputFiles('#files', dropped('many.csv', `${header.join(',')}\n${rows.join('\n')}\n`));
    await page.getByRole('heading', { name: 'many.csv' }).waitFor(WAIT);
    // In the other language, while it is still at it.
    await page.getByLabel('Français').check();
    await page.locator('.card .state', { hasText: 'Vérification' }).waitFor(WAIT);
    await page.getByLabel('English').check();
    await page.getByText('200,000 rows').waitFor({ timeout: 120_000 });
    expect(await page.getByText('Ready to send').count()).toBe(1);
    await closed();
  });

  it('withdraws a file after a question', async () => {
    const { page, closed } = await opened(link);
    await page.getByRole('button', { name: `Withdraw…: ${PATIENTS}` }).click(WAIT);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: `Withdraw…: ${PATIENTS}` }).click();
    await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
    const card = page.getByRole('article', { name: PATIENTS });
    await card.locator('.state', { hasText: 'Withdrawn' }).waitFor(WAIT);
    await closed();
  });
});
