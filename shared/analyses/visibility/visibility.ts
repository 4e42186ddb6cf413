import { rateLimitsColumn } from '#shared/analyses/counts/rate-limits.ts';
import { SEQUENCE_SETS } from '#shared/protocol/sequence-set.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { limitColumns, PERCENT, scaled } from '#shared/publication/column-groups.ts';
import { type FigureColumn, wholeFigure, withReason } from '#shared/publication/figure-columns.ts';
import type { ReasonCode } from '#shared/publication/reasons.ts';
import { type ComputedTable, resultTable } from '#shared/publication/result-table.ts';
import { type Figure, isMissing, mapped, missing } from '#shared/statistics/figure.ts';
import {
  type ComparedSets,
  MODALITIES_COMPARED,
  membersOf,
  SEQUENCES_COMPARED,
  SETS_ALONE,
  type SetAlone,
  SHOWN_BY,
  shownBy,
} from './compared-sets.ts';
import {
  type LesionGroup,
  lesionGroupColumn,
  lesionsBySegment,
  lesionsBySide,
  lesionsBySize,
} from './lesion-groups.ts';
import { isSeenOn, type ListedLesions } from './listed-lesions.ts';
import { patternOf, type SeenHow, seenHowColumns } from './seen-how.ts';
import { metastases, type ShareOfKind, shareOfKind, tally } from './tally.ts';

interface VisibilityFigures extends SeenHow {
  readonly group: LesionGroup;
  readonly found: Figure<ShareOfKind, ReasonCode>;
}

const SHARE = { fr: 'part des métastases évaluables', en: 'share of the assessable metastases' };

const whole = (name: string, fr: string, en: string, read: (found: ShareOfKind) => number) =>
  wholeFigure<VisibilityFigures>(name, { fr, en }, ({ found }) => mapped(found, read));

const figureColumns: readonly FigureColumn<VisibilityFigures>[] = [
  whole('lesions', 'métastases vues ainsi', 'metastases seen so', ({ lesions }) => lesions),
  whole('n_patients', 'patients qui en ont', 'patients who have one', ({ patients }) => patients),
  whole(
    'assessable',
    'métastases évaluables (dénominateur de la part)',
    'assessable metastases (the share’s denominator)',
    ({ judged }) => judged,
  ),
  whole(
    'n_patients_assessable',
    'patients avec une métastase évaluable',
    'patients with an assessable metastasis',
    ({ share }) => share.patients,
  ),
  whole(
    'not_assessable',
    'métastases non évaluables sur ces séquences',
    'metastases not assessable on these sequences',
    ({ notAssessable }) => notAssessable,
  ),
  scaled(PERCENT, 'share', SHARE, ({ found }) => (isMissing(found) ? found : found.share.estimate)),
  ...limitColumns<VisibilityFigures>(PERCENT, 'share', SHARE, ({ found }) =>
    isMissing(found) ? found : found.share.interval,
  ),
  rateLimitsColumn<VisibilityFigures>('share_limits', SHARE, ({ found }) =>
    isMissing(found) ? { interval: found, oneSided: false } : found.share,
  ),
];

/**
 * Which of the listed metastases are seen where: the 64 patterns of the six sequences; what each sequence and all of CT and
 * of MRI show; and of CT and MRI and of any two sequences, which are seen by both, by one alone, or by neither. Seen by CT alone are those that the thesis assumes not
 * to exist (line 1139). A pattern that nothing has stands only among those of the whole liver.
 */
export function visibilityTable(
  listed: ListedLesions,
  settings: Pick<StudySettings, 'fewestPatientsShown'>,
): ComputedTable {
  const lesions = metastases(listed);
  const groups = [
    ...lesionsBySide(lesions),
    ...lesionsBySegment(lesions, settings),
    ...lesionsBySize(lesions, settings),
  ];
  return resultTable<VisibilityFigures>(
    'visibility',
    {
      fr: 'Métastases listées une à une : sur quelles séquences elles sont vues',
      en: 'Metastases listed one by one: on which sequences they are seen',
    },
    [lesionGroupColumn, ...seenHowColumns, ...withReason<VisibilityFigures>(null, null, figureColumns)],
    groups.flatMap((group) => [
      ...patternRows(group),
      ...SETS_ALONE.map((alone) => seenRow(group, alone)),
      ...[MODALITIES_COMPARED, ...SEQUENCES_COMPARED].flatMap((compared) => comparedRows(group, compared)),
    ]),
  );
}

function patternRows(group: LesionGroup): readonly VisibilityFigures[] {
  if (group.withheld !== null) return [];
  const counted = tally(group.lesions, SEQUENCE_SETS.length, patternOf);
  return SEQUENCE_SETS.map((pattern) => ({
    group,
    way: 'pattern' as const,
    pattern,
    compared: null,
    found: shareOfKind(counted, pattern),
  })).filter(({ found }) => found.lesions > 0 || group.code === 'whole');
}

function seenRow(group: LesionGroup, compared: SetAlone): VisibilityFigures {
  const { withheld, lesions } = group;
  const members = membersOf(compared.first);
  const counted = () =>
    tally(lesions, 2, (lesion) => {
      const isSeen = isSeenOn(lesion, members);
      return isSeen === null ? null : Number(isSeen);
    });
  return {
    ...{ group, way: 'seen', pattern: null, compared },
    found: withheld === null ? shareOfKind(counted(), 1) : missing(withheld),
  };
}

function comparedRows(group: LesionGroup, compared: ComparedSets): readonly VisibilityFigures[] {
  const { withheld, lesions } = group;
  const counted = tally(withheld === null ? lesions : [], SHOWN_BY.length, shownBy(compared));
  return SHOWN_BY.map((way, kind) => ({
    group,
    way,
    pattern: null,
    compared,
    found: withheld === null ? shareOfKind(counted, kind) : missing(withheld),
  }));
}
