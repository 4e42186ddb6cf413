import * as z from 'zod';
import { parseJson } from '#shared/json.ts';
import type { Bilingual } from '#shared/language.ts';

/** Of a centre, or for results: more people than write for one, and few enough for 500 centres in one deployment. */
const MOST_ADDRESSES = 5;

const addresses = z
  .array(z.email())
  .max(MOST_ADDRESSES)
  .refine((given) => new Set(given).size === given.length)
  .readonly();

/** On the command line all is text; one that is no JSON stays what it is, and is refused. */
const asJson = (given: unknown): unknown => (typeof given === 'string' ? (parseJson(given) ?? given) : given);

/** Who is told by mail; nobody where nothing is given. */
export const contactsSchema = z.preprocess(
  asJson,
  z
    .strictObject({
      /** Of the verdicts on the files of a centre. */
      centres: z.record(z.string(), addresses).readonly().default({}),
      /** Of new results. */
      results: addresses.default([]),
    })
    .readonly()
    .default({ centres: {}, results: [] }),
);
export type Contacts = z.infer<typeof contactsSchema>;

/** What to write, where what stands there cannot be used. */
export const CONTACTS_REMEDY: Bilingual = {
  fr: `donner les adresses des centres et celles à qui annoncer les résultats, ${MOST_ADDRESSES} au plus pour chacun, par exemple « {"centres": {"rouen": ["radiologie@chu-exemple.fr"]}, "results": ["coordination@chu-exemple.fr"]} », ou retirer cette ligne`,
  en: `give the addresses of centres and of those who are told of results, at most ${MOST_ADDRESSES} for each, for example {"centres": {"rouen": ["radiology@hospital.example"]}, "results": ["coordination@hospital.example"]}, or remove this line`,
};

/**
 * One sentence for each address that is none, and for each centre that the study does not have.
 *
 * @param centres - those of the study; undefined where they are not known
 */
export function contactProblems(
  given: unknown,
  centres: readonly string[] | undefined,
): readonly Bilingual[] {
  const outcome = contactsSchema.safeParse(given);
  if (outcome.success) {
    if (centres === undefined) return [];
    return Object.keys(outcome.data.centres)
      .filter((centre) => !centres.includes(centre))
      .map((centre) => ({
        fr: `Configuration : « contacts » nomme le centre « ${centre} », qui n’est pas dans « centres » (${centres.join(', ')}) ; corriger son nom, ou retirer ses adresses.`,
        en: `Configuration: "contacts" names the centre "${centre}", which is not in "centres" (${centres.join(', ')}); correct its name, or remove its addresses.`,
      }));
  }
  return outcome.error.issues.flatMap((issue) =>
    issue.code === 'invalid_format' ? [noAddress(given, issue.path)] : [],
  );
}

function noAddress(given: unknown, path: readonly PropertyKey[]): Bilingual {
  const place = path.slice(0, -1).map(String).join('.');
  const address = JSON.stringify(valueAt(asJson(given), path));
  return {
    fr: `Configuration : dans « contacts », sous « ${place} », ${address} n’est pas une adresse électronique ; la corriger, ou la retirer.`,
    en: `Configuration: in "contacts", under "${place}", ${address} is no e-mail address; correct it, or remove it.`,
  };
}

const partsSchema = z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]);

function valueAt(given: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, name) => {
    const parts = partsSchema.safeParse(value);
    return parts.success ? new Map(Object.entries(parts.data)).get(String(name)) : undefined;
  }, given);
}
