import { type McNemarTest, testOfGains } from './clustered-mcnemar.ts';
import { fewestPatients } from './clustered-sample.ts';
import { sum } from './descriptives.ts';

/**
 * McNemar's test clustered by patient, every patient with the same weight, however many lesions he has: with
 * dᵢ = (bᵢ − cᵢ)/nᵢ, χ² = (Σdᵢ)²/Σdᵢ² (Durkalski, Palesch, Lipsitz & Rust 2003 Stat Med 22:2417).
 * R: `clust.bin.pair::clust.bin.pair(method = "durkalski")`.
 *
 * @param onlyFirst lesions of each patient that only the first sequence shows.
 * @param present all his lesions, one at least.
 * @param fewest below this number of patients χ² is not given.
 */
export const durkalskiTest = (
  onlyFirst: ArrayLike<number>,
  onlySecond: ArrayLike<number>,
  present: ArrayLike<number>,
  fewest = fewestPatients,
): McNemarTest =>
  testOfGains(onlyFirst, onlySecond, fewest, (gained) => {
    const shares = gained.map((value, patient) => value / (present[patient] ?? 1));
    return sum(shares) ** 2 / sum(shares.map((share) => share ** 2));
  });
