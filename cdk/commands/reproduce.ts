import { codeCommit, codeVersion } from '#cdk/code-version.ts';
import { type Call, type Command, EXIT, type ExitCode, type Terminal, wrongUsage } from './command.ts';
import { JSON_OPTION, printJson } from './json-output.ts';
import { meantResult } from './meant-result.ts';
import { resultToReproduce } from './published-results.ts';
import { recordedFiles } from './recorded-files.ts';
import { reproduce as reproduceResult } from './reproduction.ts';
import { reproductionText } from './reproduction-text.ts';
import { connectToStudy, type StudyBucket } from './study-connection.ts';

export const reproduce: Command = {
  usage: 'reproduce RESULT [--json]',
  examples: ['reproduce latest', 'reproduce article-2026', 'reproduce 3f9a1c --json'],
  summary: {
    fr: 'recalcule un résultat des versions exactes que son manifeste nomme, avec ce code, et dit ce qui diffère',
    en: 'recomputes a result from the exact versions that its manifest names, with this code, and says what differs',
  },
  options: { json: JSON_OPTION },
  answersNo: {
    fr: 'un chiffre diffère, ou un fichier a disparu',
    en: 'a figure differs, or a file is gone',
  },
  run: async (call, terminal) => {
    const [result, ...others] = call.positionals;
    if (result === undefined || others.length > 0) {
      throw wrongUsage({ fr: 'Indiquez un résultat.', en: 'Name one result.' });
    }
    return showReproduction(await connectToStudy(terminal), result, call, terminal);
  },
};

export async function showReproduction(
  bucket: StudyBucket,
  result: string,
  { options }: Pick<Call, 'options'>,
  terminal: Terminal,
): Promise<ExitCode> {
  const { report, say } = terminal;
  const published = await resultToReproduce(bucket, await meantResult(bucket, result));
  const { inputs } = published.manifest;
  report(say({ fr: `lecture de ${inputs.length} fichier(s) …`, en: `reading ${inputs.length} file(s) …` }));
  const files = await recordedFiles(bucket, inputs);
  report(say({ fr: 'calcul en cours …', en: 'computing …' }));
  const here = { codeVersion: codeVersion(), commit: codeCommit() };
  const reproduced = await reproduceResult(published, files, here);
  const { reproduction } = reproduced;
  if (options.has('json')) printJson(terminal, reproduction);
  else terminal.print(reproductionText(published, reproduced, terminal));
  return reproduction.reproduced ? EXIT.done : EXIT.no;
}
