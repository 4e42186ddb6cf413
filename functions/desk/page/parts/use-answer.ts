import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Bilingual } from '#shared/language.ts';
import { errorText } from '../api-client.ts';

export interface Answer<Value> {
  /** Undefined until there is one. */
  readonly value: Value | undefined;
  readonly error: Bilingual | undefined;
  readonly ask: () => void;
}

/** What a question is answered with; asked at once, and again by `ask`. */
export function useAnswer<Value>(question: () => Promise<Value>): Answer<Value> {
  const [value, setValue] = useState<Value | undefined>();
  const [error, setError] = useState<Bilingual | undefined>();
  const ask = useCallback(() => {
    question().then(
      (answer) => {
        setValue(answer);
        setError(undefined);
      },
      (failure) => setError(errorText(failure)),
    );
  }, [question]);
  useEffect(ask, [ask]);
  return { value, error, ask };
}
