import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { launchedBrowser, NO_BROWSER } from '#test/browser/browser.ts';
import { ctmri } from './ctmri.ts';

/** Readers of a centre, with a role that is none and more years than anybody has. */
const WITH_TWO_ERRORS = 'reader;role;years_of_experience\r\n1;chef;12\r\n2;resident;99\r\n';
const WAIT = { timeout: 60_000 };

const browser = await launchedBrowser();
afterAll(() => browser?.close());
beforeEach((context) => {
  if (browser === undefined) context.skip(NO_BROWSER);
});

const linkTo = async (...words: readonly string[]) => (await ctmri('invite', ...words)).printed.trim();

async function opened(link: string) {
  if (browser === undefined) throw new Error(NO_BROWSER);
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(link);
  return { context, page, complaints };
}

describe('the deployed desk in a browser', () => {
  it('takes a file, mended on the page, says the study’s verdict, and withdraws it', async () => {
    const { context, page, complaints } = await opened(await linkTo('rouen', '--days', '1'));
    await page.getByRole('heading', { name: 'Your files' }).waitFor(WAIT);
    const buffer = Buffer.from(WITH_TWO_ERRORS);
    await page.setInputFiles('#files', { name: 'desk readers.csv', mimeType: 'text/csv', buffer });
    await page.getByText('2 problems').waitFor(WAIT);
    await page.getByLabel(/^Line 2, role/).fill('fellow');
    await page.getByLabel(/^Line 2, role/).press('Enter');
    await page.getByLabel(/^Line 2, role/).waitFor({ ...WAIT, state: 'detached' });
    await page.getByLabel(/^Line 3, years_of_experience/).fill('9');
    await page.getByLabel(/^Line 3, years_of_experience/).press('Enter');
    await page.getByText('Ready to send').waitFor(WAIT);
    await page.getByRole('button', { name: 'Send: desk readers.csv' }).click();
    await page.locator('.note .state', { hasText: 'Accepted by the study' }).waitFor(WAIT);

    await page.getByRole('button', { name: 'Withdraw…: desk readers.csv' }).click();
    await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
    const card = page.getByRole('article', { name: 'desk readers.csv' }).last();
    await card.locator('.state', { hasText: 'Withdrawn' }).waitFor(WAIT);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('shows a coordinator every centre', async () => {
    const { context, page, complaints } = await opened(await linkTo('--coordinator', '--days', '1'));
    await page.getByRole('rowheader', { name: 'rouen' }).waitFor(WAIT);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
