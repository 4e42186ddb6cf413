import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { launchedBrowser, NO_BROWSER } from '#test/browser/browser.ts';
import { violationsOf } from '#test/browser/violations.ts';
import { SAMPLE_COHORTS_FOLDER } from '#test/sample-cohorts.ts';
import { servedDesk } from './served-desk.ts';

/** Where pictures are kept to be looked at; nowhere unless it is set. */
const PICTURES = process.env['DESK_PICTURES'];
const PORT = 4_000 + (process.pid % 1_000) * 2;
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const WAIT = { timeout: 30_000 };

const browser = await launchedBrowser();
const desk = browser === undefined ? undefined : await servedDesk(PORT);

afterAll(async () => {
  await browser?.close();
  desk?.stop();
});

beforeEach((context) => {
  if (browser === undefined) context.skip(NO_BROWSER);
});

const WIDE = { viewport: { width: 1280, height: 900 }, locale: 'en-GB' } as const;

async function opened(link: string, options: BrowserContextOptions = {}): Promise<Page> {
  if (browser === undefined) throw new Error(NO_BROWSER);
  const context = await browser.newContext({ ...WIDE, ...options });
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // What the desk refuses, and what a test breaks, is named there too.
    const isOfAnAnswer = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isOfAnAnswer) complaints.push(message.text());
  });
  page.on('request', (request) => asked.add(new URL(request.url()).origin));
  await page.goto(link);
  return page;
}
const complaints: string[] = [];
const asked = new Set<string>();
const linkOf = (whom: string) => desk?.linkOf(whom) ?? '';
const picture = async (page: Page, name: string) => {
  if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
};

const PATIENTS = readFileSync(join(SAMPLE_COHORTS_FOLDER, 'thesis', 'beaujon', 'patients.csv'), 'utf8');
/** The sample's patients with a sex that is none and a day that is none. */
const WITH_TWO_ERRORS = PATIENTS.split('\n')
  .map((line, at) => {
    const cells = line.split(',');
    if (at === 3) cells[1] = 'Z';
    if (at === 5) cells[3] = '2016-13-45';
    return cells.join(',');
  })
  .join('\n');
