import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Bilingual } from '#shared/language.ts';
import { errorText } from '../api-client.ts';

export interface Answer<Value> {
  /** Undefined until there is one. */
  readonly value: Value | undefined;
  /** Of the last question, until one is answered. */
  readonly error: Bilingual | undefined;
  /** Asks again; undefined where no answer came. */
  readonly ask: () => Promise<Value | undefined>;
}

/** What a question is answered with; asked at once, and again by `ask`. */
export function useAnswer<Value>(question: () => Promise<Value>): Answer<Value> {
  const [value, setValue] = useState<Value | undefined>();
  const [error, setError] = useState<Bilingual | undefined>();
  const ask = useCallback(async () => {
    try {
      const answer = await question();
      setValue(() => answer);
      setError(undefined);
      return answer;
    } catch (failure) {
      setError(errorText(failure));
      return undefined;
    }
  }, [question]);
  useEffect(() => void ask(), [ask]);
  return { value, error, ask };
}
