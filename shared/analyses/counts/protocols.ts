import { ACQUISITION_SETS, type AcquisitionSet } from '#shared/protocol/acquisition-sets.ts';
import { REGIONS, type Region, type Side } from '#shared/protocol/sides.ts';
import { limitColumns, PERCENT, scaled } from '#shared/publication/column-groups.ts';
import {
  DOES_NOT_APPLY,
  explainedBy,
  groupColumns,
  wholeFigure,
} from '#shared/publication/figure-columns.ts';
import { sideColumn } from '#shared/publication/key-columns.ts';
import type { ReasonCode } from '#shared/publication/reasons.ts';
import { type ComputedTable, integer, resultTable } from '#shared/publication/result-table.ts';
import { type ClusteredProportion, clusteredProportion } from '#shared/statistics/clustered-proportion.ts';
import { sum } from '#shared/statistics/descriptives.ts';
import { type Figure, isMissing, missing } from '#shared/statistics/figure.ts';
import type { Interval } from '#shared/statistics/outcome.ts';
import type { CountColumns } from './count-columns.ts';
import { markedByAny, ofMarked } from './marked-patients.ts';
import { protocolColumns } from './protocol-columns.ts';
import { rateLimitsColumn } from './rate-limits.ts';
import { type Bounds, unionBounds } from './union-bounds.ts';

interface Share extends Pick<ClusteredProportion, 'estimate' | 'oneSided'> {
  readonly interval: Figure<Interval, ReasonCode>;
}

interface ProtocolRow {
  readonly region: Region;
  readonly set: AcquisitionSet;
  readonly patients: number;
  readonly lesions: number;
  readonly seen: Bounds;
  readonly least: Share;
  readonly most: Share;
  /** What the modality would lose without it; of a whole modality that is all, and says nothing. */
  readonly adds: Bounds | typeof DOES_NOT_APPLY;
}

const AT_LEAST = { fr: 'part vue de la modalité, au moins', en: 'share seen of the modality, at least' };
const AT_MOST = { fr: 'part vue de la modalité, au plus', en: 'share seen of the modality, at most' };

/**
 * What sets of acquisitions show of their modality's lesions. Counts do not say which lesion is seen where, so a set has
 * a least and a most, added up pair by pair and side by side; the two meet for one acquisition alone, and elsewhere
 * where nothing is open. Shares are of the modality's total, with intervals clustered by patient.
 */
export function protocolsTable(counts: CountColumns): ComputedTable {
  // One set after the other: the columns of all of them take as much memory as a study of a million pairs.
  const bySet = ACQUISITION_SETS.map((set) => {
    const bounds = boundsOfSet(counts, set);
    return REGIONS.map((region) => protocolRow(counts, region, set, bounds));
  });
  const rows = REGIONS.flatMap((wanted) =>
    bySet.flatMap((own) => own.filter(({ region }) => region === wanted)),
  );
  return resultTable<ProtocolRow>(
    'protocols',
    {
      fr: 'Protocoles : ce que montrent des séquences ensemble, au moins et au plus',
      en: 'Protocols: what acquisitions show together, at least and at most',
    },
    [
      sideColumn,
      ...protocolColumns,
      integer(
        'n_patients',
        { fr: 'patients avec une métastase', en: 'patients with a metastasis' },
        ({ patients }) => patients,
      ),
      integer(
        'lesions',
        { fr: 'métastases de la modalité (son total)', en: 'metastases of the modality (its total)' },
        ({ lesions }) => lesions,
      ),
      integer(
        'at_least',
        { fr: 'métastases vues, au moins', en: 'metastases seen, at least' },
        ({ seen }) => seen.least,
      ),
      integer(
        'at_most',
        { fr: 'métastases vues, au plus', en: 'metastases seen, at most' },
        ({ seen }) => seen.most,
      ),
      ...groupColumns<ProtocolRow>({
        name: 'at_least_share',
        label: AT_LEAST,
        figures: [
          scaled(PERCENT, 'at_least_share', AT_LEAST, ({ least }) => least.estimate),
          ...limitColumns(PERCENT, 'at_least_share', AT_LEAST, ({ least }: ProtocolRow) => least.interval),
          rateLimitsColumn<ProtocolRow>('at_least_share_limits', AT_LEAST, ({ least }) => least),
        ],
      }),
      ...groupColumns<ProtocolRow>({
        name: 'at_most_share',
        label: AT_MOST,
        figures: [
          scaled(PERCENT, 'at_most_share', AT_MOST, ({ most }) => most.estimate),
          ...limitColumns(PERCENT, 'at_most_share', AT_MOST, ({ most }: ProtocolRow) => most.interval),
          rateLimitsColumn<ProtocolRow>('at_most_share_limits', AT_MOST, ({ most }) => most),
        ],
      }),
      ...explainedBy<ProtocolRow>('at_least_share_reason', [
        wholeFigure(
          'adds_at_least',
          {
            fr: 'métastases ajoutées au reste de la modalité, au moins',
            en: 'metastases added to the rest of the modality, at least',
          },
          ({ adds }) => (adds === DOES_NOT_APPLY ? adds : adds.least),
        ),
        wholeFigure(
          'adds_at_most',
          {
            fr: 'métastases ajoutées au reste de la modalité, au plus',
            en: 'metastases added to the rest of the modality, at most',
          },
          ({ adds }) => (adds === DOES_NOT_APPLY ? adds : adds.most),
        ),
      ]),
    ],
    rows,
  );
}

