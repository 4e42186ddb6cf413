import { rateLimitsColumn } from '#shared/analyses/counts/rate-limits.ts';
import type { Bilingual } from '#shared/language.ts';
import { limitColumns, PERCENT, scaled, UNITLESS } from '#shared/publication/column-groups.ts';
import {
  DOES_NOT_APPLY,
  type FigureColumn,
  figure,
  wholeBound,
  wholeFigure,
  withReason,
} from '#shared/publication/figure-columns.ts';
import type { ReasonCode } from '#shared/publication/reasons.ts';
import type { ColumnDefinition } from '#shared/publication/result-table.ts';
import type { Figure } from '#shared/statistics/figure.ts';
import type { Interval } from '#shared/statistics/outcome.ts';
import type { PatientShare } from './performance-figures.ts';
import type { PerformanceRow, Withheld } from './performance-rows.ts';

const SENSITIVITY = { fr: 'sensibilité par lésion', en: 'sensitivity per lesion' };
const FALSE_POSITIVES = { fr: 'faux positifs par patient', en: 'false positives per patient' };
const PREDICTIVE_VALUE = {
  fr: 'valeur prédictive positive par lésion',
  en: 'positive predictive value per lesion',
};

/** A number of all listed lesions, said once for each sequence. */
export const ofAllReferences = (
  name: string,
  title: Bilingual,
  read: (row: PerformanceRow) => number,
): ColumnDefinition<PerformanceRow> =>
  wholeBound(name, title, (row) => (row.standard === 'all' ? read(row) : DOES_NOT_APPLY));

type Read<T> = (row: PerformanceRow) => Figure<T, ReasonCode>;

/** What a row that is kept back does not say. */
const unlessWithheld =
  <T>(read: Read<T>): Read<T> =>
  (row) =>
    row.withheld ?? read(row);

const whole = (name: string, fr: string, en: string, read: Read<number>): FigureColumn<PerformanceRow> =>
  wholeFigure(name, { fr, en }, unlessWithheld(read));

/** Lesion by lesion: sensitivity, false positives and predictive value. */
export const lesionColumns: readonly ColumnDefinition<PerformanceRow>[] = [
  ...withReason<PerformanceRow>('sensitivity', SENSITIVITY, [
    whole('metastases', 'métastases', 'metastases', ({ metastases }) => metastases),
    whole(
      'called',
      'métastases vues et dites métastases',
      'metastases seen and called so',
      ({ called }) => called,
    ),
    scaled(
      PERCENT,
      'sensitivity',
      SENSITIVITY,
      unlessWithheld(({ sensitivity }) => sensitivity.estimate),
    ),
    ...limitColumns(
      PERCENT,
      'sensitivity',
      SENSITIVITY,
      unlessWithheld(({ sensitivity }) => sensitivity.interval),
    ),
    rateLimitsColumn<PerformanceRow>('sensitivity_limits', SENSITIVITY, (row) => ({
      interval: row.withheld ?? row.sensitivity.interval,
      oneSided: row.sensitivity.oneSided,
    })),
  ]),
  ...withReason<PerformanceRow>('false_positives', FALSE_POSITIVES, [
    whole('benign', 'lésions bénignes', 'benign lesions', ({ benign }) => benign),
    whole(
      'false_positives',
      'lésions bénignes dites métastases : faux positifs',
      'benign lesions called metastases: false positives',
      ({ falsePositives }) => falsePositives,
    ),
    figure(
      'false_positives_per_patient',
      FALSE_POSITIVES,
      unlessWithheld(({ falsePositivesPerPatient }) => falsePositivesPerPatient.estimate),
    ),
    ...limitColumns(
      UNITLESS,
      'false_positives_per_patient',
      FALSE_POSITIVES,
      unlessWithheld(({ falsePositivesPerPatient }) => falsePositivesPerPatient.interval),
    ),
  ]),
  ...withReason<PerformanceRow>('ppv', PREDICTIVE_VALUE, [
    scaled(
      PERCENT,
      'ppv',
      PREDICTIVE_VALUE,
      unlessWithheld(({ predictiveValue }) => predictiveValue.estimate),
    ),
    ...limitColumns(
      PERCENT,
      'ppv',
      PREDICTIVE_VALUE,
      unlessWithheld(({ predictiveValue }) => predictiveValue.interval),
    ),
    rateLimitsColumn<PerformanceRow>('ppv_limits', PREDICTIVE_VALUE, (row) => ({
      interval: row.withheld ?? row.predictiveValue.interval,
      oneSided: row.predictiveValue.oneSided,
    })),
  ]),
];

interface Named extends Bilingual {
  readonly name: string;
}

const titleOf = ({ fr, en }: Named): Bilingual => ({ fr, en });

interface OfPatients {
  readonly name: string;
  readonly label: Bilingual;
  readonly of: Named;
  readonly found: Named;
  readonly share: (row: PerformanceRow) => PatientShare;
  readonly withheld: (row: PerformanceRow) => Withheld | null;
}

/** Of so many patients so many, and the share. */
export function ofPatients({
  name,
  label,
  of,
  found,
  share,
  withheld,
}: OfPatients): readonly ColumnDefinition<PerformanceRow>[] {
  const shown = <T>(read: (share: PatientShare) => Figure<T, ReasonCode>): Read<T> =>
    unlessWithheld((row) => withheld(row) ?? read(share(row)));
  return withReason<PerformanceRow>(name, label, [
    wholeFigure(
      of.name,
      titleOf(of),
      shown((one) => one.of.size),
    ),
    wholeFigure(
      found.name,
      titleOf(found),
      shown(({ patients }) => patients),
    ),
    scaled(
      PERCENT,
      name,
      label,
      shown(({ estimate }) => estimate),
    ),
    ...limitColumns(
      PERCENT,
      name,
      label,
      shown<Interval>(({ interval }) => interval),
    ),
  ]);
}
