import { parseHTML } from 'linkedom';
import { textWidth } from '#shared/result-report/figures/text-width.ts';

/** A line of text of an SVG, and about where it stands, in px. */
export interface SvgText {
  readonly text: string;
  /** Whether it is a number of an axis. */
  readonly isOfAxis: boolean;
  readonly isTurned: boolean;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Node {
  readonly tagName: string;
  readonly textContent: string | null;
  readonly children: Iterable<Node>;
  getAttribute(name: string): string | null;
}

interface Inherited {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly anchor: string;
  readonly isOfAxis: boolean;
  readonly isTurned: boolean;
}

/** All texts of an SVG, as its `text` and `tspan` elements place them. */
export function textsOf(svg: string): readonly SvgText[] {
  const { document } = parseHTML(`<!doctype html><html><body>${svg}</body></html>`);
  const root: Node | null = document.querySelector('svg');
  if (root === null) throw new Error('there is no SVG');
  return within(root, { x: 0, y: 0, size: 12, anchor: 'middle', isOfAxis: false, isTurned: false });
}

function within(node: Node, outer: Inherited): readonly SvgText[] {
  const transform = node.getAttribute('transform') ?? '';
  const [, dx = '0', dy = '0'] = /translate\(([-\d.]+),([-\d.]+)\)/.exec(transform) ?? [];
  const inherited: Inherited = {
    x: outer.x + Number(dx),
    y: outer.y + Number(dy),
    size: Number(node.getAttribute('font-size') ?? outer.size),
    anchor: node.getAttribute('text-anchor') ?? outer.anchor,
    isOfAxis: outer.isOfAxis || (node.getAttribute('class') ?? '').includes('ctmri-axis'),
    isTurned: outer.isTurned || transform.includes('rotate'),
  };
  const children = [...node.children];
  if (node.tagName.toLowerCase() !== 'text') return children.flatMap((child) => within(child, inherited));
  if (children.length === 0)
    return [lineOf(node.textContent ?? '', Number(node.getAttribute('y') ?? 0), inherited)];
  let y = 0;
  return children.map((line) => {
    y += Number(line.getAttribute('y') ?? 0) + Number(line.getAttribute('dy') ?? 0);
    return lineOf(line.textContent ?? '', y, inherited);
  });
}

function lineOf(text: string, below: number, { x, y, size, anchor, isOfAxis, isTurned }: Inherited): SvgText {
  const width = textWidth(text, size);
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor] ?? x;
  const baseline = y + below;
  const box = { left, right: left + width, top: baseline - 0.72 * size, bottom: baseline + 0.2 * size };
  if (!isTurned) return { text, isOfAxis, isTurned, ...box };
  // By −90°: what was below stands to the right.
  const [leftEdge, rightEdge] = [x + below - 0.72 * size, x + below + 0.2 * size];
  return {
    text,
    isOfAxis,
    isTurned,
    left: leftEdge,
    right: rightEdge,
    top: y - width / 2,
    bottom: y + width / 2,
  };
}
