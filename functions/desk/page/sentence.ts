/** The report's lines begin small, for they stand below one another; alone, each begins as a sentence does. */
export const sentence = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
