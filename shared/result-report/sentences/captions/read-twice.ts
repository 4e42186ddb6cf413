import type { Bilingual } from '#shared/language.ts';
import { type Interval, LESIONS, type Noun } from '#shared/result-report/sentences/parts.ts';

/** A pair counts for every two readers who read it. */
export const DOUBLE_READINGS: Noun = {
  one: { fr: 'double lecture', en: 'double reading' },
  many: { fr: 'doubles lectures', en: 'double readings' },
};

/** What two readers of a centre both judge, and how their agreement is told. */
export interface ReadTwice {
  readonly quantity: string;
  readonly sequence: string;
  readonly side: string;
  readonly title: Bilingual;
  readonly noun: Noun;
  readonly coefficient: Coefficient;
}

interface Coefficient {
  readonly name: string;
  readonly column: string;
  readonly interval: Interval;
}

const ICC: Coefficient = {
  name: 'ICC',
  column: 'icc_2_1',
  interval: { low: 'icc_2_1_low', high: 'icc_2_1_high', reason: 'icc_2_1_reason' },
};
const KAPPA: Coefficient = {
  name: 'κ',
  column: 'kappa',
  interval: { low: 'kappa_low', high: 'kappa_high', reason: 'kappa_reason' },
};

const numberOf = (sequence: string, title: Bilingual): ReadTwice => ({
  ...{ quantity: 'count', sequence, side: 'whole', title },
  ...{ noun: DOUBLE_READINGS, coefficient: ICC },
});
const diameterOn = (sequence: string, title: Bilingual): ReadTwice => ({
  ...{ quantity: 'diameter', sequence, side: '', title },
  ...{ noun: LESIONS, coefficient: ICC },
});
const whether = (quantity: string, title: Bilingual): ReadTwice => ({
  ...{ quantity, sequence: '', side: '', title },
  ...{ noun: DOUBLE_READINGS, coefficient: KAPPA },
});

/** What the report tells of; the table has every sequence. */
export const READ_TWICE: readonly ReadTwice[] = [
  numberOf('mri_total', { fr: 'nombre en IRM', en: 'number on MRI' }),
  numberOf('ct_total', { fr: 'nombre en TDM', en: 'number on CT' }),
  diameterOn('mri_diffusion', { fr: 'diamètre en diffusion', en: 'diameter on diffusion' }),
  diameterOn('ct_arterial', { fr: 'diamètre en TDM artérielle', en: 'diameter on arterial CT' }),
  whether('countable', { fr: 'dénombrable ou non', en: 'countable or not' }),
  whether('measurable', { fr: 'mesurable ou non', en: 'measurable or not' }),
];
