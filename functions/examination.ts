import type { StudySettings } from '#shared/protocol/study-settings.ts';
import type { Circumstances } from '#shared/validation/circumstances.ts';
import type { Examination } from '#shared/validation/examination.ts';
import { type ExaminationSettings, examinationSettings } from '#shared/validation/examination-settings.ts';
import { examineFile } from '#shared/validation/examine-file.ts';
import type { OtherRows } from '#shared/validation/identity-rules.ts';

/** How files are read: by the rules of this release, with the study's settings. */
export interface FileExamination {
  /** Names the rules: a digest of all that decides verdicts and rows. */
  readonly rules: string;
  readonly settings: ExaminationSettings;
  readonly examine: (bytes: Uint8Array, others: OtherRows, circumstances: Circumstances) => Examination;
}

/** @param rules - the name that the stack gave to the rules of this code with these settings */
export function fileExamination(rules: string, study: StudySettings): FileExamination {
  const settings = examinationSettings(study);
  return {
    rules,
    settings,
    examine: (bytes, others, circumstances) => examineFile(bytes, others, settings, circumstances),
  };
}
