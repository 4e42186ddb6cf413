import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Bilingual } from '#shared/language.ts';
import type { FigureLanguage } from './figure.ts';
import { makePlain } from './plain-svg.ts';
import { COLOURS, FONT, TEXT_SIZE, WIDTH } from './theme.ts';

/** A part of a figure, as wide as it; parts stand below one another unless they say where. */
export interface Part {
  readonly options: Plot.PlotOptions;
  readonly height: number;
  /** Its left edge and width, where others stand beside it; all of them but the last say that the line goes on. */
  readonly left?: number;
  readonly width?: number;
  readonly lineGoesOn?: true;
}

export interface Drawing {
  readonly name: string;
  readonly title: Bilingual;
  /** What the axes and marks are: the finding stands in the page’s own text. */
  readonly description: Bilingual;
  readonly parts: readonly Part[];
}

/** The standalone SVG of a drawing: the same bytes for the same tables. */
export function svgOf(drawing: Drawing, language: FigureLanguage): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  let top = 0;
  const groups = drawing.parts.map(({ options, height, left = 0, width = WIDTH, lineGoesOn }) => {
    const plot = Plot.plot({ ...options, document, width, height });
    // Its own size of text stays behind: the figure’s is that of all its parts.
    for (const child of [...plot.children]) makePlain(child, TEXT_SIZE);
    const group = `<g transform="translate(${left},${top})">${plot.innerHTML}</g>`;
    if (lineGoesOn === undefined) top += height;
    return group;
  });
  const id = `ctmri-figure-${drawing.name}-${language}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="ctmri-figure" viewBox="0 0 ${WIDTH} ${top}" width="${WIDTH}" height="${top}"`,
    ` lang="${language}" role="img" aria-labelledby="${id}-title ${id}-desc" font-family="${FONT}" font-size="${TEXT_SIZE}"`,
    ` text-anchor="middle" fill="${COLOURS.ink}">`,
    `<title id="${id}-title">${escaped(drawing.title[language])}</title>`,
    `<desc id="${id}-desc">${escaped(drawing.description[language])}</desc>`,
    `<rect class="ctmri-paper" width="${WIDTH}" height="${top}" fill="${COLOURS.paper}"/>`,
    ...groups,
    '</svg>\n',
  ]
    .join('')
    .replaceAll(NOT_IN_XML, '');
}

/** Characters that no XML file may hold, even escaped: a viewer would show nothing of it. */
const NOT_IN_XML = /(?![\t\n\r])\p{Cc}/gu;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
