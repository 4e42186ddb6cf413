import type { Forest } from './forest-row.ts';

/** All that is drawn lies within, with a little room; where there is no difference is there too. */
export function extent({ rows, noDifference, logarithmic }: Forest): readonly [number, number] {
  const values = [
    noDifference,
    ...rows.flatMap(({ estimate, low, high, wider, points = [] }) => [
      ...[estimate, low, high, wider?.low, wider?.high],
      ...points,
    ]),
  ].filter((value) => typeof value === 'number');
  if (values.length === 0) return [0, 1];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (logarithmic === true) return [low / 1.1, high * 1.1];
  const room = low === high ? 1 : (high - low) * 0.03;
  return [low - room, high + room];
}

const RATIOS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 1.5, 2, 3, 4, 5, 7, 10, 20, 50, 100, 200, 500, 1000];

/** Round ratios between both, for the ticks of a logarithmic axis. */
export const ratiosWithin = ([low, high]: readonly [number, number]): readonly number[] =>
  RATIOS.filter((ratio) => ratio >= low && ratio <= high);
