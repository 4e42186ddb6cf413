import { centreGroupColumns } from '#shared/analyses/centres/group-vocabulary.ts';
import type { Bilingual } from '#shared/language.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { limitColumns, pColumns, UNITLESS } from '#shared/publication/column-groups.ts';
import {
  DOES_NOT_APPLY,
  type FigureColumn,
  figure,
  wholeBound,
  wholeFigure,
  withReason,
} from '#shared/publication/figure-columns.ts';
import type { ReasonCode } from '#shared/publication/reasons.ts';
import {
  type ColumnDefinition,
  type ComputedTable,
  coded,
  integer,
  resultTable,
} from '#shared/publication/result-table.ts';
import { entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';
import { type Figure, isMissing } from '#shared/statistics/figure.ts';
import type { ModalitiesRead } from '#shared/statistics/obuchowski-rockette.ts';
import type { IncludedPatient } from '#shared/study/eligibility.ts';
import { type FrocRow, frocRows } from './froc-rows.ts';

const READERS = vocabulary(
  'readers',
  entriesOf({
    one: { fr: 'un lecteur', en: 'one reader' },
    fixed: { fr: 'ces lecteurs ensemble', en: 'these readers together' },
    random: { fr: 'des lecteurs tels que ceux-ci', en: 'readers such as these' },
  }),
);

const MRI = {
  fr: 'IRM : aire sous la courbe FROC alternative',
  en: 'MRI: area under the alternative FROC curve',
};
const CT = {
  fr: 'TDM : aire sous la courbe FROC alternative',
  en: 'CT: area under the alternative FROC curve',
};
const DIFFERENCE = { fr: 'différence des aires, IRM − TDM', en: 'difference of the areas, MRI − CT' };

/**
 * How well the confidence of a reader tells metastases from benign lesions, on MRI and on CT: the area under the alternative
 * FROC curve, the share of all twos of a case and a metastasis in which the metastasis is rated higher than the case’s
 * highest benign lesion (Chakraborty & Berbaum 2004; R’s RJafroc calls it AFROC1). A case is a pair with a lesion that a
 * reference settles and that is rated on both modalities; what a modality does not show is unmarked. Errors are of a
 * jackknife over patients, who may have several cases. Of two readers or more of a centre on the same cases: Obuchowski and Rockette’s
 * analysis, for these readers and for readers such as these.
 */
export function frocTable(
  included: readonly IncludedPatient[],
  settings: Pick<StudySettings, 'fewestPatientsShown'>,
): ComputedTable {
  return resultTable<FrocRow>(
    'froc',
    {
      fr: 'Confiance des lecteurs en IRM et en TDM : FROC alternative',
      en: 'The readers’ confidence on MRI and CT: alternative FROC',
    },
    [
      ...centreGroupColumns,
      coded(
        'readers',
        { fr: 'pour quels lecteurs', en: 'for which readers' },
        READERS,
        ({ readers }) => readers,
      ),
      wholeBound(
        'reader',
        { fr: 'lecteur, par son numéro dans son centre', en: 'reader, by the number in the centre' },
        ({ reader }) => reader ?? DOES_NOT_APPLY,
      ),
      integer('n_readers', { fr: 'lecteurs', en: 'readers' }, ({ readerCount }) => readerCount),
      integer(
        'n_patients',
        { fr: 'patients de ces cas', en: 'patients of these cases' },
        ({ patients }) => patients,
      ),
      ...withReason<FrocRow>(null, null, [
        wholeFigure(
          'n_cases',
          {
            fr: 'cas : couples avec une lésion vérifiée et notée',
            en: 'cases: pairs with a lesion that is verified and rated',
          },
          ({ cases }) => cases,
        ),
        wholeFigure(
          'metastases',
          { fr: 'métastases notées', en: 'metastases rated' },
          ({ metastases }) => metastases,
        ),
        wholeFigure(
          'benign',
          {
            fr: 'lésions bénignes notées : faux positifs là où elles sont vues',
            en: 'benign lesions rated: false positives where they are seen',
          },
          ({ benign }) => benign,
        ),
        wholeFigure(
          'not_rated',
          {
            fr: 'lésions vérifiées, laissées de côté faute de note sur les deux modalités',
            en: 'verified lesions left out, as they are not rated on both modalities',
          },
          ({ notRated }) => notRated,
        ),
      ]),
      ...areaColumns('mri', MRI, ({ first }) => first),
      ...areaColumns('ct', CT, ({ second }) => second),
      ...withReason<FrocRow>('difference', DIFFERENCE, [
        ...estimateColumns('difference', DIFFERENCE, ({ difference }) => difference),
        ...pColumns<FrocRow>(
          'difference',
          DIFFERENCE,
          ofRead(({ difference }) => difference.pValue),
        ),
      ]),
    ],
    frocRows(included, settings),
  );
}

/** A figure of a row that has any. */
const ofRead =
  <T>(read: (modalities: ModalitiesRead) => Figure<T, ReasonCode>) =>
  ({ read: modalities }: FrocRow): Figure<T, ReasonCode> =>
    isMissing(modalities) ? modalities : read(modalities);

type Estimate = ModalitiesRead['first'];

const areaColumns = (
  name: string,
  label: Bilingual,
  of: (modalities: ModalitiesRead) => Estimate,
): readonly ColumnDefinition<FrocRow>[] => withReason<FrocRow>(name, label, estimateColumns(name, label, of));

const estimateColumns = (
  name: string,
  label: Bilingual,
  of: (modalities: ModalitiesRead) => Estimate,
): readonly FigureColumn<FrocRow>[] => [
  figure(
    name,
    label,
    ofRead((modalities) => of(modalities).estimate),
  ),
  figure(
    `${name}_standard_error`,
    { fr: `${label.fr} : erreur type`, en: `${label.en}: standard error` },
    ofRead((modalities) => of(modalities).standardError),
  ),
  figure(
    `${name}_df`,
    { fr: `${label.fr} : degrés de liberté`, en: `${label.en}: degrees of freedom` },
    ofRead((modalities) => of(modalities).degreesOfFreedom),
  ),
  ...limitColumns<FrocRow>(
    UNITLESS,
    name,
    label,
    ofRead((modalities) => of(modalities).interval),
  ),
];
