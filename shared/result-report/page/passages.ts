import { type BilingualPassage, isSetting, type Passage } from '#shared/result-report/passage.ts';
import { inFrenchType } from '#shared/typography.ts';
import { inEachLanguage, type PageLanguage } from './bilingual-text.ts';
import type { Content } from './html.ts';
import { manifestValue } from './manifest-value.ts';
import { dataIn } from './shown-data.ts';

/** A passage with its figures as data. */
export const passageIn = (passage: Passage, language: PageLanguage): Content =>
  passage.map((part) => {
    if (typeof part === 'string') return language === 'fr' ? inFrenchType(part) : part;
    return isSetting(part)
      ? manifestValue(part.setting, part.value, part.shown[language])
      : dataIn(part, language);
  });

/** A paragraph, or another element, in each language. */
export const bilingualPassage = (
  passage: BilingualPassage,
  name = 'p',
  attributes: Readonly<Record<string, string>> = {},
): Content => inEachLanguage(name, (language) => passageIn(passage[language], language), attributes);
