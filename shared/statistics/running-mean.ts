import { roundedOff } from './descriptives.ts';
import { type Figure, missing } from './figure.ts';

/** The mean of values that come one after the other and are not kept: that of `mean`, to the last digit. */
export class RunningMean {
  #number = 0;
  #total = 0;
  #compensation = 0;

  add(value: number): void {
    const next = this.#total + value;
    this.#compensation += roundedOff(this.#total, value, next);
    this.#total = next;
    this.#number += 1;
  }

  mean(): Figure {
    if (this.#number === 0) return missing('no_observation');
    const sum = Number.isFinite(this.#total) ? this.#total + this.#compensation : this.#total;
    return sum / this.#number;
  }
}
