import { REASON_TITLES } from '#shared/statistics/reason-titles.ts';
import { type CodeOf, entriesOf, vocabulary } from './vocabulary.ts';

/** Why a cell of a published table is blank: the reasons of the statistics, and those of the tables themselves. */
export const REASONS = vocabulary('reason', [
  ...entriesOf(REASON_TITLES),
  ...entriesOf({
    too_many_patients: {
      fr: 'trop de patients pour les tirages ; voir l’intervalle CR2',
      en: 'too many patients to redraw; see the CR2 interval',
    },
    more_seen_than_present: {
      fr: 'sur un couple au moins, la séquence voit plus de métastases que l’IRM totale n’en compte',
      en: 'on at least one pair, the sequence sees more metastases than the MRI total holds',
    },
    all_by_definition: {
      fr: 'la modalité entière : toutes ses métastases, par définition',
      en: 'the whole modality: all of its metastases, by definition',
    },
    row_of_category: {
      fr: 'la ligne compare des catégories : il n’y a ni différence ni CCI',
      en: 'the row compares categories, which have no difference and no ICC',
    },
    row_of_number: {
      fr: 'la ligne compare des nombres ou des diamètres : κ est pour des catégories',
      en: 'the row compares numbers or diameters; κ is for categories',
    },
    hides_small_group: {
      fr: 'retenu : par différence avec l’ensemble, on en déduirait les chiffres d’un groupe trop petit',
      en: 'withheld: taken from the whole, it would give the figures of a group that is too small',
    },
    too_few_readers: { fr: 'trop peu de lecteurs', en: 'too few readers' },
    several_reader_pairs: {
      fr: 'plusieurs binômes : premier et second lecteurs n’y sont pas les mêmes personnes',
      en: 'several pairs of readers: first and second are not the same persons in them',
    },
    points_not_published: {
      fr: 'points non publiés, par un réglage de l’étude',
      en: 'points not published, by a setting of the study',
    },
    too_many_points: {
      fr: 'trop de patients pour publier leurs points un à un',
      en: 'too many patients to publish their points one by one',
    },
    not_pooled: { fr: 'seulement pour l’ensemble des centres', en: 'for the pooled row only' },
  }),
]);
export type ReasonCode = CodeOf<typeof REASONS>;

/** Why a p-value is blank that exists: the study's settings keep it back. */
export const SIGNIFICANCE_NOT_SHOWN = 'significance_not_shown';

/** The reasons of a study that shows no significance. */
export const REASONS_WITHOUT_SIGNIFICANCE = vocabulary(REASONS.name, [
  ...[...REASONS.titles].map(([code, title]) => ({ code, title })),
  ...entriesOf({
    [SIGNIFICANCE_NOT_SHOWN]: {
      fr: 'p non publié, par un réglage de l’étude',
      en: 'p not published, by a setting of the study',
    },
  }),
]);
