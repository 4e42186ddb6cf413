/** The colours of the light and of the dark theme; every text has a contrast of 4.5:1 or more on its ground. */
export const COLOURS = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1c2126;--muted:#565f69;--line:#dfe3e7;--hover:#f4f6f8;--accent:#0b5f73;--link:#0b5f73;--focus:#0b7d99;--mri:#0b5f73;--ct:#b4540a}
@media (prefers-color-scheme:dark){:root{--paper:#14181c;--ink:#e8eaec;--muted:#a5aeb7;--line:#333b43;--hover:#1d2329;--accent:#7fcadb;--link:#8fd3e2;--focus:#7fcadb;--mri:#7fcadb;--ct:#f2a65e}}
`;

/** A figure in the page takes the page's colours; by itself it has its own. */
export const FIGURE_COLOURS = `
`;
