import { frozenWriter } from '#functions/storage/results.ts';
import {
  type FrozenResult,
  freezableName,
  LATEST,
  SHORTEST_PREFIX,
} from '#shared/publication/frozen-result.ts';
import { TABLES_FILE } from '#shared/publication/table-files.ts';
import {
  type Call,
  type Command,
  CommandFailure,
  EXIT,
  type ExitCode,
  type Terminal,
  wrongUsage,
} from './command.ts';
import { assertComplete } from './complete-result.ts';
import { readFrozen } from './frozen-results.ts';
import { JSON_OPTION, printJson } from './json-output.ts';
import { minuteOf } from './listed-results-text.ts';
import { meantResult } from './meant-result.ts';
import { resultFile } from './published-results.ts';
import { BY_OPTION, signature } from './signature.ts';
import { connectToStudy, type StudyBucket } from './study-connection.ts';

export const freeze: Command = {
  usage: 'freeze NAME [RESULT] --why TEXT [--by NAME] [--json]',
  examples: [
    'freeze article-2026 --why "submitted to Radiology" --by "A. Martin"',
    'freeze these-martin 3f9a1c --why "chapitre 3"',
  ],
  summary: {
    fr: 'donne un nom à un résultat (le dernier, sinon RESULT) pour une publication, une fois pour toutes',
    en: 'names a result (the latest, else RESULT) for a publication, once and for all',
  },
  options: {
    why: { value: 'TEXT', summary: { fr: 'pour quoi', en: 'what for' } },
    by: BY_OPTION,
    json: JSON_OPTION,
  },
  run: async (call, terminal) => {
    const wanted = readWanted(call, terminal.environment);
    return freezeResult(await connectToStudy(terminal), wanted, call, terminal);
  },
};

interface Wanted extends Pick<FrozenResult, 'name' | 'why' | 'by'> {
  /** As typed. */
  readonly result: string;
}

function readWanted(call: Call, environment: NodeJS.ProcessEnv): Wanted {
  const { positionals, options } = call;
  const [name, result = LATEST, ...others] = positionals;
  const why = options.get('why')?.trim();
  if (name === undefined || others.length > 0 || !why) {
    throw wrongUsage({
      fr: 'Indiquez un nom et, par --why, pour quoi.',
      en: 'Name it, and say by --why what for.',
    });
  }
  if (!freezableName(name)) {
    throw wrongUsage({
      fr: `${name} ne peut être le nom d’un résultat : a-z, 0-9 et « - », 64 caractères au plus, ni ${LATEST} ni ce qui peut être un id (${SHORTEST_PREFIX} chiffres hexadécimaux ou plus).`,
      en: `${name} cannot name a result: a-z, 0-9 and "-", at most 64 characters, neither ${LATEST} nor what may be an id (${SHORTEST_PREFIX} hexadecimal digits or more).`,
    });
  }
  return { name, result, why, by: signature(call, environment) };
}

export async function freezeResult(
  bucket: StudyBucket,
  { name, result, why, by }: Wanted,
  { options }: Pick<Call, 'options'>,
  terminal: Terminal,
): Promise<ExitCode> {
  const id = await meantResult(bucket, result);
  terminal.report(
    terminal.say({ fr: `contrôle des fichiers de ${id} …`, en: `checking the files of ${id} …` }),
  );
  await assertComplete(bucket, id);
  const frozen: FrozenResult = { name, id, at: new Date().toISOString(), by, why };
  const written = await frozenWriter(bucket.s3, bucket.outputs.BucketName)(frozen);
  if (written === 'overtaken') throw taken(name, await readFrozen(bucket, name));
  // The night may have begun to clear it before the name stood there.
  await resultFile(bucket, id, TABLES_FILE);
  if (options.has('json')) printJson(terminal, frozen);
  else {
    terminal.print(
      terminal.say({
        fr: `${name} désigne ${id} (figé par ${by}).`,
        en: `${name} names ${id} (frozen by ${by}).`,
      }),
    );
  }
  return EXIT.done;
}

/** @param frozen undefined where somebody is writing it at this moment */
function taken(name: string, frozen: FrozenResult | undefined): CommandFailure {
  if (frozen === undefined) {
    return new CommandFailure({
      fr: `Quelqu’un d’autre écrit ${name} en ce moment ; réessayez.`,
      en: `Somebody else is writing ${name} at this moment; try again.`,
    });
  }
  const { id, at, by, why } = frozen;
  return new CommandFailure({
    fr: `${name} désigne déjà ${id} (figé le ${minuteOf(at)} par ${by} : ${why}) et ne change plus. Prenez un autre nom.`,
    en: `${name} names ${id} already (frozen on ${minuteOf(at)} by ${by}: ${why}) and changes no more. Take another name.`,
  });
}
