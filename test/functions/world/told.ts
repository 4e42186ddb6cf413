import { parseJson } from '#shared/json.ts';
import { isTold, toldVerdictSchema } from '#shared/mail/told-verdict.ts';
import { TOLD } from '#shared/storage/item-keys.ts';
import { uploadAt } from '#shared/validation/upload-place.ts';
import { answersIn } from '../oracle/reports.ts';
import { VERDICT_TOPICS } from './names.ts';
import { PRIVATE } from './study-files.ts';
import type { World } from './world.ts';

/** The mails to a centre, the first one first. */
export const mailsTo = ({ mails }: World, centre: string) =>
  mails.filter(({ topic }) => topic === VERDICT_TOPICS + centre);

/** What is noted of a file as told. */
export function noteOf({ table }: World, key: string): string | undefined {
  const note = table.partition(TOLD).find(({ sk }) => sk === key);
  return note && String(note['told']);
}

/**
 * The answers that their centre was not told of. Where an old copy of the table was restored, nobody looks at what was withdrawn
 * since, and of what the table lost, nobody remembers that it was told.
 */
export const untold = (world: World): readonly string[] =>
  answersIn(world).flatMap((report) => {
    const { centres } = world.deployment();
    if (!centres.includes(uploadAt(report.file, centres).centre)) return [];
    const note = noteOf(world, report.file);
    if (world.isDamaged() && (note === undefined || report.verdict === 'withdrawn')) return [];
    const told = toldVerdictSchema.safeParse(parseJson(note ?? ''));
    return told.success && isTold(told.data, report) ? [] : [`${report.file} is ${report.verdict}: ${note}`];
  });

/** The mails that hold what must not leave the study. */
export const leakedByMail = ({ mails }: World): readonly string[] =>
  mails
    .map(({ subject, text }) => `${subject}\n${text}`)
    .filter((said) => PRIVATE.some((word) => said.includes(word)));
