import { type CountedPair, wholeLiverCount } from '#shared/analyses/counts/counted-pairs.ts';
import { descriptionColumns, partColumns, percentColumn } from '#shared/publication/description-columns.ts';
import { codedFigure, DOES_NOT_APPLY, withReason } from '#shared/publication/figure-columns.ts';
import { type ComputedTable, coded, resultTable } from '#shared/publication/result-table.ts';
import { UNITS, type Unit } from '#shared/publication/units.ts';
import { type CodeOf, entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';
import { type Description, describe } from '#shared/statistics/descriptives.ts';
import type { Figure } from '#shared/statistics/figure.ts';
import type { IncludedPatient } from '#shared/study/eligibility.ts';
import type { PairRow } from '#shared/tables/pairs.ts';

const MEASURES = vocabulary(
  'dose_measure',
  entriesOf({
    ct_exams: {
      fr: 'TDM par patient depuis le diagnostic',
      en: 'CT examinations per patient since diagnosis',
    },
    ct_dlp_arterial: { fr: 'produit dose-longueur, TDM artériel', en: 'dose–length product, CT arterial' },
    ct_dlp_portal: { fr: 'produit dose-longueur, TDM portal', en: 'dose–length product, CT portal' },
    ct_dlp_both: { fr: 'produit dose-longueur, les deux phases', en: 'dose–length product, both phases' },
    saved_without_portal: {
      fr: 'part de la dose économisée sans phase portale',
      en: 'share of the dose saved without the portal phase',
    },
    lost_without_portal: {
      fr: 'métastases de la TDM perdues sans phase portale',
      en: 'metastases of the CT lost without the portal phase',
    },
  }),
);
const LEVELS = vocabulary(
  'dose_level',
  entriesOf({
    known: { fr: 'connu', en: 'known' },
    under_10: { fr: 'moins de 10', en: 'under 10' },
    '10_to_20': { fr: 'de 10 à 20', en: '10 to 20' },
    over_20: { fr: 'plus de 20', en: 'over 20' },
    not_known: { fr: 'non connu', en: 'not known' },
    lost: { fr: 'perdues', en: 'lost' },
  }),
);

interface DoseRow {
  readonly measure: CodeOf<typeof MEASURES>;
  readonly level: CodeOf<typeof LEVELS>;
  readonly of: Unit;
  readonly n: number;
  readonly denominator: number;
  /** Of what is a quantity. */
  readonly values: Description | null;
  readonly unit: Unit | null;
}

/** The groups of the thesis (line 1281). */
function examsLevel(exams: number | null): DoseRow['level'] {
  if (exams === null) return 'not_known';
  if (exams < 10) return 'under_10';
  return exams <= 20 ? '10_to_20' : 'over_20';
}

const EXAM_LEVELS = ['under_10', '10_to_20', 'over_20', 'not_known'] as const;

/**
 * What CT costs in radiation, and what the portal phase is worth: the CT examinations of the included patients, the dose
 * of each phase on the counted pairs, and the lesions of the CT that the arterial phase does not show.
 */
export function doseTable(
  included: readonly IncludedPatient[],
  counted: readonly CountedPair[],
): ComputedTable {
  const exams = included.map(({ screened }) => screened.patient.ct_exams);
  const pairs = counted.map(({ pair }) => pair);
  const rows: readonly DoseRow[] = [
    quantity('ct_exams', 'patients', null, exams),
    ...EXAM_LEVELS.map((level) => ({
      measure: 'ct_exams' as const,
      level,
      of: 'patients' as const,
      n: exams.filter((count) => examsLevel(count) === level).length,
      denominator: exams.length,
      values: null,
      unit: null,
    })),
    quantity(
      'ct_dlp_arterial',
      'pairs',
      'mgy_cm',
      pairs.map(({ ct_dlp_arterial }) => ct_dlp_arterial),
    ),
    quantity(
      'ct_dlp_portal',
      'pairs',
      'mgy_cm',
      pairs.map(({ ct_dlp_portal }) => ct_dlp_portal),
    ),
    quantity('ct_dlp_both', 'pairs', 'mgy_cm', pairs.map(bothPhases)),
    quantity('saved_without_portal', 'pairs', 'percent', pairs.map(portalShare)),
    lostWithoutPortal(pairs),
  ];
  return resultTable<DoseRow>(
    'dose',
    {
      fr: 'Irradiation, et ce que vaut la phase portale',
      en: 'Radiation, and what the portal phase is worth',
    },
    [
      coded('measure', { fr: 'grandeur', en: 'quantity' }, MEASURES, ({ measure }) => measure),
      coded('level', { fr: 'modalité', en: 'level' }, LEVELS, ({ level }) => level),
      coded('of', { fr: 'ce que compte la ligne', en: 'what the row counts' }, UNITS, ({ of }) => of),
      ...partColumns,
      ...withReason<DoseRow>(null, null, [
        percentColumn,
        codedFigure(
          'unit',
          { fr: 'unité de la grandeur', en: 'unit of the quantity' },
          UNITS,
          ({ unit }) => unit ?? DOES_NOT_APPLY,
        ),
        ...descriptionColumns(
          ['mean', 'standardDeviation', 'median', 'minimum', 'firstQuartile', 'thirdQuartile', 'maximum'],
          ofQuantity,
        ),
      ]),
    ],
    rows,
  );
}

const ofQuantity =
  (read: (values: Description) => Figure) =>
  ({ values }: DoseRow) =>
    values === null ? DOES_NOT_APPLY : read(values);

function quantity(
  measure: DoseRow['measure'],
  of: Unit,
  unit: Unit | null,
  found: readonly (number | null)[],
): DoseRow {
  const values = describe(found);
  return { measure, level: 'known', of, n: values.n, denominator: found.length, values, unit };
}

const bothPhases = ({ ct_dlp_arterial, ct_dlp_portal }: PairRow): number | null =>
  ct_dlp_arterial === null || ct_dlp_portal === null ? null : ct_dlp_arterial + ct_dlp_portal;

function portalShare(pair: PairRow): number | null {
  const both = bothPhases(pair);
  return both === null || both === 0 || pair.ct_dlp_portal === null
    ? null
    : (100 * pair.ct_dlp_portal) / both;
}

/** Exactly: of two phases, what one does not show of the total only the other shows. */
function lostWithoutPortal(pairs: readonly PairRow[]): DoseRow {
  const total = (counted: 'ct_total' | 'ct_arterial') =>
    pairs.reduce((lesions, pair) => lesions + wholeLiverCount(pair, counted), 0);
  const all = total('ct_total');
  return {
    measure: 'lost_without_portal',
    level: 'lost',
    of: 'metastases',
    n: all - total('ct_arterial'),
    denominator: all,
    values: null,
    unit: null,
  };
}
