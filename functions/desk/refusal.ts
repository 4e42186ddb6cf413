import type { Refusal } from '#shared/desk/api.ts';
import type { Bilingual } from '#shared/language.ts';
import { clearedResult } from '#shared/publication/cleared-result.ts';
import { LARGEST_FILE_MEGABYTES } from '#shared/validation/limits.ts';

interface Refusing {
  readonly status: number;
  readonly message: Bilingual;
}

/** Why the desk does not do what it was asked. Nothing of the inside is told, nor whether a link ever was good. */
const REFUSALS = {
  unknown_link: {
    status: 401,
    message: {
      fr: 'Ce lien n’est pas valable, ou ne l’est plus : demandez-en un nouveau au coordinateur de l’étude.',
      en: 'This link is not valid, or no longer: ask the coordinator of the study for a new one.',
    },
  },
  not_for_this_link: {
    status: 403,
    message: {
      fr: 'Ce lien ne donne pas accès à cette page.',
      en: 'This link gives no access to this page.',
    },
  },
  no_such_address: {
    status: 404,
    message: { fr: 'Cette adresse n’existe pas.', en: 'There is no such address.' },
  },
  no_such_file: {
    status: 404,
    message: {
      fr: 'Votre centre n’a pas de fichier de ce nom, ou l’a retiré.',
      en: 'Your centre has no file of this name, or has withdrawn it.',
    },
  },
  no_such_result: {
    status: 404,
    message: {
      fr: 'Ce résultat n’existe pas, ou pas en entier.',
      en: 'There is no such result, or not all of it.',
    },
  },
  wrong_method: {
    status: 405,
    message: { fr: 'Cette adresse ne se demande pas ainsi.', en: 'This address is not asked in this way.' },
  },
  file_changed: {
    status: 409,
    message: {
      fr: 'Ce fichier a changé entre-temps : rechargez la page.',
      en: 'This file has changed meanwhile: load the page again.',
    },
  },
  name_taken: {
    status: 409,
    message: {
      fr: 'Ce nom désigne déjà un résultat et ne change plus : prenez-en un autre.',
      en: 'This name means a result already and changes no more: take another one.',
    },
  },
  result_cleared: {
    status: 410,
    message: clearedResult(),
  },
  result_altered: {
    status: 409,
    message: {
      fr: 'Un fichier de ce résultat n’est pas celui que son manifeste nomme : il ne peut être figé.',
      en: 'A file of this result is not the one that its manifest names: it cannot be frozen.',
    },
  },
  too_long: {
    status: 413,
    message: { fr: 'Cette demande est trop longue.', en: 'This request is too long.' },
  },
  not_json: {
    status: 415,
    message: { fr: 'Cette demande doit être en JSON.', en: 'This request must be JSON.' },
  },
  unusable_request: {
    status: 400,
    message: {
      fr: 'Cette demande est incomplète ou mal formée.',
      en: 'This request is incomplete or malformed.',
    },
  },
  unusable_name: {
    status: 400,
    message: {
      fr: 'Ce nom de fichier ne convient pas : il finit par .csv et a 128 caractères au plus, sans « / » ni « \\ ».',
      en: 'This name of a file cannot be used: it ends in .csv and has at most 128 characters, without "/" and "\\".',
    },
  },
  unusable_result_name: {
    status: 400,
    message: {
      fr: 'Ce nom ne convient pas à un résultat : a-z, 0-9 et « - », 64 caractères au plus, rien qui ressemble à un id.',
      en: 'A result cannot have this name: a-z, 0-9 and "-", at most 64 characters, nothing like an id.',
    },
  },
  empty_file: {
    status: 400,
    message: { fr: 'Ce fichier est vide.', en: 'This file is empty.' },
  },
  file_too_large: {
    status: 413,
    message: {
      fr: `Ce fichier dépasse ${LARGEST_FILE_MEGABYTES} Mo.`,
      en: `This file is larger than ${LARGEST_FILE_MEGABYTES} MB.`,
    },
  },
  failed: {
    status: 500,
    message: {
      fr: 'La page n’a pas pu faire ce que vous demandez : réessayez dans un instant. Rien n’est perdu.',
      en: 'The page could not do what you ask: try again in a moment. Nothing is lost.',
    },
  },
} as const satisfies Readonly<Record<string, Refusing>>;
export type RefusalCode = keyof typeof REFUSALS;

/** Thrown by a route: ends the request with this answer. */
export class DeskRefusal extends Error {
  override readonly name = 'DeskRefusal';
  readonly code: RefusalCode;
  constructor(code: RefusalCode) {
    super(code);
    this.code = code;
  }
}

/** What the page gets for it. */
export function refusalAnswer(code: RefusalCode): { readonly status: number; readonly body: Refusal } {
  const { status, message } = REFUSALS[code];
  return { status, body: { code, message } };
}