const RIGHT_DAY = PATIENTS.split('\n')[5]?.split(',')[3] ?? '';
const RIGHT_SEX = PATIENTS.split('\n')[3]?.split(',')[1] ?? '';
const dropped = (text: string, name = 'patients.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

describe('a centre', () => {
  it('drops a file, mends two cells, sends it, sees the verdict and reads the report', async () => {
    const page = await opened(linkOf('beaujon'));
    await page.getByText('Accepted').first().waitFor(WAIT);
    expect(page.url()).not.toContain('#');
    await page.setInputFiles('#files', dropped(WITH_TWO_ERRORS));
    await page.getByText('To be mended before it can go').waitFor(WAIT);
    expect(await page.getByText('2 problems').count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Send: patients.csv' }).isDisabled()).toBe(true);
    await picture(page, 'mend-1280');

    await page.getByLabel(/^Line 4, sex/).fill(RIGHT_SEX);
    await page.getByRole('button', { name: /^Mend: Line 4, sex/ }).click();
    await page.getByText('1 problem', { exact: false }).first().waitFor(WAIT);
    await page.getByLabel(/^Line 6, board_date/).waitFor(WAIT);
    await page.getByLabel(/^Line 6, board_date/).fill(RIGHT_DAY);
    await page.keyboard.press('Enter');
    await page.getByText('Ready to send').waitFor(WAIT);
    expect(await page.evaluate('document.activeElement?.id')).toMatch(/^draft-/);

    await page.getByRole('button', { name: 'Send: patients.csv' }).click();
    await page.locator('.note .state', { hasText: 'Accepted by the study' }).waitFor(WAIT);
    await page.getByText('Against before: 0 added, 0 changed, 0 removed').waitFor(WAIT);
    await page
      .getByText(/^Enter the study: \d+ patients of \d+/)
      .first()
      .waitFor(WAIT);
    await picture(page, 'verdict-1280');

    const report = page.context().waitForEvent('page');
    await page.getByRole('button', { name: /^Open the report/ }).click();
    const tab = await report;
    await tab.getByText('RENATEN', { exact: false }).first().waitFor(WAIT);
    await page.context().close();
  });

  it('loads the page again in the same tab, and in the other language', async () => {
    const page = await opened(linkOf('beaujon'));
    await page.getByText('Your files').waitFor(WAIT);
    await page.reload();
    await page.getByText('Your files').waitFor(WAIT);
    await page.getByLabel('Français').check();
    await page.getByRole('heading', { name: 'Vos fichiers' }).waitFor(WAIT);
    expect(await page.getAttribute('html', 'lang')).toBe('fr');
    await page.context().close();
  });

  it('withdraws a file after a question, by the keyboard alone', async () => {
    const page = await opened(linkOf('rouen'));
    const ask = page.getByRole('button', { name: 'Withdraw…: lesions.csv' });
    await ask.waitFor(WAIT);
    await ask.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor(WAIT);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
    await ask.press('Enter');
    // Cancel has the focus first: nothing is withdrawn by pressing a key twice.
    expect(await page.evaluate('document.activeElement?.textContent')).toBe('Cancel');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const card = page.getByRole('article', { name: 'lesions.csv' });
    await card.locator('.state', { hasText: 'Withdrawn' }).waitFor(WAIT);
    await page.context().close();
  });

  it('sees a refusal that comes from the centre’s other files before it sends', async () => {
    const page = await opened(linkOf('caen'));
    await page.getByText('Accepted').first().waitFor(WAIT);
    const own = readFileSync(join(SAMPLE_COHORTS_FOLDER, 'thesis', 'caen', 'patients.csv'), 'utf8');
    await page.setInputFiles('#files', dropped(own, 'patients (copy).csv'));
    await page.getByText('To be mended before it can go').waitFor(WAIT);
    expect(await page.locator('.place', { hasText: 'patient_id' }).count()).toBeGreaterThan(0);
    await page.getByLabel('Send as').selectOption('patients.csv');
    await page.getByText('Ready to send').waitFor(WAIT);
    await page.context().close();
  });

  it('drops several files at once, anywhere on the page, and sends them one after the other', async () => {
    const page = await opened(linkOf('lille'));
    await page.getByText('Accepted').first().waitFor(WAIT);
    const files = ['pairs', 'lesions'].map((table) => ({
      name: `${table}.csv`,
      text: readFileSync(join(SAMPLE_COHORTS_FOLDER, 'thesis', 'lille', `${table}.csv`), 'utf8'),
    }));
    await page.evaluate(
      `(() => { const data = new DataTransfer();
        for (const { name, text } of ${JSON.stringify(files)}) data.items.add(new File([text], name));
        document.querySelector('footer, main').dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: data })); })()`,
    );
    await page.getByRole('button', { name: 'Send all' }).click(WAIT);
    await page.locator('.note .state', { hasText: 'Accepted by the study' }).nth(1).waitFor(WAIT);
    expect(await page.getByRole('button', { name: /^Close/ }).count()).toBe(2);
    await page.context().close();
  });

  it('takes a workbook, and drops it again as the file that it is', async () => {
    const page = await opened(linkOf('lille'), { acceptDownloads: true });
    await page.getByText('Accepted').first().waitFor(WAIT);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^readers.xlsx/ }).click();
    const workbook = await (await download).path();
    const buffer = readFileSync(workbook);
    await page.setInputFiles('#files', { name: 'readers.xlsx', mimeType: WORKBOOK, buffer });
    await page.getByText('Ready to send').waitFor(WAIT);
    await page.getByText('What will be sent').click();
    expect(await page.locator('.preview th').first().textContent()).toBe('reader');
    expect(await page.getByLabel('Send as').inputValue()).toBe('readers.csv');
    await page.context().close();
  });

  it('says no more that something was not answered, once it is', async () => {
    const page = await opened(linkOf('caen'));
    await page.getByText('Accepted').first().waitFor(WAIT);
    const alerts = page.getByRole('alert');
    let isBroken = true;
    await page.route(/\/api\/(?:report|results\/latest)/, (route) =>
      isBroken ? route.abort() : route.continue(),
    );
    const details = page.getByText('What the study says of it').first();
    await details.click();
    await page.getByRole('button', { name: 'Try again' }).waitFor(WAIT);
    await page.getByRole('button', { name: /^Open the report/ }).click();
    await alerts.nth(1).waitFor(WAIT);
    isBroken = false;
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await page.getByText('Enter the study: ', { exact: false }).first().waitFor(WAIT);
    const report = page.context().waitForEvent('page');
    await page.getByRole('button', { name: /^Open the report/ }).click();
    await (await report).getByText('RENATEN', { exact: false }).first().waitFor(WAIT);
    expect(await alerts.count()).toBe(0);
    await page.context().close();
  });

  it('checks a file once more where the centre’s other files could not be read at first', async () => {
    const page = await opened(linkOf('lille'));
    await page.getByText('Accepted').first().waitFor(WAIT);
    let isBroken = true;
    await page.route(/\/api\/file\?/, (route) => (isBroken ? route.abort() : route.continue()));
    await page.setInputFiles('#files', dropped('reader;role\r\n1;resident\r\n', 'readers.csv'));
    await page.getByRole('button', { name: 'Try again' }).waitFor(WAIT);
    isBroken = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Ready to send').waitFor(WAIT);
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.context().close();
  });

  it('goes on where the connection broke while a file was sent', async () => {
    const page = await opened(linkOf('lille'));
    await page.getByText('Accepted').first().waitFor(WAIT);
    const own = readFileSync(join(SAMPLE_COHORTS_FOLDER, 'thesis', 'lille', 'patients.csv'), 'utf8');
    await page.setInputFiles('#files', dropped(own));
    await page.getByText('Ready to send').waitFor(WAIT);
    await page.getByText('Against before: 0 added, 0 changed, 0 removed').waitFor(WAIT);
    let broken = 0;
    await page.route(`http://127.0.0.1:${PORT + 1}/**`, (route) => {
      const isForm = route.request().method() === 'POST';
      if (isForm) broken += 1;
      return isForm && broken === 1 ? route.abort('connectionreset') : route.continue();
    });
    await page.getByRole('button', { name: 'Send: patients.csv' }).click();
    await page.locator('.note .state', { hasText: 'Accepted by the study' }).waitFor(WAIT);
    expect(broken).toBe(2);
    await page.context().close();
  });
});

