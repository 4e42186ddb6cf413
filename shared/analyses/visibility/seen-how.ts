import { EVERY_SEQUENCE, holds, isWithin, type SequenceSet } from '#shared/protocol/sequence-set.ts';
import { SEQUENCES } from '#shared/protocol/sequences.ts';
import { type ColumnDefinition, coded, codedList } from '#shared/publication/result-table.ts';
import { type CodeOf, entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';
import { type ComparedSets, comparedSetsColumns, type SetAlone } from './compared-sets.ts';
import type { ListedLesion } from './listed-lesions.ts';

const WAYS = vocabulary(
  'seen_how',
  entriesOf({
    pattern: {
      fr: 'vues sur ces séquences, et sur aucune autre',
      en: 'seen on these sequences, and on no other',
    },
    seen: {
      fr: 'vues de la première, quoi que montrent les autres',
      en: 'seen by the first, whatever the others show',
    },
    both: { fr: 'vues des deux', en: 'seen by both' },
    only_first: { fr: 'vues de la première seule', en: 'seen by the first alone' },
    only_second: { fr: 'vues de la seconde seule', en: 'seen by the second alone' },
    neither: { fr: 'vues d’aucune des deux', en: 'seen by neither' },
  }),
);

const NOWHERE = 'none';
const PATTERNS = vocabulary('seen_on', [
  ...SEQUENCES.map(({ name, title }) => ({ code: name, title })),
  ...entriesOf({ [NOWHERE]: { fr: 'aucune séquence', en: 'no sequence' } }),
]);

/** How lesions are seen: on exactly some of the six sequences, by one set of them, or by which of two. */
export interface SeenHow {
  readonly way: CodeOf<typeof WAYS>;
  readonly pattern: SequenceSet | null;
  readonly compared: ComparedSets | SetAlone | null;
}

/** The sequences that show a lesion, which is the number of its pattern; null where one of the six cannot be judged. */
export const patternOf = ({ seenOn, assessedOn }: ListedLesion): number | null =>
  isWithin(EVERY_SEQUENCE, assessedOn) ? seenOn : null;

const sequencesOf = (pattern: SequenceSet): readonly CodeOf<typeof PATTERNS>[] => {
  const names = SEQUENCES.map(({ name }) => name).filter((name) => holds(pattern, name));
  return names.length === 0 ? [NOWHERE] : names;
};

export const seenHowColumns: readonly ColumnDefinition<SeenHow>[] = [
  coded('what', { fr: 'comment vues', en: 'seen how' }, WAYS, ({ way }) => way),
  codedList<SeenHow, CodeOf<typeof PATTERNS>>(
    'seen_on',
    { fr: 'vues sur exactement ces séquences', en: 'seen on exactly these sequences' },
    PATTERNS,
    ({ pattern }) => (pattern === null ? [] : sequencesOf(pattern)),
  ),
  ...comparedSetsColumns,
];
