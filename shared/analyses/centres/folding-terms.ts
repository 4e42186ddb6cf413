/** How many centres "others" holds at least: of one centre alone it would be that centre's own figure. */
export const FEWEST_CENTRES_FOLDED = 2;
