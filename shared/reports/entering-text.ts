import { type Bilingual, counted, numberText } from '#shared/language.ts';
import type { Entering } from './entering.ts';

export const patients = (count: number): Bilingual =>
  counted(count, { fr: 'patient', en: 'patient' }, { fr: 'patients', en: 'patients' });
export const pairs = (count: number): Bilingual =>
  counted(count, { fr: 'couple', en: 'pair' }, { fr: 'couples', en: 'pairs' });

/** How many enter the study, and below it, a line each, why the others do not. */
export function* enteringText(entering: Entering): Generator<Bilingual> {
  const { leftOut } = entering;
  const all = leftOut.reduce((sum, reason) => sum + reason.patients, entering.patients);
  const some = patients(entering.patients);
  const ofAll = { fr: `${some.fr} sur ${numberText(all).fr}`, en: `${some.en} of ${numberText(all).en}` };
  if (entering.pairs === null) {
    yield {
      fr: `peuvent entrer dans l’étude, d’après ce seul tableau : ${ofAll.fr}`,
      en: `may enter the study, by this table alone: ${ofAll.en}`,
    };
  } else {
    const allPairs = leftOut.reduce((sum, reason) => sum + reason.pairs, entering.pairs);
    const somePairs = pairs(entering.pairs);
    yield {
      fr: `entrent dans l’étude : ${ofAll.fr}, ${somePairs.fr} sur ${numberText(allPairs).fr}`,
      en: `enter the study: ${ofAll.en}, ${somePairs.en} of ${numberText(allPairs).en}`,
    };
  }
  for (const reason of leftOut) {
    const counts = [
      ...(reason.patients > 0 ? [patients(reason.patients)] : []),
      ...(reason.pairs > 0 ? [pairs(reason.pairs)] : []),
    ];
    yield {
      fr: `   n’entrent pas : ${counts.map(({ fr }) => fr).join(', ')} – ${reason.title.fr}`,
      en: `   left out: ${counts.map(({ en }) => en).join(', ')} – ${reason.title.en}`,
    };
  }
}
