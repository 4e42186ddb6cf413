/** What a curve shows: the points of one program, of sizes that it could do. */
export interface Curve {
  readonly name: string;
  readonly points: readonly { readonly size: number; readonly value: number }[];
}

const WIDTH = 720;
const HEIGHT = 400;
const MARGIN = { left: 70, right: 190, top: 20, bottom: 50 } as const;
/** Told apart by whoever sees few colours, too (Okabe & Ito). */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7'];

const powersBetween = (low: number, high: number): readonly number[] =>
  Array.from({ length: high - low + 1 }, (_, step) => low + step);

/** Curves on two logarithmic axes, as an SVG picture: a straight line grows as a power of the size. */
export function growthCurves(
  curves: readonly Curve[],
  axes: { readonly x: string; readonly y: string },
): string {
  const points = curves.flatMap((curve) => curve.points);
  const logs = (of: (point: (typeof points)[number]) => number) =>
    points.map((point) => Math.log10(of(point)));
  const [left, right] = [
    Math.floor(Math.min(...logs(({ size }) => size))),
    Math.ceil(Math.max(...logs(({ size }) => size))),
  ];
  const [bottom, top] = [
    Math.floor(Math.min(...logs(({ value }) => value))),
    Math.ceil(Math.max(...logs(({ value }) => value))),
  ];
  const across = WIDTH - MARGIN.left - MARGIN.right;
  const up = HEIGHT - MARGIN.top - MARGIN.bottom;
  const x = (log: number) => MARGIN.left + ((log - left) / Math.max(1, right - left)) * across;
  const y = (log: number) => MARGIN.top + up - ((log - bottom) / Math.max(1, top - bottom)) * up;
  const text = (at: readonly [number, number], anchor: string, words: string, colour = '#333') =>
    `<text x="${at[0].toFixed(1)}" y="${at[1].toFixed(1)}" text-anchor="${anchor}" fill="${colour}">${words}</text>`;
  const grid = [
    ...powersBetween(left, right).flatMap((power) => [
      `<path d="M${x(power).toFixed(1)} ${MARGIN.top}V${MARGIN.top + up}" stroke="#ddd"/>`,
      text([x(power), MARGIN.top + up + 18], 'middle', (10 ** power).toLocaleString('en')),
    ]),
    ...powersBetween(bottom, top).flatMap((power) => [
      `<path d="M${MARGIN.left} ${y(power).toFixed(1)}H${MARGIN.left + across}" stroke="#ddd"/>`,
      text([MARGIN.left - 8, y(power) + 4], 'end', String(Number((10 ** power).toPrecision(1)))),
    ]),
  ];
  const lines = curves.flatMap(({ name, points: own }, position) => {
    const colour = COLOURS[position % COLOURS.length] ?? '#333';
    const places = own.map(({ size, value }) => [x(Math.log10(size)), y(Math.log10(value))] as const);
    const [end] = places.slice(-1);
    if (end === undefined) return [];
    const path = places.map((place) => place.map((each) => each.toFixed(1)).join(' ')).join('L');
    return [
      `<path d="M${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      ...places.map(
        ([cx, cy]) => `<circle cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" r="3.5" fill="${colour}"/>`,
      ),
      text([end[0] + 8, end[1] + 4], 'start', name, colour),
    ];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<title>${axes.y}, ${axes.x}: ${curves.map(({ name }) => name).join(', ')}</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${[...grid, ...lines].join('\n')}
${text([MARGIN.left + across / 2, HEIGHT - 10], 'middle', axes.x)}
${text([MARGIN.left, MARGIN.top - 6], 'start', axes.y)}
</svg>
`;
}
