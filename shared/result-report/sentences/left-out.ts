import { agreeing, type Bilingual } from '#shared/language.ts';
import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { capitalised } from '#shared/typography.ts';
import { missingTablesWords, pendingWords } from './left-out/files.ts';
import { NOUNS } from './left-out/nouns.ts';
import { counted, PAIRS, PATIENTS } from './parts.ts';
import { foundRows, hasColumns, notPublished, titleIn } from './sources.ts';
import { en, enumerated, fr } from './wording.ts';

/** Who and what was left out, with the reasons, and which files are not in the result. */
export const leftOut = (result: PublishedResult): readonly BilingualPassage[] => [
  ...(hasColumns(result, 'flow', FLOW_COLUMNS)
    ? STEPS.map(({ step, heading }) => stepWords(result, step, heading))
    : [notPublished('flow')]),
  ...findings(result, (check) => UNUSED.has(check)),
  ...missingTablesWords(result),
  ...pendingWords(result),
];

/** What is in the result and doubtful; a sentence for each check that found something. */
export function doubtful(result: PublishedResult): readonly BilingualPassage[] {
  if (!hasColumns(result, 'quality', QUALITY_COLUMNS)) return [notPublished('quality')];
  const found = findings(result, (check) => !UNUSED.has(check) && !IN_FLOW.has(check));
  return found.length === 0 ? [NOTHING_DOUBTFUL] : [IN_THE_RESULT, ...found];
}

const IN_THE_RESULT: BilingualPassage = {
  fr: fr`Ce qui suit est dans les résultats tel qu’il a été envoyé ; ce qu’un contrôle signale est à vérifier, et n’est pas toujours une erreur.`,
  en: en`What follows is in the results as it was sent; what a check finds is to be looked at, and is not always an error.`,
};

const NOTHING_DOUBTFUL: BilingualPassage = {
  fr: fr`Aucun contrôle n’a rien trouvé de douteux.`,
  en: en`No check found anything doubtful.`,
};

const FLOW_COLUMNS = ['step', 'reason', 'patients', 'pairs'];
const QUALITY_COLUMNS = ['check', 'detail', 'unit', 'group', 'n', 'n_checked'];

const STEPS: readonly { readonly step: string; readonly heading: Bilingual }[] = [
  { step: 'excluded', heading: { fr: 'Exclus', en: 'Excluded' } },
  {
    step: 'not_counted',
    heading: {
      fr: 'Inclus, mais pas dans l’analyse des nombres',
      en: 'Included, but not in the analysis of numbers',
    },
  },
  {
    step: 'not_measured',
    heading: {
      fr: 'Inclus, mais pas dans l’analyse des diamètres',
      en: 'Included, but not in the analysis of diameters',
    },
  },
];

function stepWords(result: PublishedResult, step: string, heading: Bilingual): BilingualPassage {
  const rows = foundRows(result, 'flow', FLOW_COLUMNS).filter(
    (row) =>
      row.text('step') === step && ((row.figure('patients') ?? 0) > 0 || (row.figure('pairs') ?? 0) > 0),
  );
  if (rows.length === 0) return { fr: fr`${heading} : personne.`, en: en`${heading}: nobody.` };
  const reasons = enumerated(
    rows.map((row) => {
      const title = titleIn(result, row, 'reason');
      const [patients, pairs] = [counted(row, 'patients', PATIENTS), counted(row, 'pairs', PAIRS)];
      return { fr: fr`${title} (${patients}, ${pairs})`, en: en`${title} (${patients}, ${pairs})` };
    }),
  );
  return { fr: fr`${heading} : ${reasons}.`, en: en`${heading}: ${reasons}.` };
}

/** What the flow chart says already. */
const IN_FLOW = new Set(['patient_excluded', 'pair_not_qualifying', 'pair_not_counted', 'pair_not_measured']);

/** What is not used though its patient is in. */
const UNUSED = new Set([
  ...['orphan', 'reading_of_other_reader', 'lesion_not_used', 'diameter_absent'],
  ...['recist_patient_without_follow_up', 'recist_pair_not_measured'],
]);

/** Of all centres together: the smaller groups are the table's. */
function findings(result: PublishedResult, isTold: (check: string) => boolean): readonly BilingualPassage[] {
  const rows = foundRows(result, 'quality', QUALITY_COLUMNS).filter(
    (row) => row.text('group') === 'all' && isTold(row.text('check')) && (row.figure('n') ?? 0) > 0,
  );
  return [...Map.groupBy(rows, (row) => row.text('check')).values()].flatMap((found) =>
    checkWords(result, found),
  );
}

function checkWords(result: PublishedResult, rows: readonly PublishedRow[]): readonly BilingualPassage[] {
  const [first] = rows;
  if (first === undefined) return [];
  const check = titleIn(result, first, 'check');
  const title: Bilingual = { fr: capitalised(check.fr), en: capitalised(check.en) };
  const cases = enumerated(rows.map((row) => caseWords(result, row)));
  return [{ fr: fr`${title} : ${cases}.`, en: en`${title}: ${cases}.` }];
}

/** `Ki67 (%), 1 patient sur 36`. */
function caseWords(result: PublishedResult, row: PublishedRow): BilingualPassage {
  const noun = NOUNS[row.text('unit')] ?? PATIENTS;
  const [n, all] = [row.cell('n'), row.cell('n_checked')];
  const word = agreeing(row.figure('n') ?? 0, noun.one, noun.many);
  const detail = row.text('detail') === '' ? { fr: '', en: '' } : titled(titleIn(result, row, 'detail'));
  return {
    fr: fr`${detail}${n} ${word} sur ${all}`,
    en: en`${detail}${n} ${word} of ${all}`,
  };
}

const titled = ({ fr: french, en: english }: Bilingual): Bilingual => ({
  fr: `${french}, `,
  en: `${english}, `,
});
