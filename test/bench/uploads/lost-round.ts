import { ToldFailure } from '#cdk/failure.ts';

/** A round that measured nothing, through no fault of what is measured: another one may. */
export class LostRound extends ToldFailure {
  override readonly name = 'LostRound';
}

/** An event was lost on its way, or the machine is far too busy. */
export const notInTime = (what: string): LostRound =>
  new LostRound({ fr: `${what} : pas là à temps`, en: `${what} is not there in time` });

/** Calls that were sent again, by the answers that they got. */
export const answeredOtherwise = (calls: readonly string[]): LostRound =>
  new LostRound({
    fr: `appels répondus autrement : ${calls.join('; ')}`,
    en: `calls were answered otherwise: ${calls.join('; ')}`,
  });

const MOST_ATTEMPTS = 3;

/** Runs a round again where it was lost. */
export async function notLost<Outcome>(round: () => Promise<Outcome>): Promise<Outcome> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await round();
    } catch (error) {
      if (!(error instanceof LostRound) || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}
