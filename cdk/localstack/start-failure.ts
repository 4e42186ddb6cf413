import { readFileSync } from 'node:fs';
import type { Bilingual } from '#shared/language.ts';
import { bilingual } from './bilingual.ts';

const MEANINGS = [
  {
    pattern: /No space left on device/,
    french: 'le disque est plein',
    english: 'the disk is full',
  },
  {
    pattern: /ModuleNotFoundError|ImportError|bad interpreter/,
    french: 'son installation est abîmée, supprimez le dossier de cache et recommencez',
    english: 'its installation is damaged, remove the cache folder and try again',
  },
  {
    pattern: /MemoryError|Cannot allocate memory/,
    french: 'la mémoire manque',
    english: 'there is not enough memory',
  },
  {
    pattern: /Permission denied|PermissionError/,
    french: 'un dossier n’est pas accessible en écriture',
    english: 'a folder cannot be written to',
  },
] as const;

/** Why LocalStack did not start, in one sentence, as far as its log tells. */
export function startFailure(logFile: string): Bilingual {
  const { french, english } = meaningOf(readLog(logFile));
  return bilingual(
    `LocalStack n’a pas démarré : ${french} (journal : ${logFile}).`,
    `LocalStack did not start: ${english} (log: ${logFile}).`,
  );
}

/** The latest line that means something to us; else the last line, as it is. */
export function meaningOf(log: string): { readonly french: string; readonly english: string } {
  const lines = log.trim().split('\n').slice(-50).reverse();
  for (const line of lines) {
    const meaning = MEANINGS.find(({ pattern }) => pattern.test(line));
    if (meaning !== undefined) return meaning;
  }
  const last = lines[0]?.trim();
  return last
    ? { french: `« ${last} »`, english: `“${last}”` }
    : { french: 'il n’a rien dit', english: 'it said nothing' };
}

function readLog(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
