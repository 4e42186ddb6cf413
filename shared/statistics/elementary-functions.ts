import atanh from '@stdlib/math-base-special-atanh';
import stdlibExp from '@stdlib/math-base-special-exp';
import expm1 from '@stdlib/math-base-special-expm1';
import log1p from '@stdlib/math-base-special-log1p';

/*
 * The elementary functions whose last digit depends on the processor in V8 (its C++ is compiled with fused
 * multiplications on arm64): here in JavaScript, the same to the last bit on every processor, and the same as V8's on
 * x64. `Math.log`, `Math.log10`, `Math.sqrt` and powers agree on both and may be used.
 */
export { atanh, log1p };

/** e to a power; of 1 the double next to e, which FreeBSD's e_exp.c misses by its last bit. */
export const exp = (x: number): number => (x === 1 ? Math.E : stdlibExp(x));

/** Hyperbolic tangent, by FreeBSD's s_tanh.c. */
export function tanh(x: number): number {
  const size = Math.abs(x);
  const growth = expm1(size >= 1 ? 2 * size : -2 * size);
  const value = size >= 1 ? 1 - 2 / (growth + 2) : -growth / (growth + 2);
  return x < 0 ? -value : value;
}
