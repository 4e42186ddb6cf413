import { figureColoursCss } from '#shared/result-report/figures/theme.ts';

/** The colours of the light and of the dark theme; every text has a contrast of 4.5:1 or more on its ground. */
export const COLOURS = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1c2126;--muted:#565f69;--line:#dfe3e7;--hover:#f4f6f8;--accent:#0b5f73;--link:#0b5f73;--focus:#0b7d99;--mri:#0072b2;--ct:#d55e00;--mark:#f0e442}
@media (prefers-color-scheme:dark){:root{--paper:#14181c;--ink:#e8eaec;--muted:#a5aeb7;--line:#333b43;--hover:#1d2329;--accent:#7fcadb;--link:#8fd3e2;--focus:#7fcadb;--mri:#6cb8ec;--ct:#f0985c;--mark:#5f5a12}}
`;

/** A figure in the page takes the page's colours; by itself it has its own. */
export const FIGURE_COLOURS = `svg.ctmri-figure{fill:var(--ink)}${figureColoursCss({
  ink: 'var(--ink)',
  muted: 'var(--muted)',
  paper: 'var(--paper)',
  grid: 'var(--line)',
  mri: 'var(--mri)',
  ct: 'var(--ct)',
  accent: 'var(--mark)',
})}`;
