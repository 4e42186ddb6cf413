import { COLOURS, FIGURE_COLOURS } from './colours.ts';
import { LANGUAGE_SWITCH } from './languages.ts';
import { PRINT } from './print.ts';
import { LAYOUT, TABLES_LATE } from './screen.ts';

/** The page's style, without line ends. */
export const STYLE = [COLOURS, LAYOUT, TABLES_LATE, FIGURE_COLOURS, LANGUAGE_SWITCH, PRINT]
  .join('')
  .replaceAll('\n', '');
