import { type Entering, enteringStudy } from '#shared/reports/entering.ts';
import { contentsOf, type Examination } from '#shared/validation/examination.ts';
import type { ExaminationSettings } from '#shared/validation/examination-settings.ts';
import type { OtherRows } from '#shared/validation/identity-rules.ts';

/** The most patients and pairs, of a file and the centre's others, that are laid together: far more than any centre has. */
const MOST_ROWS_TOGETHER = 50_000;

/**
 * How many of an accepted file's patients and pairs enter the study, beside the centre's other files in force. Where those
 * are too many, or of a form that is not known, of a patients file what its own rows say, and null of a pairs file.
 */
export function enteringBeside(
  examination: Examination,
  others: OtherRows,
  settings: ExaminationSettings,
): Entering | null {
  if (examination.verdict === 'refused') return null;
  const { table } = examination;
  const rows = [...contentsOf(examination.rows)];
  const beside = [...others.patients.values(), ...others.pairs.values()];
  const known = beside.flatMap(({ content }) => content ?? []);
  if (known.length === beside.length && rows.length + known.length <= MOST_ROWS_TOGETHER) {
    return enteringStudy(table, rows, known, settings);
  }
  return table === 'patients' ? enteringStudy(table, rows, [], settings) : null;
}
