import { type McNemarTest, testOfGains } from './clustered-mcnemar.ts';
import { fewestPatients } from './clustered-sample.ts';
import { sum } from './descriptives.ts';

/**
 * McNemar's test clustered by patient, by the mean of the variances with and without the hypothesis that both sequences
 * show as many: with gᵢ = bᵢ − cᵢ and δ = Σgᵢ/Σnᵢ, χ² = (m − 1)/m (Σgᵢ)²/(½ Σ(gᵢ² + (gᵢ − nᵢδ)²))
 * (Yang, Sun & Hardin 2010 Biom J 52:638). R: `clust.bin.pair::clust.bin.pair(method = "yang")`.
 *
 * @param onlyFirst lesions of each patient that only the first sequence shows.
 * @param present all his lesions, one at least.
 * @param fewest below this number of patients χ² is not given.
 */
export const yangTest = (
  onlyFirst: ArrayLike<number>,
  onlySecond: ArrayLike<number>,
  present: ArrayLike<number>,
  fewest = fewestPatients,
): McNemarTest =>
  testOfGains(onlyFirst, onlySecond, fewest, (gained) => {
    const patients = gained.length;
    const difference = sum(gained) / sum(present);
    const spread = gained.map(
      (value, patient) => value ** 2 + (value - difference * (present[patient] ?? 0)) ** 2,
    );
    return (((patients - 1) / patients) * sum(gained) ** 2) / (sum(spread) / 2);
  });
