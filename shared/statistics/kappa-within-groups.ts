import { type ClusteredKappa, type Rating, ratingsOf, ratingTable } from './clustered-kappa.ts';
import { fewestPatients } from './clustered-sample.ts';
import { agreementWeight, type KappaWeights } from './cohen-kappa.ts';
import { sum } from './descriptives.ts';
import { missing } from './figure.ts';
import { studentTQuantile } from './student-t-distribution.ts';

/**
 * Cohen's κ of several groups of ratings, each by two raters of its own (the readers of each centre): 1 − D/E, where D
 * adds up the disagreements v, 1 less the weight of agreement, and E = Σ_g Σ_cd a_gc b_gd v_cd/n_g those that chance would
 * give with each rater's own habits. It is the mean of the groups' κ, weighted by n_g (1 − expected agreement)
 * (Barlow, Lai & Azen 1991 Stat Med 10:1465). The error is that of `clusteredKappa`, from each patient's sum of the
 * ratings' influence, t on m − 1, limits cut at ±1; no interval below six patients.
 */
export function kappaWithinGroups(
  groups: readonly (readonly Rating[])[],
  categories: number,
  weights: KappaWeights = 'unweighted',
  level = 0.95,
): Pick<ClusteredKappa, 'n' | 'patients' | 'observed' | 'kappa' | 'interval'> {
  const ratings = groups.flat();
  const n = ratings.length;
  const patients = new Set(ratings.map(({ patient }) => patient)).size;
  if (n === 0) {
    const none = missing('no_observation');
    return { n, patients, observed: none, kappa: none, interval: none };
  }
  const apart: Apart = (first, second) => 1 - agreementWeight(first - second, categories, weights);
  const disagreements = sum(ratings.map(({ first, second }) => apart(first, second)));
  const chances = groups
    .filter((group) => group.length > 0)
    .map((group) => chanceIn(group, categories, apart));
  const expected = sum(chances.map((chance) => chance.disagreements));
  const found = { n, patients, observed: 1 - disagreements / n };
  // Each rater put everything into one category, the same as the other: agreement beyond chance has no meaning.
  if (!(expected > 0)) {
    const none = missing('no_variation');
    return { ...found, kappa: none, interval: none };
  }
  const kappa = 1 - disagreements / expected;
  const without = (reason: 'too_few_patients' | 'perfect_agreement' | 'no_variation') => ({
    ...found,
    kappa,
    interval: missing(reason),
  });
  if (patients < fewestPatients) return without('too_few_patients');
  if (disagreements === 0) return without('perfect_agreement');

  const ofPatients = new Map<number, number>();
  for (const { group, influenceOn } of chances) {
    for (const rating of group) {
      const influence = (apart(rating.first, rating.second) - (1 - kappa) * influenceOn(rating)) / expected;
      ofPatients.set(rating.patient, (ofPatients.get(rating.patient) ?? 0) + influence);
    }
  }
  const squares = sum(Array.from(ofPatients.values(), (total) => total ** 2));
  const standardError = Math.sqrt((patients / (patients - 1)) * squares);
  // Rounding alone keeps a sum of influences that cancel from being 0.
  if (standardError < 1e-12) return without('no_variation');
  const reach = studentTQuantile(1 - (1 - level) / 2, patients - 1) * standardError;
  const interval = { lower: Math.max(-1, kappa - reach), upper: Math.min(1, kappa + reach), level };
  return { ...found, kappa, interval };
}

/** How far a rater's category is from another's: 0 for the same one, at most 1. */
type Apart = (first: number, second: number) => number;

/** How many disagreements chance gives in a group, and how many more with one rating more. */
function chanceIn(group: readonly Rating[], categories: number, apart: Apart) {
  const n = group.length;
  const table = ratingTable(ratingsOf(group), categories);
  const firsts = table.map((row) => sum(row));
  const seconds = table.map((_, column) => sum(table.map((row) => row[column] ?? 0)));
  // What the second rater's habits make of a category of the first, and the other way round.
  const ofFirst = table.map((_, first) => sum(seconds.map((count, second) => count * apart(first, second))));
  const ofSecond = table.map((_, second) => sum(firsts.map((count, first) => count * apart(first, second))));
  const products = sum(firsts.map((count, category) => count * (ofFirst[category] ?? 0)));
  return {
    group,
    disagreements: products / n,
    influenceOn: ({ first, second }: Rating) =>
      ((ofFirst[first] ?? 0) + (ofSecond[second] ?? 0)) / n - products / (n * n),
  };
}
