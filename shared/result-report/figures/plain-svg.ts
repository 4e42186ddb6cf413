import { COLOURS, type Role } from './theme.ts';

/** What is used of an element of the document. */
export interface SvgElement {
  readonly tagName: string;
  readonly children: Iterable<SvgElement>;
  readonly attributes: Iterable<{ readonly name: string }>;
  readonly outerHTML: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  remove(): void;
}

const ROLES = new Map<string, string>(Object.entries(COLOURS).map(([role, colour]) => [colour, role]));
const roleOf = (paint: string | null): Role | undefined => ROLES.get(paint ?? '') as Role | undefined;

/** Coordinates need a tenth of a px; the rest is bytes, and the last digits may depend on the processor. */
const NUMBERS = /-?\d*\.\d+(?:e-?\d+)?/g;
const rounded = (value: string) =>
  value.replaceAll(NUMBERS, (number) => String(Math.round(Number(number) * 10) / 10 + 0));
const COORDINATES = new Set([
  'transform',
  'd',
  'x',
  'y',
  'x1',
  'x2',
  'y1',
  'y2',
  'cx',
  'cy',
  'r',
  'width',
  'height',
  'dx',
  'dy',
]);

/**
 * Makes what Plot drew plain: presentation attributes with literal colours and lengths in px, which every program
 * reads that opens SVG, instead of a style sheet, `currentColor` and `em`; a class for each colour’s role.
 */
export function makePlain(element: SvgElement, fontSize: number): void {
  if (element.tagName.toLowerCase() === 'style') {
    element.remove();
    return;
  }
  const size = Number(element.getAttribute('font-size') ?? fontSize);
  for (const { name } of [...element.attributes]) {
    const value = element.getAttribute(name) ?? '';
    if (name.startsWith('aria-')) element.removeAttribute(name);
    else if (value === 'currentColor') element.setAttribute(name, COLOURS.ink);
    else if (value.startsWith('var(')) element.setAttribute(name, COLOURS.paper);
    else if (value.endsWith('em'))
      element.setAttribute(name, rounded(`${Number.parseFloat(value) * size}.0`));
    else if (COORDINATES.has(name)) element.setAttribute(name, rounded(value));
  }
  const roles = ['fill', 'stroke'].flatMap((paint) => roleOf(element.getAttribute(paint)) ?? []);
  const classes = [element.getAttribute('class'), ...new Set(roles.map((role) => `ctmri-${role}`))];
  const shown = classes.filter((name) => name !== null).join(' ');
  if (shown !== '') element.setAttribute('class', shown);
  for (const child of [...element.children]) makePlain(child, size);
}
