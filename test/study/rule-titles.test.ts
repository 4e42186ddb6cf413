import { describe, expect, it } from 'vitest';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { type RuleReason, ruleTitles } from '#shared/study/rule-titles.ts';
import { SETTINGS } from './settings.ts';

const titleOf = (reason: RuleReason, settings: Partial<StudySettings>) =>
  ruleTitles({ ...SETTINGS, ...settings })[reason];

describe('the title of a rule', () => {
  it.each<readonly [RuleReason, Partial<StudySettings>, fr: string, en: string]>([
    ['board_date_outside_period', {}, 'RCP hors de la période 2016–2021', 'board date outside 2016–2021'],
    [
      'board_date_outside_period',
      { boardPeriod: { from: '2016-01-01', to: null } },
      'RCP hors de la période (depuis 2016)',
      'board date outside the period (since 2016)',
    ],
    [
      'board_date_outside_period',
      { boardPeriod: { from: '2016-01-01', to: '2024-06-30' } },
      'RCP hors de la période (du 2016-01-01 au 2024-06-30)',
      'board date outside the period (2016-01-01 to 2024-06-30)',
    ],
    [
      'interval_of_three_months_or_more',
      { longestIntervalMonths: 1 },
      'intervalle d’un mois ou plus',
      'interval of one calendar month or more',
    ],
    [
      'interval_of_three_months_or_more',
      {},
      'intervalle de trois mois ou plus',
      'interval of three calendar months or more',
    ],
    [
      'interval_of_three_months_or_more',
      { longestIntervalMonths: 12 },
      'intervalle de 12 mois ou plus',
      'interval of 12 calendar months or more',
    ],
    ['no_lesion_over_5_mm', {}, 'aucune lésion de plus de 5 mm', 'no lesion over 5 mm'],
    [
      'no_lesion_over_5_mm',
      { smallestLesionMillimetres: 10 },
      'aucune lésion d’au moins 10 mm',
      'no lesion of at least 10 mm',
    ],
  ])('%s with %j is true', (reason, settings, fr, en) => {
    expect(titleOf(reason, settings)).toEqual({ fr, en });
  });
});
