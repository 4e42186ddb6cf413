import type { Titles } from '#shared/language.ts';

/** The sides of the liver on which lesions are counted and measured. */
export const SIDES = ['right', 'left'] as const;
export type Side = (typeof SIDES)[number];

/** What a table speaks of: the whole liver (right + left) or one side. */
export const REGIONS = ['whole', ...SIDES] as const;
export type Region = (typeof REGIONS)[number];

export const SIDE_TITLES: Titles<Side> = {
  right: { fr: 'foie droit', en: 'right liver' },
  left: { fr: 'foie gauche', en: 'left liver' },
};

export const REGION_TITLES: Titles<Region> = {
  whole: { fr: 'foie entier', en: 'whole liver' },
  ...SIDE_TITLES,
};
