import type { Bilingual } from '#shared/language.ts';

/** The parts that the documents speak of, in the order in which an upload passes them. */
const PARTS: Readonly<Record<string, Bilingual>> = {
  EncryptionKey: { fr: 'clé de chiffrement', en: 'encryption key' },
  StudyBucket: { fr: 'dépôt des fichiers', en: 'bucket for the files' },
  UploadQueue: { fr: 'file d’attente', en: 'queue' },
  Ingest: { fr: 'contrôle des fichiers', en: 'check of the files' },
  StudyTable: { fr: 'base de données', en: 'database' },
  Statistics: { fr: 'calcul des tableaux', en: 'computation of the tables' },
  NightlySchedule: { fr: 'recalcul nocturne', en: 'nightly recomputation' },
};

// For example `CtMriStudy | 14 | 3:22:30 AM | CREATE_COMPLETE | AWS::DynamoDB::GlobalTable | StudyTable (StudyTable2DFA7DB5)`.
const MADE = /\| (?:CREATE|UPDATE)_COMPLETE +\| \S+ +\| (\S+) \(/;
const FAILED = /_FAILED +\| \S+ +\| (.+)$/;

/** Which part an event line of the CDK says to be ready; undefined for all other lines. */
export function resourceMade(line: string): Bilingual | undefined {
  const [, id] = MADE.exec(line) ?? [];
  const part = id === undefined ? undefined : PARTS[id];
  return part && { fr: `✓ ${part.fr}`, en: `✓ ${part.en}` };
}

/** The line of the CDK's output that says best why it failed. */
export function causeOfFailure(lines: readonly string[]): string | undefined {
  const first = (pattern: RegExp) => lines.map((line) => pattern.exec(line)?.[1]).find((found) => found);
  return (
    first(FAILED) ?? first(/^(Configuration : .+)$/) ?? first(/❌ +(.+)$/) ?? first(/((?:Error|ERROR).*)$/)
  );
}
