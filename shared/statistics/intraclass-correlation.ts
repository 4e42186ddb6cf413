import { sum, sumOf, sumWithin } from './descriptives.ts';
import { fQuantile, fUpperTail } from './f-distribution.ts';
import { allMissing, type Figure } from './figure.ts';
import type { Interval, Reason } from './outcome.ts';

export interface IntraclassCorrelation {
  readonly estimate: Figure;
  /** MSR/MSE with its degrees of freedom, against no correlation. */
  readonly f: Figure;
  readonly numeratorDf: Figure;
  /** Of the test for ICC(3,1); of the interval's approximation (ν) for ICC(2,1). */
  readonly denominatorDf: Figure;
  /** Of F; without its logarithm. */
  readonly p: Figure;
  readonly interval: Figure<Interval>;
}

/** Mean squares of n rows (lesions) measured in k columns (sequences or readers), and the two single-measure ICCs. */
export interface IntraclassCorrelations {
  readonly n: number;
  readonly rowMeanSquare: Figure;
  readonly columnMeanSquare: Figure;
  readonly errorMeanSquare: Figure;
  /** ICC(2,1): agreement, the columns' own bias counted as error. */
  readonly agreement: IntraclassCorrelation;
  /** ICC(3,1): consistency, a constant bias between columns forgiven. */
  readonly consistency: IntraclassCorrelation;
}

/**
 * Intraclass correlations of a two-way table by mean squares (Shrout & Fleiss 1979 Psychol Bull 86:420), with the
 * intervals of McGraw & Wong 1996 (Psychol Methods 1:30). R: `irr::icc`, `psych::ICC(lmer = FALSE)`, which give an
 * approximate interval of ICC(2,1) also where the estimate lies outside of it: there is none here.
 * Rows with a missing value are left out.
 */
export function intraclassCorrelations(
  rows: readonly (readonly (number | null)[])[],
  level = 0.95,
): IntraclassCorrelations {
  return intraclassWithinTables([rows], level);
}

/**
 * The same of several tables, each of rows and columns of its own (the readers of each centre): sums of squares and
 * degrees of freedom are those within the tables, added up, and n in the formulae is the mean number of rows of a
 * table, so that MSC − MSE is again n times the variance of the columns. What tables differ in counts for nothing, and
 * neither does a table of one row. Of one table it is the plain ICC; the interval of ICC(2,1) takes tables of unequal sizes as if of equal ones.
 */
export function intraclassWithinTables(
  tables: readonly (readonly (readonly (number | null)[])[])[],
  level = 0.95,
): IntraclassCorrelations {
  const complete = tables
    .map((rows) => rows.filter((row): row is readonly number[] => row.every((value) => value !== null)))
    .filter((rows) => rows.length > 1);
  const n = complete.reduce((total, rows) => total + rows.length, 0);
  const k = complete[0]?.[0]?.length ?? 0;
  const rowDf = n - complete.length;
  if (rowDf < 1 || k < 2) {
    const reason = 'too_few_observations';
    return {
      n,
      ...allMissing(reason, ['rowMeanSquare', 'columnMeanSquare', 'errorMeanSquare']),
      agreement: absent(reason),
      consistency: absent(reason),
    };
  }
  const added = complete
    .map(sumsOfSquares)
    .reduce(([rows, columns, error], [r, c, e]) => [rows + r, columns + c, error + e]);
  const columnDf = complete.length * (k - 1);
  const errorDf = rowDf * (k - 1);
  const squares: MeanSquares = {
    n: n / complete.length,
    k,
    rows: added[0] / rowDf,
    columns: added[1] / columnDf,
    error: added[2] / errorDf,
    rowDf,
    columnDf,
    errorDf,
  };
  return {
    n,
    rowMeanSquare: squares.rows,
    columnMeanSquare: squares.columns,
    errorMeanSquare: squares.error,
    agreement: correlation(squares, level, agreementIcc),
    consistency: correlation(squares, level, consistencyIcc),
  };
}

