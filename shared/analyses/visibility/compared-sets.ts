import { PROTOCOLS } from '#shared/analyses/counts/protocol-columns.ts';
import { ACQUISITION_SETS, type AcquisitionSet } from '#shared/protocol/acquisition-sets.ts';
import { COMPARISONS } from '#shared/protocol/comparisons.ts';
import { isWithin, type SequenceSet, sequenceSet } from '#shared/protocol/sequence-set.ts';
import { type ColumnDefinition, coded } from '#shared/publication/result-table.ts';
import { isSeenOn, type ListedLesion } from './listed-lesions.ts';

/** Two sets of acquisitions of which it is asked, lesion by lesion, which of them shows it; differences are first − second. */
export interface ComparedSets {
  readonly first: AcquisitionSet;
  readonly second: AcquisitionSet;
}

/** One set alone, of which it is asked whether it shows a lesion. */
export interface SetAlone {
  readonly first: AcquisitionSet;
  readonly second: null;
}

function setNamed(name: string): AcquisitionSet {
  const found = ACQUISITION_SETS.find((set) => set.name === name);
  if (found === undefined) throw new Error(`no set of acquisitions is ${name}`);
  return found;
}

/** The question of the study, all of MRI and all of CT. */
export const MODALITIES_COMPARED: ComparedSets = { first: setNamed('full_mri'), second: setNamed('full_ct') };

/** The 15 comparisons of single sequences. */
export const SEQUENCES_COMPARED: readonly ComparedSets[] = COMPARISONS.map(({ first, second }) => ({
  first: setNamed(first.name),
  second: setNamed(second.name),
}));

/** Each of the six sequences, and all of MRI and all of CT. */
export const SETS_ALONE: readonly SetAlone[] = ACQUISITION_SETS.filter(
  (set) =>
    set.members.length === 1 || set === MODALITIES_COMPARED.first || set === MODALITIES_COMPARED.second,
).map((first) => ({ first, second: null }));

export const membersOf = ({ members }: AcquisitionSet): SequenceSet => sequenceSet(members);
const holdsTheOther = ({ first, second }: ComparedSets): boolean =>
  isWithin(membersOf(first), membersOf(second)) || isWithin(membersOf(second), membersOf(first));

const OF_SEVERAL = ACQUISITION_SETS.filter(({ members }) => members.length > 1);

/** Of two sets of several acquisitions neither of which holds the other: one that does shows every lesion of the other. */
export const PROTOCOLS_COMPARED: readonly ComparedSets[] = OF_SEVERAL.flatMap((first, position) =>
  OF_SEVERAL.slice(position + 1).map((second) => ({ first, second })),
).filter(
  (compared) =>
    !holdsTheOther(compared) &&
    (compared.first !== MODALITIES_COMPARED.first || compared.second !== MODALITIES_COMPARED.second),
);

/** Which of two sets show a lesion. */
export const SHOWN_BY = ['both', 'only_first', 'only_second', 'neither'] as const;
export type ShownBy = (typeof SHOWN_BY)[number];

/** As the position in `SHOWN_BY`; null where one of the two cannot be judged. */
export function shownBy({ first, second }: ComparedSets): (lesion: ListedLesion) => number | null {
  const [ofFirst, ofSecond] = [membersOf(first), membersOf(second)];
  const position = (way: ShownBy) => SHOWN_BY.indexOf(way);
  const [both, neither] = [position('both'), position('neither')];
  const [onlyFirst, onlySecond] = [position('only_first'), position('only_second')];
  return (lesion) => {
    const [firstSees, secondSees] = [isSeenOn(lesion, ofFirst), isSeenOn(lesion, ofSecond)];
    if (firstSees === null || secondSees === null) return null;
    if (firstSees) return secondSees ? both : onlyFirst;
    return secondSees ? onlySecond : neither;
  };
}

/** Which two sets a row compares, or the one that it speaks of; blank in a row that speaks of none. */
export const comparedSetsColumns: readonly ColumnDefinition<{
  readonly compared: ComparedSets | SetAlone | null;
}>[] = [
  coded(
    'first',
    { fr: 'première séquence ou premier protocole', en: 'first sequence or protocol' },
    PROTOCOLS,
    ({ compared }) => compared?.first.name ?? null,
  ),
  coded(
    'second',
    { fr: 'seconde séquence ou second protocole', en: 'second sequence or protocol' },
    PROTOCOLS,
    ({ compared }) => compared?.second?.name ?? null,
  ),
];
