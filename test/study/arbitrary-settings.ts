import fc from 'fast-check';
import { SETTING_BOUNDS, type StudySettings } from '#shared/protocol/study-settings.ts';

const within = ({ from, to }: { readonly from: number; readonly to: number }) =>
  fc.integer({ min: from, max: to });

const day = fc
  .date({ min: new Date('2010-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Any settings that a site may write down. */
export const arbitrarySettings: fc.Arbitrary<StudySettings> = fc.record({
  boardPeriod: fc.oneof(
    fc.tuple(day, day).map((days) => {
      const [from = '', to = ''] = days.toSorted();
      return { from, to };
    }),
    fc.record({ from: day, to: fc.constant(null) }),
  ),
  longestIntervalMonths: within(SETTING_BOUNDS.longestIntervalMonths),
  smallestLesionMillimetres: within(SETTING_BOUNDS.smallestLesionMillimetres),
  mostLesionsMeasured: within(SETTING_BOUNDS.mostLesionsMeasured),
  fewestPatientsShown: fc.oneof(fc.integer({ min: 1, max: 4 }), within(SETTING_BOUNDS.fewestPatientsShown)),
  fewestCentresPooled: fc.oneof(fc.integer({ min: 2, max: 4 }), within(SETTING_BOUNDS.fewestCentresPooled)),
  significanceShown: fc.boolean(),
  pointsPublished: fc.boolean(),
});
