import { protocolColumns } from '#shared/analyses/counts/protocol-columns.ts';
import { rateLimitsColumn } from '#shared/analyses/counts/rate-limits.ts';
import type { Bounds } from '#shared/analyses/counts/union-bounds.ts';
import type { AcquisitionSet } from '#shared/protocol/acquisition-sets.ts';
import type { Region } from '#shared/protocol/sides.ts';
import { limitColumns, PERCENT, scaled } from '#shared/publication/column-groups.ts';
import {
  type DOES_NOT_APPLY,
  explainedBy,
  wholeFigure,
  withReason,
} from '#shared/publication/figure-columns.ts';
import { sideColumn } from '#shared/publication/key-columns.ts';
import type { ReasonCode } from '#shared/publication/reasons.ts';
import { type ColumnDefinition, integer } from '#shared/publication/result-table.ts';
import type { ClusteredProportion } from '#shared/statistics/clustered-proportion.ts';
import type { Figure } from '#shared/statistics/figure.ts';
import type { Interval } from '#shared/statistics/outcome.ts';
import type { ShareOfKind } from './tally.ts';

type Share = Pick<ClusteredProportion, 'estimate' | 'oneSided'> & {
  readonly interval: Figure<Interval, ReasonCode>;
};

/** What a set of acquisitions shows of listed metastases. */
export interface ListedProtocol {
  readonly region: Region;
  readonly set: AcquisitionSet;
  /** Among the lesions that the modality shows. */
  readonly ofModality: ShareOfKind;
  readonly share: Share;
  readonly bounds: Bounds;
  /** What the rest of the modality does not show; of a whole modality that is all, and says nothing. */
  readonly adds: number | typeof DOES_NOT_APPLY;
  /** Among all listed metastases. */
  readonly ofAll: ShareOfKind;
}

const OF_MODALITY = { fr: 'part vue de la modalité', en: 'share seen of the modality' };
const OF_ALL = { fr: 'part vue de toutes les métastases listées', en: 'share seen of all listed metastases' };

export const listedProtocolColumns: readonly ColumnDefinition<ListedProtocol>[] = [
  sideColumn,
  ...protocolColumns,
  integer(
    'n_patients',
    { fr: 'patients avec une de ces métastases', en: 'patients with one of these metastases' },
    ({ ofModality }) => ofModality.share.patients,
  ),
  integer(
    'lesions',
    {
      fr: 'métastases listées que montre la modalité, évaluables sur le protocole (dénominateur)',
      en: 'listed metastases that the modality shows, assessable on the protocol (denominator)',
    },
    ({ ofModality }) => ofModality.judged,
  ),
  integer(
    'not_assessable',
    {
      fr: 'métastases listées que montre la modalité, non évaluables sur le protocole',
      en: 'listed metastases that the modality shows, not assessable on the protocol',
    },
    ({ ofModality }) => ofModality.notAssessable,
  ),
  integer('seen', { fr: 'métastases vues', en: 'metastases seen' }, ({ ofModality }) => ofModality.lesions),
  integer(
    'at_least',
    { fr: 'd’après leurs seuls nombres : au moins', en: 'from their counts alone: at least' },
    ({ bounds }) => bounds.least,
  ),
  integer(
    'at_most',
    { fr: 'd’après leurs seuls nombres : au plus', en: 'from their counts alone: at most' },
    ({ bounds }) => bounds.most,
  ),
  ...withReason<ListedProtocol>('share', OF_MODALITY, [
    scaled(PERCENT, 'share', OF_MODALITY, ({ share }) => share.estimate),
    ...limitColumns<ListedProtocol>(PERCENT, 'share', OF_MODALITY, ({ share }) => share.interval),
    rateLimitsColumn<ListedProtocol>('share_limits', OF_MODALITY, ({ share }) => share),
  ]),
  ...explainedBy<ListedProtocol>('share_reason', [
    wholeFigure(
      'adds',
      {
        fr: 'métastases ajoutées : vues ici, et sur aucune autre séquence de la modalité',
        en: 'metastases added: seen here, and on no other acquisition of the modality',
      },
      ({ adds }) => adds,
    ),
  ]),
  integer(
    'all_lesions',
    {
      fr: 'métastases listées évaluables sur le protocole, vues ou non de la modalité (dénominateur)',
      en: 'listed metastases assessable on the protocol, shown by the modality or not (denominator)',
    },
    ({ ofAll }) => ofAll.judged,
  ),
  ...withReason<ListedProtocol>('share_of_all', OF_ALL, [
    scaled(PERCENT, 'share_of_all', OF_ALL, ({ ofAll }) => ofAll.share.estimate),
    ...limitColumns<ListedProtocol>(PERCENT, 'share_of_all', OF_ALL, ({ ofAll }) => ofAll.share.interval),
    rateLimitsColumn<ListedProtocol>('share_of_all_limits', OF_ALL, ({ ofAll }) => ofAll.share),
  ]),
];