describe('a coordinator', () => {
  it('sees what differs between two results, and gives one a name once', async () => {
    const page = await opened(linkOf('coordinator'));
    await page.getByRole('button', { name: 'Compare' }).click(WAIT);
    await page.getByRole('heading', { name: 'What changes' }).waitFor(WAIT);
    for (const said of ['The result is frozen', 'This name means a result already']) {
      await page.getByLabel(/^Name/).fill('paper-1');
      await page.getByLabel('What for').fill('for a test');
      await page.getByRole('button', { name: 'Freeze' }).click();
      await page.getByText(said, { exact: false }).waitFor(WAIT);
    }
    expect(await page.getByRole('cell', { name: 'paper-1' }).count()).toBe(1);
    expect(await page.getByText('patients.csv').count()).toBe(0);
    await page.context().close();
  });
});

describe('a link that opens nothing', () => {
  it.each([
    ['expired', () => linkOf('expired')],
    ['cut', () => linkOf('beaujon').slice(0, -3)],
  ] as const)('is said to be so: %s', async (_, link) => {
    const page = await opened(link());
    await page.getByRole('heading', { name: 'This link opens nothing' }).waitFor(WAIT);
    expect(await page.getByText('Your files').count()).toBe(0);
    await page.context().close();
  });

  it('is missing', async () => {
    const page = await opened(linkOf('beaujon').split('#')[0] ?? '');
    await page.getByRole('heading', { name: 'Your link is missing' }).waitFor(WAIT);
    expect(await page.getByText('Your files').count()).toBe(0);
    await page.context().close();
  });
});

/** What an English reader sees or hears with a space before its colon, as French has it. */
const FRENCH_COLONS = `[document.body.innerText, ...[...document.querySelectorAll('[aria-label]')].map((one) => one.ariaLabel)]
  .flatMap((text) => text.match(/.{0,20}[\\s\\u00a0]:.{0,20}/g) ?? [])`;

const VIEWS = (['fr', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((theme) => ({ language, theme, width: theme === 'light' ? 1280 : 390 })),
);

describe.each(VIEWS)('the page in $language, $theme, $width px wide', ({ language, theme, width }) => {
  const options = {
    viewport: { width, height: 900 },
    colorScheme: theme,
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    bypassCSP: true,
  } as const;

  it('of a centre has nothing that axe finds, and is not wider than the window', async () => {
    const page = await opened(linkOf('beaujon'), options);
    await page
      .getByText(language === 'fr' ? 'Accepté' : 'Accepted')
      .first()
      .waitFor(WAIT);
    await page.setInputFiles('#files', dropped(WITH_TWO_ERRORS));
    await page.locator('.findings').first().waitFor(WAIT);
    await page.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true`);
    await page.waitForTimeout(500);
    await picture(page, `centre-${language}-${theme}-${width}`);
    expect(await violationsOf(page)).toEqual([]);
    if (language === 'en') expect(await page.evaluate(FRENCH_COLONS)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await page.context().close();
  });

  it('of the coordinator too', async () => {
    const page = await opened(linkOf('coordinator'), options);
    await page.locator('table').nth(1).waitFor(WAIT);
    const compare = page.getByRole('button', { name: language === 'fr' ? 'Comparer' : 'Compare' });
    if ((await compare.count()) > 0) await compare.click();
    await page.waitForTimeout(500);
    await picture(page, `coordinator-${language}-${theme}-${width}`);
    expect(await violationsOf(page)).toEqual([]);
    if (language === 'en') expect(await page.evaluate(FRENCH_COLONS)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await page.context().close();
  });
});

it('nothing of the page broke, its policy forbade nothing that it does, and it asked nobody else', () => {
  expect(complaints).toEqual([]);
  const third = [...asked].filter((origin) => !/^(?:http:\/\/127\.0\.0\.1:|null$)/.test(origin));
  expect(third).toEqual([]);
});
