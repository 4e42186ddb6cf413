import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { type StudySettings, studySettingsSchema } from '#shared/protocol/study-settings.ts';
import { CommandFailure } from './command.ts';

const CDK_JSON = new URL('../../cdk.json', import.meta.url);

/** The settings of this project's `cdk.json`, with which a stack deployed from here examines files and publishes its results. */
export function readStudySettings(): StudySettings {
  const cdkJson = z
    .object({ context: studySettingsSchema })
    .safeParse(JSON.parse(readFileSync(CDK_JSON, 'utf8')));
  if (cdkJson.success) return cdkJson.data.context;
  const wrong = [...new Set(cdkJson.error.issues.map(({ path: [, name] }) => String(name)))].join(', ');
  throw new CommandFailure({
    fr: `cdk.json : ${wrong} ne convient pas (« npx cdk synth » dit pourquoi).`,
    en: `cdk.json: ${wrong} cannot be used ("npx cdk synth" says why).`,
  });
}
