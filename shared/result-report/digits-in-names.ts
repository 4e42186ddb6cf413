/**
 * Names and conventions that have a digit in them and are no figure of the study: all that may stand in a sentence as it
 * is, with an ordinary space. Titles of published codes (`2016–2021`, `T2 FS`, `G1`) may too.
 */
export const DIGITS_IN_NAMES: readonly string[] = [
  ...['95 %', '95%', '0,05', '0.05'],
  ...['T2 FS', 'RECIST 1.1', 'CR2', 'ICC(2,1)', 'ICC(3,1)', 'AFROC1'],
  // The years of the papers that the methods name.
  ...['1986', '1992', '1995', '1998', '2002', '2003', '2004', '2006', '2007', '2009', '2010', '2018'],
];
