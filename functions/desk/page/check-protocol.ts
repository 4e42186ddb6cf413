import type { MendedCell } from '#shared/desk/cells-of-file.ts';
import type { FileInForce } from '#shared/desk/checked-files.ts';
import type { CheckedView } from '#shared/desk/findings.ts';
import type { ExaminationSettings } from '#shared/validation/examination-settings.ts';
import type { CentreFile } from '#shared/validation/examine-centre.ts';

/** What the page asks of the worker that examines files, and what it gets for each. */
export interface CheckAsks {
  /** The files that a dropped one holds: itself, or a CSV for each sheet of a workbook. */
  read: { readonly ask: CentreFile; readonly answer: readonly CentreFile[] };
  check: {
    readonly ask: {
      readonly drafts: readonly CentreFile[];
      readonly inForce: readonly FileInForce[];
      readonly settings: ExaminationSettings;
      /** ISO 8601. */
      readonly now: string;
    };
    readonly answer: readonly CheckedView[];
  };
  mend: {
    readonly ask: {
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly cells: readonly MendedCell[];
      readonly settings: ExaminationSettings;
      readonly now: string;
    };
    readonly answer: Uint8Array<ArrayBuffer>;
  };
}
export type CheckKind = keyof CheckAsks;

export type CheckMessage = {
  [Kind in CheckKind]: { readonly id: number; readonly kind: Kind; readonly ask: CheckAsks[Kind]['ask'] };
}[CheckKind];

export type CheckAnswer =
  | { readonly id: number; readonly answer: CheckAsks[CheckKind]['answer'] }
  | { readonly id: number; readonly failed: true };
