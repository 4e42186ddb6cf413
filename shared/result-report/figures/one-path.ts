import type { RenderFunction } from '@observablehq/plot';
import { COLOURS, type Role } from './theme.ts';

/** Points that are drawn by the same strokes. */
export interface AlikePoints {
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly role: Role;
  /** What is drawn of each: SVG path commands, in px, which begin so far right of it and below. */
  readonly strokes: string;
  readonly begin: readonly [number, number];
}

const SVG = 'http://www.w3.org/2000/svg';

/** A mark of points that are one path for each group: an element for each of them would be a large file. */
export const onePath =
  (groups: readonly AlikePoints[]): RenderFunction =>
  (_index, { x: xOf, y: yOf }, _values, _dimensions, { document }) => {
    const all = document.createElementNS(SVG, 'g');
    if (xOf === undefined || yOf === undefined) return all;
    for (const { points, role, strokes, begin } of groups) {
      const path = document.createElementNS(SVG, 'path');
      const place = (value: unknown, beyond: number) => Math.round((Number(value) + beyond) * 10) / 10;
      const drawn = points.map(
        ({ x, y }) => `M${place(xOf(x), begin[0])},${place(yOf(y), begin[1])}${strokes}`,
      );
      path.setAttribute('d', drawn.join(''));
      path.setAttribute('fill', 'none');
      path.setAttribute('stroke', COLOURS[role]);
      path.setAttribute('stroke-opacity', '0.7');
      all.appendChild(path);
    }
    return all;
  };
