import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NO_BROWSER } from '#test/browser/browser.ts';
import { tabTo, typeOver } from '#test/browser/keyboard.ts';
import { violationsOf } from '#test/browser/violations.ts';
import { ctmri } from './ctmri.ts';
import { drop, dropCohort, publishedFrom } from './deployed-study.ts';
import { browser, dropped, linkFor, opened, WAIT } from './desk-page.ts';
import { COHORT } from './local-computation.ts';
import { emptyStudy } from './study-bucket.ts';

/** Readers of a centre, with a role that is none and more years than anybody has. */
const WITH_TWO_ERRORS = 'reader;role;years_of_experience\r\n1;chef;12\r\n2;resident;99\r\n';
const LESIONS = readFileSync(join(COHORT, 'rouen', 'lesions.csv'), 'utf8');
const FEWER = LESIONS.split('\n').toSpliced(2, 1).join('\n');

beforeAll(async () => {
  if (browser === undefined) return;
  await emptyStudy();
  await publishedFrom(await dropCohort(COHORT, ['rouen']));
  await publishedFrom([await drop('rouen', 'lesions.csv', FEWER)]);
  await drop('caen', 'more.csv', 'patient_id;sex\nX-1;?\n');
});
afterAll(async () => {
  await browser?.close();
  if (browser !== undefined) await emptyStudy();
});
beforeEach((context) => {
  if (browser === undefined) context.skip(NO_BROWSER);
});

describe('the deployed desk in a browser', () => {
  it('shows a coordinator every centre in counts, what a result changes, and freezes one', async () => {
    const { page, closed } = await opened((await linkFor('coordinator')).link);
    const rouen = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'rouen' }) });
    await rouen.getByText('26 rows').waitFor(WAIT);
    await page.getByText('A required column is missing').waitFor(WAIT);
    await page.getByRole('button', { name: 'Compare' }).click(WAIT);
    await page.getByText('rouen: 1 file replaced').waitFor(WAIT);
    // A name is for good, also on a study that outlives the tests.
    const name = `test-${Date.now().toString(36)}`;
    await page.getByLabel(/^Name/).fill(name);
    await page.getByLabel('What for').fill('a test');
    await page.getByRole('button', { name: 'Freeze' }).click();
    await page.getByText(`The result is frozen as "${name}".`).waitFor(WAIT);
    await page.getByRole('cell', { name }).waitFor(WAIT);
    expect(await page.locator('body').innerText()).not.toContain('.csv');
    await closed();
  });

  it('is used by the keyboard alone, from the link to the verdict, and to the withdrawal', async () => {
    const { page, closed } = await opened((await linkFor('lille')).link);
    await page.getByText('Your centre has sent nothing yet.').waitFor(WAIT);
    // The computer's own dialogue, in which the file is chosen, is no page.
    page.on('filechooser', (dialogue) => dialogue.setFiles(dropped('desk readers.csv', WITH_TWO_ERRORS)));
    await tabTo(page, /^Skip to the content/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Choose files/);
    await page.keyboard.press('Enter');
    await page.getByText('2 problems').waitFor(WAIT);
    await tabTo(page, /^Line 2, role/);
    await typeOver(page, 'fellow');
    await page.keyboard.press('Enter');
    await page.getByLabel(/^Line 2, role/).waitFor({ ...WAIT, state: 'detached' });
    await tabTo(page, /^Line 3, years_of_experience/);
    await typeOver(page, '9');
    await tabTo(page, /^Mend: Line 3, years_of_experience/);
    await page.keyboard.press('Space');
    await page.getByText('Ready to send').waitFor(WAIT);
    await tabTo(page, /^Send: desk readers.csv/);
    await page.keyboard.press('Space');
    await page.locator('.note .state', { hasText: 'Accepted by the study' }).waitFor(WAIT);

    await tabTo(page, /^Withdraw…: desk readers.csv/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Withdraw$/);
    await page.keyboard.press('Enter');
    const card = page.getByRole('listitem').getByRole('article', { name: 'desk readers.csv' });
    await card.locator('.state', { hasText: 'Withdrawn' }).waitFor(WAIT);
    await closed();
  });
});

describe('a link to the deployed desk', () => {
  const opensNothing = async (link: string) => {
    const { page, closed } = await opened(link);
    await page.getByRole('heading', { name: 'This link opens nothing' }).waitFor(WAIT);
    expect(await page.getByText('Your files').count()).toBe(0);
    await closed();
  };

  it('opens nothing where it is wrong, cut or expired', async () => {
    const { link } = await linkFor('rouen');
    await opensNothing(link.replace(/#.*/, `#${'A'.repeat(43)}`));
    await opensNothing(link.slice(0, -1));
    await opensNothing((await linkFor('rouen', 2)).link);
  });

  it('opens nothing any more once it is revoked, also on a page that is open', async () => {
    const { link, id } = await linkFor('rouen');
    const { page, closed } = await opened(link);
    await page.getByRole('article', { name: 'lesions.csv' }).waitFor(WAIT);
    expect((await ctmri('revoke', id.slice(0, 8))).exitCode).toBe(0);
    await page.getByText('What the study says of it').first().click();
    await page.getByRole('alert').waitFor(WAIT);
    await page.reload();
    await page.getByRole('heading', { name: 'This link opens nothing' }).waitFor(WAIT);
    await closed();
    await opensNothing(link);
  });

  it('shows the files of its own centre alone, and the other centre’s to whom opens that one’s', async () => {
    const { page, closed } = await opened((await linkFor('caen')).link);
    await page.getByRole('article', { name: 'more.csv' }).waitFor(WAIT);
    expect(await page.locator('body').innerText()).not.toMatch(/rouen|lesions\.csv \(/);
    await page.goto((await linkFor('rouen')).link);
    await page.getByRole('heading', { name: 'Centre rouen' }).waitFor(WAIT);
    await page.getByRole('article', { name: 'pairs.csv' }).waitFor(WAIT);
    expect(await page.locator('body').innerText()).not.toMatch(/caen|more\.csv/);
    await closed();
  });
});

const VIEWS = [
  { whose: 'rouen', language: 'fr', theme: 'dark', width: 390, sign: 'Accepté' },
  { whose: 'rouen', language: 'en', theme: 'light', width: 1280, sign: 'Accepted' },
  { whose: 'coordinator', language: 'fr', theme: 'light', width: 1280, sign: 'caen' },
  { whose: 'coordinator', language: 'en', theme: 'dark', width: 390, sign: 'caen' },
] as const;

it.each(VIEWS)(
  'axe finds nothing on the deployed page of $whose in $language, $theme, $width px wide',
  async ({ whose, language, theme, width, sign }) => {
    const { page, closed } = await opened((await linkFor(whose)).link, {
      viewport: { width, height: 900 },
      colorScheme: theme,
      locale: language,
      bypassCSP: true,
    });
    await page.getByText(sign).first().waitFor(WAIT);
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    expect(await violationsOf(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await closed();
  },
);
