export interface MutatedFolder {
  readonly mutate: readonly string[];
  /** The unit tests that must notice a mutation: those that are about this folder. */
  readonly tests: readonly string[];
  /** Those of them that take long and are run last: most mutations are noticed before. */
  readonly slow?: RegExp;
}

const GOLDEN_TABLES = 'test/golden/golden-tables.test.ts';

export const FOLDERS: Readonly<Record<string, MutatedFolder>> = {
  analyses: {
    mutate: ['shared/analyses/**/*.ts'],
    tests: [GOLDEN_TABLES, 'test/analyses/**/*.test.ts', 'test/published/**/*.test.ts'],
    // The golden tables alone notice nearly all.
    slow: /test\/(analyses|published)\//,
  },
  publication: {
    mutate: ['shared/publication/**/*.ts'],
    tests: ['test/publication/**/*.test.ts', GOLDEN_TABLES, 'test/analyses/**/*.test.ts'],
    slow: /test\/analyses\//,
  },
  study: {
    mutate: ['shared/study/**/*.ts'],
    tests: ['test/study/**/*.test.ts', 'test/analyses/**/*.test.ts'],
  },
  validation: {
    mutate: ['shared/validation/**/*.ts'],
    tests: ['test/validation/**/*.test.ts'],
    slow: /(any-bytes|dialects|texts)\.test\.ts$/,
  },
  tables: { mutate: ['shared/tables/**/*.ts'], tests: ['test/tables/**/*.test.ts'] },
  storage: { mutate: ['shared/storage/**/*.ts'], tests: ['test/storage/**/*.test.ts'] },
  reports: { mutate: ['shared/reports/**/*.ts'], tests: ['test/reports/**/*.test.ts'] },
  'result-report': {
    mutate: ['shared/result-report/**/*.ts'],
    tests: ['test/result-report/**/*.test.ts'],
    slow: /report-files\.test\.ts$/,
  },
  functions: {
    // The composition roots only pass the real clients in; the bundles' tests and the end-to-end tests run them.
    mutate: [
      'functions/**/*.ts',
      '!functions/*/handler.ts',
      '!functions/clients.ts',
      '!functions/*-client.ts',
    ],
    // Without the thousands of worlds of two files, which would take a minute for each mutation that is noticed by no other.
    tests: ['test/functions/!(histories|overtaken-ingest-*).test.ts'],
    slow: /(?:interrupted-[a-z-]+|returned-files)\.test\.ts$/,
  },
};
