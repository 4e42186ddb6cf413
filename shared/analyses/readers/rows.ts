import type { StudySettings } from '#shared/protocol/study-settings.ts';
import {
  type CategoryAgreement,
  categoryAgreement,
  type NumberAgreement,
  numberAgreement,
} from './agreement-within.ts';
import { COMPARED, type Compared, type ComparedQuantity } from './compared-quantities.ts';
import { type AboutReaders, aboutGroup } from './group-columns.ts';
import { type Said, withCodes } from './numbered-patients.ts';
import type { ReaderGroup } from './reader-groups.ts';
import type { ReaderPair, ReadTwice } from './reader-pairs.ts';
import { type Withheld, withheldGroups } from './withheld-groups.ts';

/** How far readers agree on one thing. */
export interface ReaderRow extends AboutReaders, ComparedQuantity {
  readonly n: number;
  readonly patients: number;
  /** Null for a category. */
  readonly figures: NumberAgreement | null;
  /** Null for a number. */
  readonly kappa: CategoryAgreement | null;
  /** Why no more than the numbers of patients and rows is published; null where all is. */
  readonly withheld: Withheld | null;
}

/** The rows of all groups, one after the other. */
export function readerRows(
  groups: readonly ReaderGroup[],
  settings: Pick<StudySettings, 'fewestPatientsShown'>,
): readonly ReaderRow[] {
  const rows = COMPARED.map((compared) => {
    const withheld = withheldGroups(groups, (pairs) => patientsWithBoth(pairs, compared), settings);
    return groups.map(
      (group): ReaderRow => ({
        ...aboutGroup(group),
        ...compared.about,
        ...agreementOf(group.pairs, compared),
        withheld: withheld.get(group) ?? null,
      }),
    );
  });
  return groups.flatMap((_, position) => rows.flatMap((ofGroups) => ofGroups[position] ?? []));
}

/** Each once. */
function patientsWithBoth(pairs: readonly ReaderPair[], { numbers, categories }: Compared): number {
  const said = pairs.flatMap(({ readings }) => [
    ...(numbers?.(readings) ?? []).filter(({ first, second }) => first !== null && second !== null),
    ...(categories?.(readings) ?? []),
  ]);
  return new Set(said.map(({ patient }) => patient)).size;
}

function agreementOf(
  pairs: readonly ReaderPair[],
  { numbers, categories }: Compared,
): Pick<ReaderRow, 'n' | 'patients' | 'figures' | 'kappa'> {
  const ofEach = <T>(said: (readings: readonly ReadTwice[]) => readonly Said<T>[]) =>
    withCodes(pairs.map(({ readings }) => said(readings)));
  if (numbers !== undefined) {
    const figures = numberAgreement(ofEach(numbers));
    return { n: figures.n, patients: figures.patients, figures, kappa: null };
  }
  const twos = ofEach(categories ?? (() => []));
  const named = [...new Set(twos.flat().flatMap(({ first, second }) => [first, second]))].toSorted();
  const ratings = twos.map((two) =>
    two.map(({ first, second, patient }) => ({
      first: named.indexOf(first),
      second: named.indexOf(second),
      patient,
    })),
  );
  const kappa = categoryAgreement(ratings, named.length);
  return { n: kappa.n, patients: kappa.patients, figures: null, kappa };
}
