/** What a user reads: French first, then English, on one line. */
export function bilingual(french: string, english: string): string {
  return `${french} ‖ ${english}`;
}

/** LocalStack cannot be had or does not start. The message is one sentence for the user, with the remedy. */
export class LaunchFailure extends Error {
  override readonly name = 'LaunchFailure';
}
