import { cacheFolder } from '#cdk/localstack/cache-folder.ts';
import { stopReleased } from '#cdk/localstack/stop.ts';
import { assertNoArgument, type Command, EXIT } from './command.ts';

export const stop: Command = {
  usage: 'stop',
  examples: ['stop'],
  summary: { fr: 'arrête le LocalStack laissé en marche', en: 'stops the LocalStack left running' },
  options: {},
  run: async (call, { environment, report, say }) => {
    // Whoever types more than this means something else, and the study is gone afterwards.
    assertNoArgument(call);
    const stopped = await stopReleased(cacheFolder(environment));
    report(
      say(
        stopped
          ? {
              fr: 'LocalStack est arrêté ; ses données, en mémoire, ont disparu',
              en: 'LocalStack is stopped; its data, in memory, are gone',
            }
          : { fr: 'rien n’était en marche', en: 'nothing was running' },
      ),
    );
    return EXIT.done;
  },
};
