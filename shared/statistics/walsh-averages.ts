/**
 * The n(n + 1)/2 averages (xᵢ + xⱼ)/2, i ≤ j, ascending. Their median is the Hodges–Lehmann estimator and their order
 * statistics the exact limits (Hodges & Lehmann 1963 Ann Math Stat 34:598). Quadratic: for the exact branch only.
 */
export function walshAverages(values: Float64Array): Float64Array {
  const averages = new Float64Array((values.length * (values.length + 1)) / 2);
  let count = 0;
  for (const [index, first] of values.entries()) {
    for (const second of values.subarray(index)) {
      averages[count] = (first + second) / 2;
      count += 1;
    }
  }
  return averages.sort();
}
