import type { CalendarDay } from '#shared/calendar.ts';

/** The RENATEN board meetings whose patients were screened: January 2016 to December 2021 (thesis, line 1013). */
export const BOARD_PERIOD: { readonly from: CalendarDay; readonly to: CalendarDay } = {
  from: '2016-01-01',
  to: '2021-12-31',
};

/** CT and MRI of a pair lie less than this many calendar months apart (thesis, line 1013). */
export const PAIR_INTERVAL_MONTHS = 3;
