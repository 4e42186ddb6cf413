import * as z from 'zod';

/**
 * What a site may decide of how its study is published, in `cdk.json`. Part of a result's identity, like the protocol.
 */
export const studySettingsSchema = z.object({
  /** A centre with fewer patients than this in an analysis is not shown by itself but among "others". */
  fewestPatientsShown: z.coerce.number().int().min(1).max(1_000),
});
export type StudySettings = Readonly<z.infer<typeof studySettingsSchema>>;
