import { accessSync, constants } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Installed browsers of the Chromium family, where systems keep them. */
const INSTALLED = [
  ...['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge'],
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\\\Program Files\\\\Google\\\\Chrome\\\\Application\\\\chrome.exe',
  'C:\\\\Program Files (x86)\\\\Microsoft\\\\Edge\\\\Application\\\\msedge.exe',
];

const isThere = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * A Chromium without a window: an installed one, else that of the npm package, which runs on Linux x64 only. Undefined
 * where there is none, or none that starts.
 */
export async function launchedBrowser(): Promise<Browser | undefined> {
  for (const executablePath of INSTALLED.filter(isThere)) {
    const browser = await started(executablePath, ['--no-sandbox']);
    if (browser !== undefined) return browser;
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { default: packaged } = await import('@sparticuz/chromium');
  const args = packaged.args.filter((arg) => arg !== MADE_FOR_LAMBDA);
  return started(await packaged.executablePath(), args);
}

/** A page that reads a workbook ends a browser of one process, and with it whatever is tried next. */
const MADE_FOR_LAMBDA = '--single-process';

async function started(executablePath: string, args: string[]): Promise<Browser | undefined> {
  try {
    return await chromium.launch({ executablePath, args });
  } catch {
    return undefined;
  }
}

/** What a skipped test says. */
export const NO_BROWSER =
  'no Chromium, Chrome or Edge starts here: install one (apt-get install chromium), or run npm ci on Linux x64';