function protocolRow(
  counts: CountColumns,
  region: Region,
  set: AcquisitionSet,
  bounds: SetBounds,
): ProtocolRow {
  const { rest, total } = set;
  const { [region]: shown } = bounds.shown;
  const { [region]: others } = bounds.others;
  const all = counts.perPatient(total, region);
  const withLesions = markedByAny(counts.patients, [all]);
  const present = ofMarked(all, withLesions);
  const lesions = sum(all);
  const shareOf = (column: Float64Array): Share => {
    const share = clusteredProportion(ofMarked(column, withLesions), present);
    if (rest.length > 0 || isMissing(share.estimate)) return share;
    // The whole modality shows its own total: an interval would make an estimate of a definition.
    return { ...share, interval: missing('all_by_definition') };
  };
  return {
    region,
    set,
    patients: present.length,
    lesions,
    seen: { least: sum(shown.least), most: sum(shown.most) },
    least: shareOf(shown.least),
    most: shareOf(shown.most),
    adds:
      rest.length === 0
        ? DOES_NOT_APPLY
        : { least: lesions - sum(others.most), most: lesions - sum(others.least) },
  };
}

/** The bounds of each patient. */
interface PatientBounds {
  readonly least: Float64Array;
  readonly most: Float64Array;
}

/** What a set shows of each region, and what the others of its modality do. */
interface SetBounds {
  readonly shown: Readonly<Record<Region, PatientBounds>>;
  readonly others: Readonly<Record<Region, PatientBounds>>;
}

const boundsOfSet = (counts: CountColumns, { members, rest, total }: AcquisitionSet): SetBounds => ({
  shown: boundsOfRegions(counts, { members, rest, total }),
  others: boundsOfRegions(counts, { members: rest, rest: members, total }),
});

type Divided = Pick<AcquisitionSet, 'members' | 'rest' | 'total'>;

function boundsOfRegions(counts: CountColumns, divided: Divided): Readonly<Record<Region, PatientBounds>> {
  const right = boundsOfSide(counts, 'right', divided);
  const left = boundsOfSide(counts, 'left', divided);
  const added = (bound: keyof PatientBounds) =>
    right[bound].map((value, patient) => value + (left[bound][patient] ?? 0));
  return { right, left, whole: { least: added('least'), most: added('most') } };
}

/** Those of a patient's pairs, added up. */
function boundsOfSide(counts: CountColumns, side: Side, { members, rest, total }: Divided): PatientBounds {
  const [least, most] = [new Float64Array(counts.patients), new Float64Array(counts.patients)];
  const columnsOf = (names: Divided['members']) => names.map((name) => counts.perPair(name, side));
  const [shown, others, all] = [columnsOf(members), columnsOf(rest), counts.perPair(total, side)];
  // The cells of one pair, written over for the next: two lists for each would be most of the time.
  const [ofShown, ofOthers] = [shown.map(() => 0), others.map(() => 0)];
  for (let pair = 0; pair < counts.pairs; pair += 1) {
    for (let at = 0; at < shown.length; at += 1) ofShown[at] = shown[at]?.[pair] ?? 0;
    for (let at = 0; at < others.length; at += 1) ofOthers[at] = others[at]?.[pair] ?? 0;
    const bounds = unionBounds(ofShown, ofOthers, all[pair] ?? 0);
    const patient = counts.patientOfPair[pair] ?? 0;
    least[patient] = (least[patient] ?? 0) + bounds.least;
    most[patient] = (most[patient] ?? 0) + bounds.most;
  }
  return { least, most };
}
