import type { Page } from 'playwright-core';

const MOST_PRESSES = 80;
const FOCUSED = `(({ activeElement: one }) => one.ariaLabel ?? one.labels?.[0]?.textContent ?? one.textContent ?? '')(document)`;

/** Presses Tab until the focus is on what is called so, as who has no mouse does. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  while (passed.length < MOST_PRESSES) {
    await page.keyboard.press('Tab');
    const focused = String(await page.evaluate(FOCUSED));
    if (name.test(focused)) return;
    passed.push(focused.slice(0, 40));
  }
  throw new Error(`Tab does not lead to ${name}: ${passed.join(' | ')}`);
}

/** Types over what stands in the field that has the focus. */
export async function typeOver(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}
