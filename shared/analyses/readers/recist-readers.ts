import { kappaColumns } from '#shared/analyses/comparison/kappa-columns.ts';
import { methodColumn } from '#shared/analyses/recist/methods.ts';
import { targetsColumn } from '#shared/analyses/recist/recist-agreement.ts';
import { RESPONSES, type Response } from '#shared/analyses/recist/response.ts';
import type { RecistSettings } from '#shared/analyses/recist/targets.ts';
import { timePointColumn } from '#shared/analyses/recist/time-points.ts';
import type { Bilingual } from '#shared/language.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { PERCENT, scaled } from '#shared/publication/column-groups.ts';
import { type FigureColumn, wholeFigure, withReason } from '#shared/publication/figure-columns.ts';
import type { ReasonCode } from '#shared/publication/reasons.ts';
import {
  type ColumnDefinition,
  type ComputedTable,
  integer,
  resultTable,
} from '#shared/publication/result-table.ts';
import type { KappaWeights } from '#shared/statistics/cohen-kappa.ts';
import { type Figure, missing } from '#shared/statistics/figure.ts';
import { readerGroupColumns } from './group-columns.ts';
import type { ReaderPair } from './reader-pairs.ts';
import { type ResponseRow, responseRows } from './response-rows.ts';

/**
 * Whether two readers of the same scans put a follow-up into the same category of RECIST 1.1, for every two of a centre and
 * pooled. A row of fewer patients than the study shows says how many they are and no more, and so does one that would give
 * it away by subtraction. Empty where no patient was followed by two readers.
 */
export const recistReadersTable = (
  pairs: readonly ReaderPair[],
  settings: RecistSettings & Pick<StudySettings, 'fewestPatientsShown'>,
): ComputedTable =>
  resultTable<ResponseRow>(
    'recist-readers',
    {
      fr: 'RECIST 1.1 : accord entre les lecteurs',
      en: 'RECIST 1.1: agreement between readers',
    },
    [
      ...readerGroupColumns,
      methodColumn,
      targetsColumn,
      timePointColumn,
      integer(
        'n_follow_ups',
        {
          fr: 'suivis évalués par les deux lecteurs ; de plusieurs binômes, une fois pour chacun',
          en: 'follow-ups evaluated by both readers; of several pairs of readers, once for each',
        },
        ({ ratings }) => ratings.length,
      ),
      integer(
        'n_patients',
        { fr: 'patients de ces suivis, chacun une fois', en: 'patients of these follow-ups, each once' },
        ({ patients }) => patients,
      ),
      integer(
        'n_not_evaluable',
        {
          fr: 'suivis lus par les deux, qu’un lecteur au moins ne peut pas évaluer',
          en: 'follow-ups read by both that at least one reader cannot evaluate',
        },
        ({ notEvaluable }) => notEvaluable,
      ),
      ...withReason<ResponseRow>('responses', { fr: 'réponses', en: 'responses' }, [
        ...cellColumns,
        scaled<ResponseRow>(
          PERCENT,
          'raw_agreement',
          {
            fr: 'accord brut : part des suivis de même réponse',
            en: 'raw agreement: share of the follow-ups with the same response',
          },
          ifShown(({ kappas }) => kappas.unweighted.observed),
        ),
      ]),
      ...kappaOf('kappa', { fr: 'κ', en: 'κ' }, 'unweighted'),
      ...kappaOf('kappa_linear', { fr: 'κ, poids linéaires', en: 'κ, linear weights' }, 'linear'),
      ...kappaOf('kappa_quadratic', { fr: 'κ, poids quadratiques', en: 'κ, quadratic weights' }, 'quadratic'),
    ],
    responseRows(pairs, settings),
  );

/** A figure of a row that somebody is in and that is not kept back. */
const ifShown =
  (read: (row: ResponseRow) => Figure) =>
  (row: ResponseRow): Figure<number, ReasonCode> =>
    row.patients === 0 ? missing('no_observation') : (row.withheld ?? read(row));

/** Both readers have one, or one reader the one and the other the other: pooled, neither of them is the first. */
const cellColumns: readonly FigureColumn<ResponseRow>[] = RESPONSES.flatMap((one, position) =>
  RESPONSES.slice(position).map((other) => {
    const [first, second] = [position, RESPONSES.indexOf(other)];
    return wholeFigure(
      `${one}_${other}`,
      cellTitle(one, other),
      ifShown(
        ({ ratings }) =>
          ratings.filter(
            (rating) =>
              Math.min(rating.first, rating.second) === first &&
              Math.max(rating.first, rating.second) === second,
          ).length,
      ),
    );
  }),
);

function cellTitle(one: Response, other: Response): Bilingual {
  const [first, second] = [one.toUpperCase(), other.toUpperCase()];
  return one === other
    ? { fr: `suivis : ${first} pour les deux lecteurs`, en: `follow-ups: ${first} by both readers` }
    : {
        fr: `suivis : ${first} pour l’un, ${second} pour l’autre`,
        en: `follow-ups: ${first} by one reader, ${second} by the other`,
      };
}

const kappaOf = (
  name: string,
  title: Bilingual,
  weights: KappaWeights,
): readonly ColumnDefinition<ResponseRow>[] =>
  kappaColumns<ResponseRow>(name, title, (row) => row.withheld ?? row.kappas[weights]);
