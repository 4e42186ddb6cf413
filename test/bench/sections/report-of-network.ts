import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '#cdk/fingerprint.ts';
import { manyCentres } from '#test/result-report/many-centres.ts';
import { isMissed, type Reaching } from '../aims.ts';
import { type Bench, MOST_SECONDS, OWN, said } from '../bench.ts';
import { interleaved, isMeasured, measuredRun, nodeProgram } from '../measured-run.ts';
import { memoryText, secondsText } from '../page.ts';
import { PARTS_OF_A_REPORT } from '../profile/parts.ts';
import { profileText } from '../profile/shares.ts';
import type { Section } from '../section.ts';

/** The network's. */
const CENTRES = 27;

/** The page of a result of the network, with every file beside it. */
export async function reportOfNetwork(bench: Bench): Promise<Section> {
  const { folder } = bench;
  const cohort = join(folder, 'network');
  for (const [centre, files] of await manyCentres(CENTRES)) {
    mkdirSync(join(cohort, centre), { recursive: true });
    for (const { name, bytes } of files) writeFileSync(join(cohort, centre, name), bytes);
  }
  const result = join(folder, 'result');
  const pages = join(folder, 'pages');
  const ctmri = (...words: readonly string[]) => nodeProgram(join(PROJECT, 'cdk/ctmri.js'), ...words);
  measuredRun(ctmri('compute', cohort, '--out', result), folder, MOST_SECONDS);
  const report = ctmri('report', result, '--out', join(pages, 'report.html'), '--figures', pages);
  // Once unmeasured: from the second command on its code is compiled already.
  measuredRun(report, folder, MOST_SECONDS);
  const costs = interleaved(new Map([[OWN, report]]), { ...bench, mostSeconds: MOST_SECONDS });
  const run = said('report', costs).get(OWN) ?? { why: 'not measured' };
  const reaching: Reaching = new Map([['reportTime', isMeasured(run) ? [{ value: run.seconds }] : run]]);
  return {
    heading: `The report of ${CENTRES} centres`,
    reaching,
    paragraphs: [
      `From the tables of a result to the page in both languages and the ${filesIn(pages)} beside it (\`report\`), the start of a command
included: ${secondsText(run)}${isMeasured(run) ? `, ${memoryText(run)}` : ''}.`,
      ...(isMissed(reaching, 'reportTime')
        ? [
            profileText(new Map([['report', report]]), {
              folder,
              parts: PARTS_OF_A_REPORT,
              mostSeconds: MOST_SECONDS,
            }),
          ]
        : []),
    ],
  };
}

function filesIn(folder: string): string {
  if (!existsSync(folder)) return 'files';
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  // The page is one of them.
  return `${files.length - 1} files`;
}
