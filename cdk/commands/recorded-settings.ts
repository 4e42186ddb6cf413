import { type StudySettings, studySettingsSchema, THESIS_SETTINGS } from '#shared/protocol/study-settings.ts';
import type { Manifest } from '#shared/publication/manifest.ts';
import { CommandFailure } from './command.ts';

export interface RecordedSettings {
  readonly settings: StudySettings;
  /** Those that the manifest does not name: they were fixed in the code then, as the thesis has them. */
  readonly assumed: readonly string[];
}

/** The settings that a result was computed with, as its manifest has them among the protocol’s terms. */
export function recordedSettings({ id, protocol }: Manifest): RecordedSettings {
  const assumed = Object.keys(THESIS_SETTINGS).filter((name) => !Object.hasOwn(protocol, name));
  const settings = studySettingsSchema.safeParse({ ...THESIS_SETTINGS, ...protocol });
  if (settings.success) return { settings: settings.data, assumed };
  const wrong = [...new Set(settings.error.issues.map(({ path: [name] }) => String(name)))].join(', ');
  throw new CommandFailure({
    fr: `Ce code ne sait pas lire les réglages du résultat ${id} : ${wrong}.`,
    en: `This code cannot read the settings of the result ${id}: ${wrong}.`,
  });
}
