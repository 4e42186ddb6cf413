import { describe, it } from 'vitest';
import { visibilityTables } from '#shared/analyses/visibility/tables.ts';
import { ACQUISITION_SETS } from '#shared/protocol/acquisition-sets.ts';
import { SEQUENCE_NAMES } from '#shared/protocol/sequences.ts';
import { chiSquaredPValue } from '#shared/statistics/chi-squared-distribution.ts';
import { includedPatients } from '#shared/study/eligibility.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { listingStudy } from './listed-study.ts';
import { byPatient, byPlace, GROUPS, membersOf, patientsOf, shows } from './on-paper.ts';
import { gainOf, shareLimits } from './plain-limits.ts';
import { TWELVE_LESIONS } from './twelve-lesions.ts';
import { type Cell, hasRows } from './written-rows.ts';

/* Every cell of the tables of the twelve lesions on paper, in the order of rows and columns in which they are published. */

type Row = Readonly<Record<string, Cell>>;

const settings = { ...SETTINGS, fewestPatientsShown: 1 };
const tables = visibilityTables(includedPatients(listingStudy(TWELVE_LESIONS), settings), settings);

function hasRowsOf(name: string, expected: readonly Row[]): void {
  hasRows(
    tables.find((table) => table.name === name),
    expected,
  );
}

type Judge = (lesion: number) => boolean | null;

const by =
  (set: string): Judge =>
  (lesion) => {
    const letter = shows(lesion, membersOf(set));
    return letter === '-' ? null : letter === 'Y';
  };
const percentage = (part: number, of: number) => (of === 0 ? null : (100 * part) / of);

/** The lesions that can be judged, those of them that are so, and their share with its limits. */
function shareOf(lesions: readonly number[], judge: Judge) {
  const judged = lesions.filter((lesion) => judge(lesion) !== null);
  const so = judged.filter((lesion) => judge(lesion) === true);
  const limits = shareLimits(
    byPatient(judged, (lesion) => Number(so.includes(lesion))),
    byPatient(judged, () => 1),
  );
  return { judged, so, share: percentage(so.length, judged.length), limits };
}

const twoOf = (first: string, second: string) => ({ first, second });
const MODALITIES = twoOf('full_mri', 'full_ct');
const twos = (names: readonly string[]) =>
  names.flatMap((first, at) => names.slice(at + 1).map((second) => twoOf(first, second)));
const SEQUENCES = twos(SEQUENCE_NAMES);

/** Those of several sequences of which neither holds the other. */
const PROTOCOLS = [
  ['t2fs_diffusion', ['diffusion_arterial', 't2fs_arterial_portal', 'arterial_portal', 'full_ct']],
  ['diffusion_arterial', ['t2fs_arterial_portal', 'arterial_portal', 'full_ct']],
  ['t2fs_diffusion_arterial', ['t2fs_arterial_portal', 'arterial_portal', 'full_ct']],
  ['t2fs_arterial_portal', ['full_ct']],
  ['arterial_portal', ['full_ct']],
] as const;
const OF_PROTOCOLS = PROTOCOLS.flatMap(([first, others]) => others.map((second) => twoOf(first, second)));

