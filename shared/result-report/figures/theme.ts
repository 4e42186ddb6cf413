import type { Modality } from '#shared/protocol/sequences.ts';

/**
 * Blue and vermillion after Okabe and Ito, which colour-blind people tell apart; this blue is darker than theirs, so that
 * grey print keeps the two apart. No group differs by its colour alone: each has its own symbol or hatching.
 */
export const COLOURS = {
  ink: '#1a1a1a',
  muted: '#595959',
  paper: '#ffffff',
  grid: '#d9d9d9',
  mri: '#00588f',
  ct: '#d55e00',
  /** Under a figure that agrees. */
  accent: '#f0e442',
} as const;
export type Role = keyof typeof COLOURS;

export const FONT = 'Helvetica, Arial, sans-serif';

/** Sizes in px: a figure is as wide as a column of the page, and as A4 between its margins. */
export const WIDTH = 720;
export const TEXT_SIZE = 12;
export const SMALL_SIZE = 11;
export const ROW_HEIGHT = 22;

export const modalityOf = (sequence: string): Modality => (sequence.startsWith('mri') ? 'mri' : 'ct');

/** The symbol of each modality, besides its colour. */
export const SYMBOLS = { mri: 'circle', ct: 'square' } as const;

/**
 * What gives an inlined figure the colours of a page: `colours` names a CSS colour for each role. Colours of a
 * figure are presentation attributes, which any rule overrides.
 */
export const figureColoursCss = (colours: Readonly<Record<Role, string>>): string =>
  Object.entries(COLOURS)
    .flatMap(([role, colour]) => {
      const wanted = colours[role as Role];
      return ['fill', 'stroke'].map((paint) => `.ctmri-figure [${paint}="${colour}"]{${paint}:${wanted}}`);
    })
    .join('\n');
