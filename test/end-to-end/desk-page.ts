import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { newLink, type Wanted } from '#cdk/commands/invitations/invite.ts';
import { documentClient } from '#functions/clients.ts';
import { launchedBrowser, NO_BROWSER } from '#test/browser/browser.ts';
import { outputs } from './deployed-study.ts';

/** For the study's answers; a busy machine is slow. */
export const WAIT = { timeout: 60_000 };
const WIDE = { viewport: { width: 1280, height: 900 }, locale: 'en-GB' } as const;
const DAY_MILLISECONDS = 24 * 60 * 60 * 1_000;

export const browser: Browser | undefined = await launchedBrowser();

/** A link of a day to the deployed desk, as `ctmri invite` makes it. */
export async function linkFor(
  centre: string | 'coordinator',
  madeDaysAgo = 0,
): Promise<{ readonly link: string; readonly id: string }> {
  const isCoordinator = centre === 'coordinator';
  const wanted: Wanted = {
    role: isCoordinator ? 'coordinator' : 'centre',
    centre: isCoordinator ? null : centre,
    name: 'Dr Martin',
    days: 1,
  };
  const made = new Date(Date.now() - madeDaysAgo * DAY_MILLISECONDS);
  const { link, invitation } = await newLink({ database: documentClient(), outputs }, wanted, made);
  return { link, id: invitation.id };
}

/** A page on a link, and what a browser complains of while it is open; what the desk refuses, and what a test breaks, is named there too. */
export async function opened(
  link: string,
  options: BrowserContextOptions = {},
): Promise<{ readonly page: Page; readonly closed: () => Promise<void> }> {
  if (browser === undefined) throw new Error(NO_BROWSER);
  const context = await browser.newContext({ ...WIDE, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const isOfAnAnswer = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isOfAnAnswer) complaints.push(message.text());
  });
  await page.goto(link);
  return {
    page,
    closed: async () => {
      await context.close();
      expect(complaints).toEqual([]);
    },
  };
}

/** A file as it is dropped. */
export const dropped = (name: string, content: string | Buffer) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(content),
});

/** What a click makes the browser save. */
export async function savedBy(page: Page, click: () => Promise<void>): Promise<string> {
  const download = page.waitForEvent('download', WAIT);
  await click();
  return (await download).path();
}
