import type { FileExamination } from '#functions/examination.ts';
import { PATIENT_ID } from '#shared/tables/patients.ts';
import { patientOf } from '#shared/tables/tables.ts';
import type { Circumstances } from '#shared/validation/circumstances.ts';
import { type Examination, refusedFor } from '#shared/validation/examination.ts';
import { examineFile } from '#shared/validation/examine-file.ts';
import type { FileRow } from '#shared/validation/file-row.ts';
import { NO_OTHER_ROWS, type OtherRows } from '#shared/validation/identity-rules.ts';
import { problemKind } from '#shared/validation/problem.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { pseudonym } from './study-files.ts';

const examine: FileExamination['examine'] = (bytes, others, circumstances) =>
  examineFile(bytes, others, SETTINGS, circumstances);

/** The column that an earlier release did not know. */
const LATER_COLUMN = 'mitoses_per_10_hpf';

/** Its rows have no such attribute, so that the items that are stored of them have none. */
function withoutLaterColumn(file: FileRow): FileRow {
  if (file.content.table !== 'patients') return file;
  const row = { ...file.content.row };
  Reflect.deleteProperty(row, LATER_COLUMN);
  const { key, line, at } = file;
  return { content: { table: 'patients', row }, key, line, at };
}

const patientOfTheNewRule = problemKind('PATIENT_THREE', () => ({ fr: 'le patient 3', en: 'patient 3' }));
const THREE = pseudonym(3);

/** A new rule, which speaks of a file whatever the centre's others say of it, as the rules of a file by itself do. */
function withNewRule(bytes: Uint8Array, others: OtherRows, circumstances: Circumstances): Examination {
  const alone = examine(bytes, NO_OTHER_ROWS, circumstances);
  const examination = examine(bytes, others, circumstances);
  if (alone.verdict === 'refused') return examination;
  const { table, rows, text } = alone;
  const problems = [...rows]
    .filter(({ content }) => patientOf(content) === THREE)
    .map(({ at }) => patientOfTheNewRule(at(PATIENT_ID.name)));
  if (problems.length === 0) return examination;
  return examination.verdict === 'refused'
    ? refusedFor([...examination.problems, ...problems], examination)
    : refusedFor(problems, { table, text });
}

const WRONG_SEX = ';quux;';
const corrected = (bytes: Uint8Array): Uint8Array => {
  const text = new TextDecoder().decode(bytes);
  return text.includes(WRONG_SEX) ? new TextEncoder().encode(text.replaceAll(WRONG_SEX, ';M;')) : bytes;
};

const FEWER_LESIONS = { ...SETTINGS, mostLesionsMeasured: 3 };

/**
 * Examinations as one release has them after another: today's, the same rows without a column, more refusals, fewer, and
 * those of another setting of the study.
 */
export const RULE_SETS = {
  today: { rules: 'rules of today', settings: SETTINGS, examine },
  columnLess: {
    rules: 'rules of a column less',
    settings: SETTINGS,
    examine: (...file) => {
      const examination = examine(...file);
      return examination.verdict === 'refused'
        ? examination
        : { ...examination, rows: Array.from(examination.rows, withoutLaterColumn) };
    },
  },
  ruleMore: {
    rules: 'rules of which there is one more',
    settings: SETTINGS,
    examine: withNewRule,
  },
  ruleLess: {
    rules: 'rules of which there is one less',
    settings: SETTINGS,
    examine: (bytes, ...beside) => examine(corrected(bytes), ...beside),
  },
  fewerLesions: {
    rules: 'rules of three lesions at most',
    settings: FEWER_LESIONS,
    examine: (bytes, others, circumstances) => examineFile(bytes, others, FEWER_LESIONS, circumstances),
  },
} as const satisfies Readonly<Record<string, FileExamination>>;

export type RuleSetName = keyof typeof RULE_SETS;
