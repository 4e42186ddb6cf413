import { MOST_MEASURED_LESIONS } from '#shared/protocol/measures.ts';
import type { Examination } from '#shared/validation/examine-file.ts';
import { examineFile } from '#shared/validation/examine-file.ts';
import type { OtherRows } from '#shared/validation/identity-rules.ts';

/** How files are read: by the rules of this release, with the study's settings. */
export interface FileExamination {
  /** Names the rules: a digest of all that decides verdicts and rows. */
  readonly rules: string;
  readonly examine: (bytes: Uint8Array, others: OtherRows) => Examination;
  /** The most lesions of a pair and reader, over all files of a centre. */
  readonly mostLesions: number;
}

/** @param rules - the name that the stack gave to the rules of this code with these settings */
export const fileExamination = (rules: string): FileExamination => ({
  rules,
  examine: examineFile,
  mostLesions: MOST_MEASURED_LESIONS,
});
