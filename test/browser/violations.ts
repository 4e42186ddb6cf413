import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import * as z from 'zod';

const AXE = createRequire(import.meta.url).resolve('axe-core');
const violationsSchema = z.array(z.object({ id: z.string(), nodes: z.array(z.string()) }));
export type Violations = z.infer<typeof violationsSchema>;

/** What axe finds on a page, each with the beginning of three of its places. The page's context must have `bypassCSP`. */
export async function violationsOf(page: Page): Promise<Violations> {
  await page.addScriptTag({ path: AXE });
  const found: unknown = await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)) })))`,
  );
  return violationsSchema.parse(found);
}
