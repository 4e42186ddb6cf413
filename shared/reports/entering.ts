import type { Bilingual } from '#shared/language.ts';
import { exclusions } from '#shared/study/eligibility.ts';
import { type RuleSettings, ruleTitles } from '#shared/study/rule-titles.ts';
import { type Rule, sift } from '#shared/study/sift.ts';
import { assembleStudy, firstReadings, type Reading, type ScreenedPatient } from '#shared/study/study.ts';
import { FIRST_READER } from '#shared/tables/pairs.ts';
import type { TableName, TableRow } from '#shared/tables/tables.ts';

/** One reason why patients or pairs of a file stay out of the study. */
export interface LeftOut {
  reason: string;
  title: Bilingual;
  patients: number;
  pairs: number;
}

/** How many of a file's patients and pairs enter the study, and why the others do not. */
export interface Entering {
  patients: number;
  /** Null where a patients file is looked at alone: then the patients are those whom their own row does not leave out. */
  pairs: number | null;
  /** In the order in which the study asks. */
  leftOut: LeftOut[];
}

const PATIENT_NOT_SENT = 'patient_not_sent';
const PATIENT_NOT_SENT_TITLE: Bilingual = {
  fr: 'patient absent des fichiers du centre',
  en: 'patient in none of the centre’s files',
};

/** Only one centre is looked at, so it needs no name. */
const ONE_CENTRE = '';

/**
 * What of an accepted file enters the study: of a patients file its patients with all their pairs, of a pairs file its
 * pairs with their patients, as the first reader saw them. Null where the file decides on none.
 *
 * @param rows - of the file
 * @param others - of the centre's other files that count, as far as they are known
 */
export function enteringStudy(
  table: TableName,
  rows: readonly TableRow[],
  others: readonly TableRow[],
  settings: RuleSettings,
): Entering | null {
  const own = new Set(rows.map(({ row }) => row));
  const isOwn = ({ pair }: Reading) => table === 'patients' || own.has(pair);
  const patients = patientsOf(table, rows);
  if (patients.size === 0) return null;
  const all = [...rows, ...others].map((content) => ({ centre: ONE_CENTRE, content }));
  const screened = new Map(
    assembleStudy(all).patients.map((patient) => [patient.patient.patient_id, patient]),
  );
  const pairsKnown = all.some(({ content }) => content.table === 'pairs');
  const rules: readonly Rule[] = exclusions(settings).filter((rule) => pairsKnown || 'excludes' in rule);

  const tally: Tally = { patients: 0, pairs: 0, leftOut: new Map() };
  for (const [id, pairs] of patients) {
    const patient = screened.get(id);
    if (patient === undefined) leaveOut(tally, PATIENT_NOT_SENT, 1, pairs);
    else addPatient(tally, rules, patient, firstReadings(patient).filter(isOwn));
  }
  const titles: Readonly<Record<string, Bilingual>> = {
    [PATIENT_NOT_SENT]: PATIENT_NOT_SENT_TITLE,
    ...ruleTitles(settings),
  };
  const reasons = [PATIENT_NOT_SENT, ...rules.map(({ reason }) => reason)];
  return {
    patients: tally.patients,
    pairs: pairsKnown ? tally.pairs : null,
    leftOut: reasons.flatMap((reason) => {
      const counts = tally.leftOut.get(reason);
      const title = titles[reason];
      return counts === undefined || title === undefined ? [] : [{ reason, title, ...counts }];
    }),
  };
}

/** The patients that a file is about, each with how many first readings the file has of him. */
function patientsOf(table: TableName, rows: readonly TableRow[]): ReadonlyMap<string, number> {
  const patients = new Map<string, number>();
  for (const content of rows) {
    if (content.table !== table || (content.table !== 'patients' && content.table !== 'pairs')) continue;
    if (content.table === 'pairs' && content.row.reader !== FIRST_READER) continue;
    const { patient_id } = content.row;
    patients.set(patient_id, (patients.get(patient_id) ?? 0) + 1);
  }
  return patients;
}

interface Tally {
  patients: number;
  pairs: number;
  readonly leftOut: Map<string, { patients: number; pairs: number }>;
}

function leaveOut({ leftOut }: Tally, reason: string, patients: number, pairs: number): void {
  const before = leftOut.get(reason) ?? { patients: 0, pairs: 0 };
  leftOut.set(reason, { patients: before.patients + patients, pairs: before.pairs + pairs });
}

/** A patient enters by any of his pairs; of the file's, those that the rules keep. */
function addPatient(
  tally: Tally,
  rules: readonly Rule[],
  screened: ScreenedPatient,
  readings: readonly Reading[],
): void {
  const { reason } = sift(rules, screened, firstReadings(screened));
  const { kept, leftOut } = sift(rules, screened, readings);
  for (const [why, pairs] of leftOut) leaveOut(tally, why, 0, pairs);
  if (reason !== undefined) {
    leaveOut(tally, reason, 1, 0);
    return;
  }
  tally.patients += 1;
  tally.pairs += kept.length;
}
