import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod';
import type { Bilingual } from '#shared/language.ts';
import { type StudySettings, studySettingsSchema } from '#shared/protocol/study-settings.ts';
import { CENTRE_NAME } from '#shared/storage/bucket-keys.ts';
import { CONTACTS_REMEDY, contactProblems, contactsSchema } from './contacts.ts';
import { SETTING_REMEDIES } from './setting-remedies.ts';

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

/** As in DNS, in lower case, with a dot at least; no port, no path. */
const DOMAIN_NAME = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/**
 * What the names of all centres may be long together, with a comma between two: each function gets them in its environment,
 * for which Lambda has 4 KB.
 */
export const MOST_CENTRE_CHARACTERS = 2500;

/** What a site decides beside the study's settings: the context of `cdk.json`, or `-c key=value` on the command line, where all is text. */
export const siteSchema = z
  .object({
    /** The centres that may upload; each is a folder of `uploads/`. */
    centres: z.preprocess(
      (given) => (typeof given === 'string' ? given.split(',').map((name) => name.trim()) : given),
      z
        .array(z.string().regex(CENTRE_NAME))
        .min(1)
        .refine((names) => new Set(names).size === names.length)
        .refine((names) => names.join(',').length <= MOST_CENTRE_CHARACTERS)
        .readonly(),
    ),
    /** When the statistics run by themselves: `cron(…)` in UTC, or `rate(…)`. */
    schedule: z.string().regex(SCHEDULE),
    /** How long logs, and reports that a newer one replaced, are kept: one of CloudWatch's terms. */
    retentionDays: z.coerce
      .number()
      .pipe(z.enum(RetentionDays))
      .refine((days) => days !== RetentionDays.INFINITE),
    /**
     * In how many days everything is verified at the latest: rows against files, tables against their recomputation. 1: every
     * night, whether anything happened or not.
     */
    fullVerificationDays: z.coerce.number().int().min(1).max(31),
    /** Who is told of alarms; nobody when it is not given. */
    alarmEmail: z.email().optional(),
    /** The name under which IT shows the desk, where it has put something of its own before it. */
    deskDomain: z.string().regex(DOMAIN_NAME).optional(),
    /** Who is told by mail of verdicts and results. */
    contacts: contactsSchema,
  })
  .readonly();

type Site = z.infer<typeof siteSchema>;

export interface StudyConfiguration extends Site {
  /** What decides who and what counts in the study, and how it is published. */
  readonly study: StudySettings;
}

export type ConfigurationOutcome =
  | { readonly ok: true; readonly configuration: StudyConfiguration }
  | { readonly ok: false; readonly problems: readonly Bilingual[] };

const remedies = {
  centres: {
    fr: `donner au moins un centre, chacun une seule fois, son nom en a-z, 0-9 et « - » (32 caractères au plus, ${MOST_CENTRE_CHARACTERS} pour tous ensemble), par exemple « -c centres=rouen,caen »`,
    en: `give at least one centre, each only once, its name in a-z, 0-9 and "-" (at most 32 characters, ${MOST_CENTRE_CHARACTERS} for all together), for example "-c centres=rouen,caen"`,
  },
  schedule: {
    fr: 'donner une expression EventBridge en heure UTC, par exemple « cron(0 2 * * ? *) » pour chaque nuit ou « rate(12 hours) »',
    en: 'give an EventBridge expression in UTC, for example "cron(0 2 * * ? *)" for every night, or "rate(12 hours)"',
  },
  retentionDays: {
    fr: 'donner une durée que CloudWatch propose, en jours : 30, 90, 180, 365, 731, 1827 ou 3653',
    en: 'give a term that CloudWatch offers, in days: 30, 90, 180, 365, 731, 1827 or 3653',
  },
  fullVerificationDays: {
    fr: 'donner un nombre de jours de 1 (chaque nuit) à 31',
    en: 'give a number of days from 1 (every night) to 31',
  },
  alarmEmail: {
    fr: 'donner une adresse électronique, ou retirer cette ligne',
    en: 'give an e-mail address, or remove this line',
  },
  deskDomain: {
    fr: 'donner le nom de domaine sous lequel la page des centres est montrée, par exemple « renaten.chu-exemple.fr », ou retirer cette ligne',
    en: 'give the domain name under which the page of the centres is shown, for example "renaten.chu-exemple.fr", or remove this line',
  },
  contacts: CONTACTS_REMEDY,
  ...SETTING_REMEDIES,
} satisfies Record<keyof Site | keyof StudySettings, Bilingual>;

/** The CDK's own keys have a colon or an `@` (`@aws-cdk/…`, `aws:cdk:…`, `hosted-zone:…`); ours are plain words. */
const PLAIN_WORD = /^[A-Za-z]+$/;

/**
 * The configuration, or one sentence for each setting that cannot be used or that nobody knows.
 *
 * @param context - all of the CDK context
 */
export function readConfiguration(context: Readonly<Record<string, unknown>>): ConfigurationOutcome {
  const unknown = Object.keys(context).filter((key) => PLAIN_WORD.test(key) && !Object.hasOwn(remedies, key));
  const site = siteSchema.safeParse(context);
  const study = studySettingsSchema.safeParse(context);
  const centres = siteSchema.unwrap().shape.centres.safeParse(context['centres']);
  const contacts = contactProblems(context['contacts'], centres.data);
  if (site.success && study.success && unknown.length === 0 && contacts.length === 0) {
    return { ok: true, configuration: { ...site.data, study: study.data } };
  }
  const issues = [site, study].flatMap(({ error }) => error?.issues ?? []);
  const wrong = new Set(issues.map(({ path }) => path[0]));
  // What can be said of one address says more than the sentence on all of them.
  if (contacts.length > 0) wrong.delete('contacts');
  return {
    ok: false,
    problems: [
      ...Object.entries(remedies)
        .filter(([key]) => wrong.has(key))
        .map(([key, remedy]) => problem(key, context[key], remedy)),
      ...contacts,
      ...unknown.map(unknownSetting),
    ],
  };
}

function unknownSetting(key: string): Bilingual {
  const known = Object.keys(remedies).join(', ');
  return {
    fr: `Configuration : « ${key} » n’est pas un réglage ; ceux qui existent sont : ${known}.`,
    en: `Configuration: "${key}" is no setting; the ones that exist are: ${known}.`,
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
