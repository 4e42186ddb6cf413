import { COUNTED } from '#shared/protocol/sequences.ts';
import { SIDES } from '#shared/protocol/sides.ts';
import { diameterColumn } from '#shared/tables/lesions.ts';
import { type CountColumn, countColumn } from '#shared/tables/pairs.ts';
import { seenColumn } from '#shared/tables/visibility.ts';
import type { ExaminationSettings } from './examination-settings.ts';
import { isListedAt, seenUnlikeMeasuredOn, unlikeCounted } from './listed-counts.ts';
import { notCountedBy } from './pair-rules.ts';
import type { Problem } from './problem.ts';
import type { KnownReading } from './rows-side-by-side.ts';
import {
  listedNotUsed,
  listedUnlikeCounted,
  listedWithoutSaying,
  seenUnlikeMeasured,
} from './visibility-problems.ts';

/**
 * What is doubtful of the lesions that are listed of a reading beside its pair and its measured lesions, told where it
 * stands in the file that is examined.
 *
 * @param listsSent - whether the centre has sent any: before, no pair can have its lesions listed
 */
export function listedWarnings(
  reading: KnownReading,
  listsSent: boolean,
  settings: ExaminationSettings,
): readonly Problem[] {
  return [...ofNoTable(reading, settings), ...besidePair(reading, listsSent), ...besideMeasured(reading)];
}

/** The lesions of a pair that is not counted are in no table. */
function ofNoTable({ pair, listed }: KnownReading, settings: ExaminationSettings): readonly Problem[] {
  const by = pair === undefined || listed.length === 0 ? undefined : notCountedBy(pair.row, settings);
  if (pair === undefined || by === undefined) return [];
  const place = pair.at?.(by) ?? listed.find(({ at }) => at !== undefined)?.at?.('lesion');
  return place === undefined ? [] : [listedNotUsed(place, by)];
}

function besidePair({ pair, listed }: KnownReading, listsSent: boolean): readonly Problem[] {
  if (pair === undefined || !listsSent) return [];
  const own = listed.filter(({ at }) => at !== undefined);
  const place = pair.at?.('lesions_listed') ?? own[0]?.at?.('lesion');
  if (place === undefined) return [];
  const unsaid = pair.row.lesions_listed === null && listed.length > 0;
  const rows = listed.map(({ row }) => row);
  return [
    ...(unsaid ? [listedWithoutSaying(place)] : []),
    ...unlikeCounted(pair.row, rows).map(({ column, counted, listed: shown, most }) => {
      const lesion = own.findLast(({ row }) => isCountedIn(column, row))?.at;
      const there = pair.at?.(column) ?? lesion?.(cellOf(column)) ?? place;
      return listedUnlikeCounted(there, column, counted, shown, most).speakingOf(column);
    }),
  ];
}

const PLACES = new Map(
  COUNTED.flatMap((counted) =>
    SIDES.map((side) => [
      countColumn(counted.name, side),
      { counted: counted.name, side, cell: 'sequences' in counted ? 'lesion' : seenColumn(counted.name) },
    ]),
  ),
);

const cellOf = (column: CountColumn): string => PLACES.get(column)?.cell ?? 'lesion';

function isCountedIn(column: CountColumn, row: Parameters<typeof isListedAt>[0]): boolean {
  const place = PLACES.get(column);
  return place !== undefined && isListedAt(row, place.counted, place.side);
}

function besideMeasured({ lesions, listed }: KnownReading): readonly Problem[] {
  return lesions.flatMap(({ row: measured, at: inLesions }) => {
    const found = listed.find(({ row }) => row.lesion === measured.lesion);
    if (found === undefined) return [];
    return seenUnlikeMeasuredOn(found.row, measured).flatMap((sequence) => {
      const place = inLesions?.(diameterColumn(sequence)) ?? found.at?.(seenColumn(sequence));
      return place === undefined ? [] : [seenUnlikeMeasured(place, measured[diameterColumn(sequence)] ?? 0)];
    });
  });
}
