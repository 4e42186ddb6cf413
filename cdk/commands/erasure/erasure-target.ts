import { type Call, wrongUsage } from '#cdk/commands/command.ts';
import { assertCentreName } from '#cdk/commands/files.ts';
import { pseudonym } from '#shared/tables/column-kinds.ts';
import { misnamed } from '#shared/validation/upload-place.ts';

export interface ErasureTarget {
  readonly kind: 'file' | 'patient';
  readonly centre: string;
  /** The file's name in the centre's folder, or the patient's pseudonym. */
  readonly name: string;
}

/** What a call means to erase: one file or one patient, never either by mistake. */
export function targetOf({ positionals: [centre, positional, ...others], options }: Call): ErasureTarget {
  const file = options.get('file');
  const patient = options.get('patient');
  const given = [file, patient, positional].filter((name) => name !== undefined);
  const [name] = given;
  if (centre === undefined || name === undefined || name === '' || given.length > 1 || others.length > 0) {
    throw wrongUsage({
      fr: 'Indiquez un centre, et soit --file NOM, soit --patient PSEUDONYME.',
      en: 'Name a centre, and either --file NAME or --patient PSEUDONYM.',
    });
  }
  assertCentreName(centre);
  const isFile = file !== undefined || (patient === undefined && misnamed(name) === null);
  if (isFile) return { kind: 'file', centre, name };
  // Not repeated in the sentence: it may be a person's name.
  if (!pseudonym.holds(name)) {
    throw wrongUsage({
      fr: `Ce n’est ni un fichier .csv, .tsv ou .txt, ni ${pseudonym.expected.fr}. Un autre fichier : --file NOM.`,
      en: `This is neither a .csv, .tsv or .txt file nor ${pseudonym.expected.en}. Another file: --file NAME.`,
    });
  }
  return { kind: 'patient', centre, name };
}
