/** Parts of the project, each with the beginnings of the paths of its sources: the first that fits is a source's part. */
export type Parts = readonly (readonly [part: string, ...sources: readonly string[]])[];

const within = (folder: string, ...names: readonly string[]) => names.map((name) => `${folder}/${name}`);

/** What runs below every program of the project. */
const BELOW: Parts = [
  ['collecting garbage', '(garbage collector)'],
  ['Node: its start, modules, files', 'node:', '(program)', '(root)'],
  ['packages', 'node_modules'],
];

/** Of `compute`. */
export const PARTS_OF_A_STUDY: Parts = [
  [
    'exact laws',
    ...within('shared/statistics', 'subset-sum-law', 'rosner-glynn-lee-exact', 'signed-rank-exact'),
    'shared/statistics/signed-rank-distribution',
    // Their additions are the only WebAssembly that there is.
    ...['shared/statistics/shifted-addition', 'wasm:'],
  ],
  [
    'bootstraps',
    ...within(
      'shared/statistics',
      'patient-bootstrap',
      'patient-draws',
      'redrawn-sums',
      'effect-size-bootstrap',
      'lehmer',
    ),
  ],
  ['other statistics', 'shared/statistics', 'node_modules/@stdlib', 'node_modules/jstat'],
  ['RECIST', 'shared/analyses/recist'],
  ['other tables', ...within('shared', 'analyses', 'study', 'protocol', 'publication')],
  ['validation', ...within('shared', 'validation', 'tables', 'calendar')],
  ...BELOW,
];

/** Of the examination of one file. */
export const PARTS_OF_VALIDATION: Parts = [
  ['decoding', ...within('shared/validation', 'decode-file', 'utf-16', 'windows-1252', 'text-marks')],
  [
    'lines and cells',
    ...within('shared/validation', 'split-', 'read-column', 'read-rows', 'short-rows', 'file-columns'),
  ],
  ['rows at hand, one after the other', ...within('shared/validation', 'file-row')],
  [
    'rules between rows',
    ...within('shared/validation', 'rows-to-compare', 'pairs-by-patient', 'pair-file-rules'),
  ],
  ['warnings', ...within('shared/validation', 'warnings', 'frequent-warnings', 'cross-table-warnings')],
  ['rules of a row', ...within('shared', 'validation', 'calendar', 'protocol')],
  ['cells typed', 'shared/tables'],
  ...BELOW,
];

/** Of one test with its interval. */
export const PARTS_OF_WILCOXON: Parts = [
  ['ranks', ...within('shared/statistics', 'ranks', 'value-tally', 'tied-groups')],
  [
    'interval',
    ...within('shared/statistics', 'walsh-averages', 'signed-rank-interval', 'signed-rank-location'),
  ],
  ['test', 'shared/statistics'],
  ...BELOW,
];

/** Of a function's start. */
export const PARTS_OF_A_START: Parts = [['the study’s own modules', 'functions', 'shared'], ...BELOW];

/** Of the page of a result. */
export const PARTS_OF_A_REPORT: Parts = [
  ['figures', 'shared/result-report/figures', 'node_modules/@observablehq', 'node_modules/d3'],
  ['the document’s tree', 'node_modules/linkedom', 'node_modules/preact'],
  ['sentences and page', 'shared/result-report', 'shared/presentation'],
  ...BELOW,
];

/** Of the functions that an upload starts. */
export const PARTS_OF_AN_UPLOAD: Parts = [
  ['examination of the file', ...within('shared', 'validation', 'tables', 'calendar')],
  ['tables', ...within('shared', 'analyses', 'statistics', 'study', 'protocol', 'publication'), 'wasm:'],
  ['the functions’ own steps', 'functions', 'shared'],
  ...BELOW,
];
