/**
 * Matched-pairs rank-biserial correlation (2V − M)/M with M = n(n + 1)/2, from −1 (every difference negative) to 1;
 * `null` when no difference is left (Kerby 2014 Compr Psychol 3:1).
 */
export function rankBiserial(statistic: number, used: number): number | null {
  const total = (used * (used + 1)) / 2;
  return total === 0 ? null : (2 * statistic - total) / total;
}
