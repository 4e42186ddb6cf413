import type { OptionDefinition, Terminal } from './command.ts';

/** The option of every command that prints data. */
export const JSON_OPTION: OptionDefinition = {
  summary: {
    fr: 'du JSON sur la sortie standard, pour les programmes : clés en anglais, pleine précision',
    en: 'JSON on standard output, for programs: full precision',
  },
};

export const printJson = ({ print }: Terminal, document: unknown): void =>
  print(JSON.stringify(document, null, 1));