/** Of rows, columns and error of one complete table, its rows one after the other in a single column. */
function sumsOfSquares(complete: readonly (readonly number[])[]): readonly [number, number, number] {
  const n = complete.length;
  const k = complete[0]?.length ?? 0;
  const cells = new Float64Array(n * k);
  for (let row = 0; row < n; row += 1) cells.set(complete[row] ?? [], row * k);
  const grand = sum(cells) / (n * k);
  const rowMeans = new Float64Array(n);
  for (let row = 0; row < n; row += 1) rowMeans[row] = sumWithin(cells, row * k, (row + 1) * k) / k;
  const columnMeans = Float64Array.from(
    { length: k },
    (_, column) => sumOf(rowMeans, (_mean, row) => cells[row * k + column] ?? 0) / n,
  );
  const error = sumOf(cells, (value, cell) => {
    const column = cell % k;
    return (value - (rowMeans[(cell - column) / k] ?? 0) - (columnMeans[column] ?? 0) + grand) ** 2;
  });
  const squared = (means: Float64Array) => sumOf(means, (value) => (value - grand) ** 2);
  return [k * squared(rowMeans), n * squared(columnMeans), error];
}

interface MeanSquares {
  /** Rows of a table, on the average of several. */
  readonly n: number;
  readonly k: number;
  readonly rows: number;
  readonly columns: number;
  readonly error: number;
  readonly rowDf: number;
  readonly columnDf: number;
  readonly errorDf: number;
}

type Form = (
  squares: MeanSquares,
  tail: number,
) => { estimate: number; df: number; limits: () => [number, number] };

const agreementIcc: Form = ({ n, k, rows, columns, error, rowDf, columnDf, errorDf }, tail) => {
  const estimate = (rows - error) / (rows + (k - 1) * error + (k * (columns - error)) / n);
  const ratio = columns / error;
  const base = n * (1 + (k - 1) * estimate) - k * estimate;
  const df =
    (columnDf * errorDf * (k * estimate * ratio + base) ** 2) /
    (errorDf * (k * estimate * ratio) ** 2 + columnDf * base ** 2);
  const noise = k * columns + (k * n - k - n) * error;
  const limits = (): [number, number] => {
    const below = fQuantile(tail, rowDf, df);
    const above = fQuantile(tail, df, rowDf);
    return [
      (n * (rows - below * error)) / (below * noise + n * rows),
      (n * (above * rows - error)) / (noise + n * above * rows),
    ];
  };
  return { estimate, df, limits };
};

const consistencyIcc: Form = ({ k, rows, error, rowDf, errorDf }, tail) => {
  const df = errorDf;
  const limits = (): [number, number] => {
    const below = rows / error / fQuantile(tail, rowDf, df);
    const above = (rows / error) * fQuantile(tail, df, rowDf);
    return [(below - 1) / (below + k - 1), (above - 1) / (above + k - 1)];
  };
  return { estimate: (rows - error) / (rows + (k - 1) * error), df, limits };
};

function correlation(squares: MeanSquares, level: number, form: Form): IntraclassCorrelation {
  const { rows, columns, error, rowDf, errorDf } = squares;
  if (rows === 0 && columns === 0 && error === 0) return absent('no_variation');
  const { estimate, df, limits } = form(squares, 1 - (1 - level) / 2);
  // Nothing is left between rows, columns and error that could be a share of it.
  if (!Number.isFinite(estimate)) return absent('no_variation');
  // An error that rounding alone keeps from being 0 is 0: F and the limits have no value then.
  if (error <= 1e-14 * (rows + columns)) {
    const reason = columns <= 1e-14 * rows ? 'perfect_agreement' : 'constant_difference';
    return { ...absent(reason), estimate, numeratorDf: rowDf };
  }
  const tested = {
    estimate,
    f: rows / error,
    numeratorDf: rowDf,
    p: fUpperTail(rows / error, rowDf, errorDf),
  };
  // Row means that do not vary, and ν = 0, leave the limits undefined.
  const [lower, upper] = rows > 0 && df > 0 ? limits() : [Number.NaN, Number.NaN];
  if (!(lower <= upper)) {
    return { ...tested, ...allMissing('no_variation', ['denominatorDf', 'interval']) };
  }
  // Below 0 the sum of mean squares that ν stands for is a difference, and of next to no degrees of freedom: its law
  // then has both limits on one side of the estimate.
  if (!(lower <= estimate && estimate <= upper)) {
    return { ...tested, ...allMissing('limits_beside_estimate', ['denominatorDf', 'interval']) };
  }
  return { ...tested, denominatorDf: df, interval: { lower, upper, level } };
}

const absent = (reason: Reason): IntraclassCorrelation =>
  allMissing(reason, ['estimate', 'f', 'numeratorDf', 'denominatorDf', 'p', 'interval']);
