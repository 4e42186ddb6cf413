import type { Bilingual } from '#shared/language.ts';
import { oddCharacter } from './odd-characters.ts';

/** Why a cell is no value of any column: a sentence without its full stop. */
export function whyNoValue(cell: string): Bilingual | undefined {
  if (/^(?:#(?:\p{L}+[\p{L}0-9/]*\s?[!?]|N\/A|#+)|Err:\d)/iu.test(cell)) {
    return {
      fr: 'C’est une erreur du tableur, pas une valeur : corrigez la formule, ou écrivez la valeur',
      en: 'This is a spreadsheet’s error, not a value: mend the formula, or write the value',
    };
  }
  if (cell.startsWith('=')) {
    return {
      fr: 'C’est une formule : dans le tableur, recopiez la colonne par Collage spécial > Valeurs',
      en: 'This is a formula: in the spreadsheet, copy the column by Paste Special > Values',
    };
  }
  return oddCharacter(cell);
}
