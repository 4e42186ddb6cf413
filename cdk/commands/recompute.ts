import type { Bilingual } from '#shared/language.ts';
import { assertNoArgument, type Command, EXIT, type ExitCode } from './command.ts';
import { JSON_OPTION, printJson } from './json-output.ts';
import { runStatistics, type StatisticsAnswer } from './statistics-run.ts';
import { connectToStudy } from './study-connection.ts';

export const recompute: Command = {
  usage: 'recompute [--json]',
  examples: ['recompute'],
  summary: {
    fr: 'lance le calcul de la nuit maintenant : compare le dépôt, recalcule, vérifie, et attend la fin',
    en: 'runs the nightly computation now: compares the bucket, recomputes, verifies, and waits for the end',
  },
  options: { json: JSON_OPTION },
  answersNo: {
    fr: 'rien n’est publié : des fichiers sont encore attendus',
    en: 'nothing is published: files are still waited for',
  },
  run: async (call, terminal) => {
    assertNoArgument(call);
    const { lambda, outputs } = await connectToStudy(terminal);
    terminal.report(terminal.say({ fr: 'calcul en cours …', en: 'computing …' }));
    const answer = await runStatistics({ lambda, functionName: outputs.StatisticsFunctionName }, terminal);
    if (call.options.has('json')) printJson(terminal, answer);
    else terminal.print(terminal.say(answerText(answer)));
    return exitAfter(answer);
  },
};

export const exitAfter = (answer: StatisticsAnswer): ExitCode => ('id' in answer ? EXIT.done : EXIT.no);

/** What a run answered, in words. */
export function answerText(answer: StatisticsAnswer): Bilingual {
  if ('id' in answer) {
    const without = answer.pending?.join(', ');
    if (without === undefined) {
      return { fr: `résultat à jour : ${answer.id}`, en: `the result is up to date: ${answer.id}` };
    }
    return {
      fr: `résultat ${answer.id}, sans ces fichiers, attendus depuis plus d’une heure (npm run ctmri -- status) : ${without}`,
      en: `result ${answer.id}, without these files, awaited for more than an hour (npm run ctmri -- status): ${without}`,
    };
  }
  if ('overtaken' in answer) {
    return {
      fr: 'Des fichiers arrivent sans cesse ; un calcul plus récent est demandé, qui publiera : relancez dans quelques minutes.',
      en: 'Files keep arriving; a newer computation has been asked for, which will publish: run this in a few minutes.',
    };
  }
  const files = answer.waitingFor.join(', ');
  return {
    fr: `Rien n’est publié avant que ces fichiers soient lus ; ils sont redemandés, relancez dans quelques minutes : ${files}`,
    en: `Nothing is published before these files are read; they are asked for again, run this in a few minutes: ${files}`,
  };
}
