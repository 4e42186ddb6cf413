import { shownBesideTheWhole } from '#shared/analyses/shown-beside-the-whole.ts';
import { REGION_TITLES, REGIONS, type Region } from '#shared/protocol/sides.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import type { ReasonCode } from '#shared/publication/reasons.ts';
import { type ColumnDefinition, coded } from '#shared/publication/result-table.ts';
import { type CodeOf, entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';
import { SEGMENT_TITLES, SEGMENTS } from '#shared/tables/segment.ts';
import { SIZE_CLASSES, type SizeClass } from '#shared/tables/size-class.ts';
import type { ListedLesion } from './listed-lesions.ts';

const NO_SEGMENT = 'segment_not_known';
const NO_SIZE = 'size_not_known';
const segmentCode = (segment: ListedLesion['segment']) =>
  segment === null ? NO_SEGMENT : (`segment_${segment}` as const);

/** Which lesions a row speaks of: by side, by segment, or by size. */
export const LESION_GROUPS = vocabulary('lesion_group', [
  ...entriesOf(REGION_TITLES),
  ...SEGMENTS.map((segment) => ({ code: segmentCode(segment), title: SEGMENT_TITLES[segment] })),
  ...entriesOf({ [NO_SEGMENT]: { fr: 'segment non connu', en: 'segment not known' } }),
  ...entriesOf(SIZE_CLASSES),
  ...entriesOf({ [NO_SIZE]: { fr: 'taille non connue', en: 'size not known' } }),
]);
export type GroupCode = CodeOf<typeof LESION_GROUPS>;

/** What the lesions are told apart by. */
export type Division = 'side' | 'segment' | 'size';

export interface LesionGroup {
  readonly division: Division;
  readonly code: GroupCode;
  readonly lesions: readonly ListedLesion[];
  /** Why nothing is said of them; null of lesions that are shown. */
  readonly withheld: ReasonCode | null;
}

type GroupSettings = Pick<StudySettings, 'fewestPatientsShown'>;

/** The whole liver and its sides, with or without a lesion. */
export const lesionsBySide = (lesions: readonly ListedLesion[]): readonly LesionGroup[] =>
  REGIONS.map((code) => ({ division: 'side', code, lesions: inRegion(lesions, code), withheld: null }));

/** The segments that have a lesion, and those of unknown segment. */
export const lesionsBySegment = (
  lesions: readonly ListedLesion[],
  settings: GroupSettings,
): readonly LesionGroup[] => {
  const codes = [...SEGMENTS, null].map(segmentCode);
  const groups = divided('segment', lesions, codes, ({ segment }) => segmentCode(segment));
  // The sides are shown, too, and most segments lie within one of them.
  return withheldWhereSmall(groups, REGIONS, settings);
};

/** The size classes that have a lesion, and those of unknown size. */
export const lesionsBySize = (
  lesions: readonly ListedLesion[],
  settings: GroupSettings,
): readonly LesionGroup[] => {
  const codes: readonly (SizeClass | typeof NO_SIZE)[] = [
    ...entriesOf(SIZE_CLASSES).map(({ code }) => code),
    NO_SIZE,
  ];
  const groups = divided('size', lesions, codes, ({ sizeClass }) => sizeClass ?? NO_SIZE);
  return withheldWhereSmall(groups, ['whole'], settings);
};

export const lesionGroupColumn: ColumnDefinition<{ readonly group: LesionGroup }> = coded(
  'group',
  { fr: 'métastases de quel côté, segment ou taille', en: 'metastases of which side, segment or size' },
  LESION_GROUPS,
  ({ group }) => group.code,
);

function divided(
  division: Division,
  lesions: readonly ListedLesion[],
  codes: readonly GroupCode[],
  codeOf: (lesion: ListedLesion) => GroupCode,
): readonly LesionGroup[] {
  const byCode = Map.groupBy(lesions, codeOf);
  return codes.flatMap((code) => {
    const own = byCode.get(code);
    return own === undefined ? [] : [{ division, code, lesions: own, withheld: null }];
  });
}

/** Keeps back a group of few patients; and another one, where a region less the groups shown would give it. */
function withheldWhereSmall(
  groups: readonly LesionGroup[],
  regions: readonly Region[],
  { fewestPatientsShown }: GroupSettings,
): readonly LesionGroup[] {
  const large = groups.filter((group) => patientsIn(group.lesions) >= fewestPatientsShown);
  const keptBack = (shown: readonly LesionGroup[]) =>
    groups.filter((group) => !shown.includes(group)).flatMap(({ lesions }) => lesions);
  const shown = shownBesideTheWhole(
    {
      large,
      patientsOf: ({ lesions }) => patientsIn(lesions),
      patientsOutside: (some) => {
        const rests = regions.map((region) => patientsIn(inRegion(keptBack(some), region)));
        return Math.min(...rests.filter((patients) => patients > 0), fewestPatientsShown);
      },
    },
    fewestPatientsShown,
  );
  return groups.map((group) => {
    if (shown.includes(group)) return group;
    return { ...group, withheld: large.includes(group) ? 'hides_small_group' : 'too_few_patients' };
  });
}

const inRegion = (lesions: readonly ListedLesion[], region: Region): readonly ListedLesion[] =>
  region === 'whole' ? lesions : lesions.filter(({ side }) => side === region);

const patientsIn = (lesions: readonly ListedLesion[]): number =>
  new Set(lesions.map(({ patient }) => patient)).size;
