import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod';
import type { Bilingual } from '#shared/language.ts';
import { CENTRE_NAME } from '#shared/storage/bucket-keys.ts';

const FIELD = '[0-9A-Z*,/#-]+';
// As AWS writes them: six fields of which a day, of the month or of the week, is `?`; one minute but two minutes.
const SCHEDULE = new RegExp(
  [
    `^cron\\(${FIELD} ${FIELD} \\? ${FIELD} ${FIELD} ${FIELD}\\)$`,
    `^cron\\(${FIELD} ${FIELD} ${FIELD} ${FIELD} \\? ${FIELD}\\)$`,
    '^rate\\(1 (minute|hour|day)\\)$',
    '^rate\\(([2-9]|[1-9]\\d+) (minutes|hours|days)\\)$',
  ].join('|'),
);

/** What a site decides: the context of `cdk.json`, or `-c key=value` on the command line, where all is text. */
const configurationSchema = z
  .object({
    /** The centres that may upload; each is a folder of `uploads/`. */
    centres: z.preprocess(
      (given) => (typeof given === 'string' ? given.split(',').map((name) => name.trim()) : given),
      z
        .array(z.string().regex(CENTRE_NAME))
        .min(1)
        .refine((names) => new Set(names).size === names.length)
        .readonly(),
    ),
    /** When the statistics run by themselves: `cron(…)` in UTC, or `rate(…)`. */
    schedule: z.string().regex(SCHEDULE),
    /** How long logs, and reports that a newer one replaced, are kept: one of CloudWatch's terms. */
    retentionDays: z.coerce
      .number()
      .pipe(z.enum(RetentionDays))
      .refine((days) => days !== RetentionDays.INFINITE),
    /** Who is told of alarms; nobody when it is not given. */
    alarmEmail: z.email().optional(),
  })
  .readonly();

export type StudyConfiguration = z.infer<typeof configurationSchema>;

export type ConfigurationOutcome =
  | { readonly ok: true; readonly configuration: StudyConfiguration }
  | { readonly ok: false; readonly problems: readonly Bilingual[] };

const remedies = {
  centres: {
    fr: 'donner au moins un centre, chacun une seule fois, son nom en a-z, 0-9 et « - » (32 caractères au plus), par exemple « -c centres=rouen,caen »',
    en: 'give at least one centre, each only once, its name in a-z, 0-9 and "-" (at most 32 characters), for example "-c centres=rouen,caen"',
  },
  schedule: {
    fr: 'donner une expression EventBridge en heure UTC, par exemple « cron(0 2 * * ? *) » pour chaque nuit ou « rate(12 hours) »',
    en: 'give an EventBridge expression in UTC, for example "cron(0 2 * * ? *)" for every night, or "rate(12 hours)"',
  },
  retentionDays: {
    fr: 'donner une durée que CloudWatch propose, en jours : 30, 90, 180, 365, 731, 1827 ou 3653',
    en: 'give a term that CloudWatch offers, in days: 30, 90, 180, 365, 731, 1827 or 3653',
  },
  alarmEmail: {
    fr: 'donner une adresse électronique, ou retirer cette ligne',
    en: 'give an e-mail address, or remove this line',
  },
} satisfies Record<keyof StudyConfiguration, Bilingual>;

/**
 * The configuration, or one sentence for each setting that cannot be used.
 *
 * @param context - reads a key of the CDK context, `undefined` when it is not there
 */
export function readConfiguration(context: (key: string) => unknown): ConfigurationOutcome {
  const settings = Object.entries(remedies).map(([key, remedy]) => ({ key, remedy, given: context(key) }));
  const parsed = configurationSchema.safeParse(
    Object.fromEntries(settings.map(({ key, given }) => [key, given])),
  );
  if (parsed.success) return { ok: true, configuration: parsed.data };
  const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
  return {
    ok: false,
    problems: settings
      .filter(({ key }) => wrong.has(key))
      .map(({ key, remedy, given }) => problem(key, given, remedy)),
  };
}

function problem(key: string, given: unknown, remedy: Bilingual): Bilingual {
  const value = JSON.stringify(given);
  return given === undefined
    ? {
        fr: `Configuration : « ${key} » manque dans cdk.json ; ${remedy.fr}.`,
        en: `Configuration: "${key}" is missing in cdk.json; ${remedy.en}.`,
      }
    : {
        fr: `Configuration : « ${key} » vaut ${value}, ce qui ne convient pas ; ${remedy.fr}.`,
        en: `Configuration: "${key}" is ${value}, which cannot be used; ${remedy.en}.`,
      };
}
