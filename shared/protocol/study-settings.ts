import * as z from 'zod';
import { boardPeriodSchema } from './board-period.ts';

/** What each setting that is a whole number may be. */
export const SETTING_BOUNDS = {
  longestIntervalMonths: { from: 1, to: 12 },
  smallestLesionMillimetres: { from: 1, to: 50 },
  mostLesionsMeasured: { from: 1, to: 99 },
  fewestPatientsShown: { from: 1, to: 1_000 },
  // Of one centre there is nothing to pool.
  fewestCentresPooled: { from: 2, to: 1_000 },
} as const;

// On the command line all is text.
const wholeNumber = ({ from, to }: { readonly from: number; readonly to: number }) =>
  z.preprocess(
    (given) => (typeof given === 'string' && /^\d+$/.test(given) ? Number(given) : given),
    z.int().min(from).max(to),
  );
const yesOrNo = z.preprocess(
  (given) => (given === 'true' ? true : given === 'false' ? false : given),
  z.boolean(),
);

/**
 * What a site decides of its study, in `cdk.json` or by `-c name=value`. Part of a result's identity, like the protocol;
 * `docs/SETTINGS.md` says what each leaves out, and where that is told.
 */
export const studySettingsSchema = z.object({
  /** Patients count whose board met within these days; those whose board date is not known count too. */
  boardPeriod: boardPeriodSchema,
  /** CT and MRI of a pair lie less than this many calendar months apart. */
  longestIntervalMonths: wholeNumber(SETTING_BOUNDS.longestIntervalMonths),
  /** A lesion is measured from this greatest diameter on, in millimetres; a smaller one gets its file refused. */
  smallestLesionMillimetres: wholeNumber(SETTING_BOUNDS.smallestLesionMillimetres),
  /** How many lesions a reader measures of a pair at most, largest first; one more gets its file refused. */
  mostLesionsMeasured: wholeNumber(SETTING_BOUNDS.mostLesionsMeasured),
  /** A centre with fewer patients than this in an analysis is not shown by itself but among "others". */
  fewestPatientsShown: wholeNumber(SETTING_BOUNDS.fewestPatientsShown),
  /** Groups of centres are pooled from this number on; fewer are only listed. */
  fewestCentresPooled: wholeNumber(SETTING_BOUNDS.fewestCentresPooled),
  /** Whether p-values are published; without them the tables keep their estimates and intervals. */
  significanceShown: yesOrNo,
  /** Whether single pairs, lesions and patients are published, without a name and under numbers drawn anew. */
  pointsPublished: yesOrNo,
});
export type StudySettings = Readonly<z.infer<typeof studySettingsSchema>>;

/** The settings that reproduce the thesis: what `cdk.json` says where a site has decided nothing else. */
export const THESIS_SETTINGS: StudySettings = {
  // The RENATEN boards of January 2016 to December 2021 (line 1013).
  boardPeriod: { from: '2016-01-01', to: '2021-12-31' },
  // Line 1013.
  longestIntervalMonths: 3,
  // Line 1067.
  smallestLesionMillimetres: 5,
  mostLesionsMeasured: 5,
  // The thesis is of one centre: these are the product's own.
  fewestPatientsShown: 5,
  fewestCentresPooled: 3,
  significanceShown: true,
  pointsPublished: true,
};