describe('of twelve lesions on paper, every cell', () => {
  it('of the table visibility is what is counted there', () => {
    const row = (
      group: string,
      about: readonly [what: string, seenOn: string, first: string, second: string],
      judge: Judge,
    ): Row => {
      const all = GROUPS[group] ?? [];
      const { judged, so, share, limits } = shareOf(all, judge);
      const [what, seen_on, first, second] = about;
      return {
        ...{ group, what, seen_on, first, second, lesions: so.length, n_patients: patientsOf(so) },
        ...{ assessable: judged.length, n_patients_assessable: patientsOf(judged) },
        ...{ not_assessable: all.length - judged.length, share, share_low: limits.low },
        ...{ share_high: limits.high, share_limits: limits.of, reason: limits.reason },
      };
    };
    const patterns = Array.from({ length: 64 }, (_, bits) =>
      SEQUENCE_NAMES.filter((__, at) => (bits >> at) % 2 === 1),
    );
    const both = (first: string, second: string, isSo: (a: boolean, b: boolean) => boolean) => {
      const judge: Judge = (lesion) => {
        const [a, b] = [by(first)(lesion), by(second)(lesion)];
        return a === null || b === null ? null : isSo(a, b);
      };
      return judge;
    };
    hasRowsOf(
      'visibility',
      Object.keys(GROUPS).flatMap((group) => [
        ...patterns
          .map((names) =>
            row(group, ['pattern', names.join(' ') || 'none', '', ''], (lesion) => {
              const letters = SEQUENCE_NAMES.map((name) => shows(lesion, [name]));
              if (letters.includes('-')) return null;
              return SEQUENCE_NAMES.every((name, at) => names.includes(name) === (letters[at] === 'Y'));
            }),
          )
          .filter(({ lesions }) => group === 'whole' || lesions !== 0),
        ...[...SEQUENCE_NAMES.slice(0, 4), 'full_mri', ...SEQUENCE_NAMES.slice(4), 'full_ct'].map((set) =>
          row(group, ['seen', '', set, ''], by(set)),
        ),
        ...[MODALITIES, ...SEQUENCES].flatMap(({ first, second }) => [
          row(
            group,
            ['both', '', first, second],
            both(first, second, (a, b) => a && b),
          ),
          row(
            group,
            ['only_first', '', first, second],
            both(first, second, (a, b) => a && !b),
          ),
          row(
            group,
            ['only_second', '', first, second],
            both(first, second, (a, b) => !a && b),
          ),
          row(
            group,
            ['neither', '', first, second],
            both(first, second, (a, b) => !a && !b),
          ),
        ]),
      ]),
    );
  });

  it('of the table listed-protocols is what is counted there', () => {
    const rows = ['whole', 'right', 'left'].flatMap((side) =>
      ACQUISITION_SETS.map(({ name: protocol, modality, members, rest }): Row => {
        const all = GROUPS[side] ?? [];
        const shown = all.filter((lesion) => shows(lesion, [...members, ...rest]) === 'Y');
        const { judged, so, share, limits } = shareOf(shown, by(protocol));
        const ofAll = shareOf(all, by(protocol));
        const isWhole = rest.length === 0;
        const counts = (place: readonly number[], names: typeof members) =>
          names.map((name) => place.filter((lesion) => shows(lesion, [name]) === 'Y').length);
        const sum = (values: readonly number[]) => values.reduce((before, value) => before + value, 0);
        const bounds = byPlace(judged).map((place) => ({
          least: Math.max(...counts(place, members), place.length - sum(counts(place, rest))),
          most: Math.min(place.length, sum(counts(place, members))),
        }));
        return {
          ...{ side, modality, protocol, n_patients: patientsOf(judged), lesions: judged.length },
          ...{ not_assessable: shown.length - judged.length, seen: so.length },
          ...{
            at_least: sum(bounds.map(({ least }) => least)),
            at_most: sum(bounds.map(({ most }) => most)),
          },
          ...{ share, share_low: isWhole ? null : limits.low, share_high: isWhole ? null : limits.high },
          share_limits: isWhole ? null : limits.of,
          share_reason: isWhole ? 'all_by_definition' : limits.reason,
          adds: isWhole ? null : judged.filter((lesion) => shows(lesion, rest) === 'N').length,
          ...{ all_lesions: ofAll.judged.length, share_of_all: ofAll.share },
          ...{ share_of_all_low: ofAll.limits.low, share_of_all_high: ofAll.limits.high },
          ...{ share_of_all_limits: ofAll.limits.of, share_of_all_reason: ofAll.limits.reason },
        };
      }),
    );
    hasRowsOf('listed-protocols', rows);
  });

  it('of the table lesion-tests is what is counted there', () => {
    const found = (group: string, { first, second }: ReturnType<typeof twoOf>) => {
      const all = GROUPS[group] ?? [];
      const [a, b] = [by(first), by(second)];
      const judged = all.filter((lesion) => a(lesion) !== null && b(lesion) !== null);
      const count = (isSo: (lesion: number) => boolean) => judged.filter(isSo).length;
      const gain = gainOf(
        byPatient(judged, (lesion) => Number(a(lesion)) - Number(b(lesion))),
        byPatient(judged, () => 1),
      );
      const [onFirst, onSecond] = [
        count((lesion) => a(lesion) === true),
        count((lesion) => b(lesion) === true),
      ];
      const both = count((lesion) => a(lesion) === true && b(lesion) === true);
      const p = (chi2: number | null) => (chi2 === null ? null : chiSquaredPValue(chi2, 1).p);
      const log10 = (value: number | null) => (value === null ? null : Math.log10(value));
      const test = (name: 'obuchowski' | 'durkalski' | 'yang') => ({
        [`${name}_chi2`]: gain[name],
        [`${name}_p`]: p(gain[name]),
        [`${name}_log10_p`]: log10(p(gain[name])),
      });
      return {
        p: p(gain.obuchowski),
        start: {
          ...{ n_patients: patientsOf(judged), lesions: judged.length },
          ...{ not_assessable: all.length - judged.length, both, only_first: onFirst - both },
          ...{ only_second: onSecond - both, neither: judged.length - onFirst - onSecond + both, reason: '' },
          rate_first: percentage(onFirst, judged.length),
          rate_second: percentage(onSecond, judged.length),
          difference: percentage(onFirst - onSecond, judged.length),
          ...{ difference_low: gain.limits.low, difference_high: gain.limits.high },
          ...{ difference_reason: gain.limits.reason, ...test('obuchowski') },
        },
        end: { ...test('durkalski'), ...test('yang'), obuchowski_reason: gain.reason },
      };
    };
    const family = (
      name: string,
      members: readonly (readonly [group: string, compared: ReturnType<typeof twoOf>])[],
    ): readonly Row[] => {
      const all = members.map(([group, compared]) => ({ group, compared, ...found(group, compared) }));
      const pValues = all.flatMap(({ p }) => p ?? []).toSorted((one, other) => one - other);
      const size = pValues.length;
      const adjusted = (p: number | null, how: (place: number, value: number) => number, isDown: boolean) => {
        if (p === null) return null;
        const each = pValues.map((value, at) => how(at, value));
        const at = isDown ? pValues.lastIndexOf(p) : pValues.indexOf(p);
        return isDown ? Math.min(...each.slice(at)) : Math.min(1, Math.max(...each.slice(0, at + 1)));
      };
      return all.map(({ group, compared: { first, second }, p, start, end }) => ({
        ...{ group, family: name, first, second, ...start, obuchowski_family_size: size },
        obuchowski_p_holm: adjusted(p, (at, value) => (size - at) * value, false),
        obuchowski_p_bh: adjusted(p, (at, value) => (size / (at + 1)) * value, true),
        ...end,
      }));
    };
    const divided = (groups: readonly string[]) => [
      ...family(
        'modalities',
        groups.map((group) => [group, MODALITIES] as const),
      ),
      ...groups.flatMap((group) => [
        ...family(
          'sequences',
          SEQUENCES.map((compared) => [group, compared] as const),
        ),
        ...family(
          'protocols',
          OF_PROTOCOLS.map((compared) => [group, compared] as const),
        ),
      ]),
    ];
    hasRowsOf('lesion-tests', [
      ...divided(['whole', 'right', 'left']),
      ...divided(['under_5', '5_9', '10_19', '20_or_more', 'size_not_known']),
    ]);
  });
});
