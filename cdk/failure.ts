import { type Bilingual, bothLanguages } from '#shared/language.ts';

/** A failure that is told to the user in one sentence, in their language; no stack trace is shown. */
export class ToldFailure extends Error {
  override readonly name: string = 'ToldFailure';
  readonly sentence: Bilingual;
  constructor(sentence: Bilingual) {
    super(bothLanguages(sentence));
    this.sentence = sentence;
  }
}
