import { codesOf } from '#shared/language.ts';
import { entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';
import { REFERENCES, type Reference } from '#shared/tables/lesion-judgement.ts';
import type { ListedLesion } from './listed-lesions.ts';

/** What establishes that a lesion is a metastasis, or none. */
export type Standard = Exclude<Reference, 'none'>;

const isStandard = (reference: Reference): reference is Standard => reference !== 'none';
export const STANDARDS: readonly Standard[] = codesOf(REFERENCES).filter(isStandard);

/** Which lesions a row speaks of, by what establishes their nature; `all` is any of them. */
export type StandardOrAll = Standard | 'all';
const { none: _, ...standards } = REFERENCES;
export const STANDARDS_OR_ALL = vocabulary(
  'reference',
  entriesOf<StandardOrAll>({
    all: { fr: 'toute référence', en: 'any reference' },
    ...standards,
  }),
);

/** A lesion of which a reference says what it is. */
export const isVerified = ({ nature, reference }: Pick<ListedLesion, 'nature' | 'reference'>): boolean =>
  reference !== 'none' && nature !== 'unknown';

export const isVerifiedBy = (lesion: ListedLesion, standard: StandardOrAll): boolean =>
  isVerified(lesion) && (standard === 'all' || lesion.reference === standard);
