import { COUNTED } from '#shared/protocol/sequences.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { columnEntries, entriesOf, numbered, vocabulary } from '#shared/publication/vocabulary.ts';
import { ruleTitles } from '#shared/study/rule-titles.ts';
import { LESIONS } from '#shared/tables/lesions.ts';
import { PAIRS } from '#shared/tables/pairs.ts';
import { PATIENTS } from '#shared/tables/patients.ts';

/** What is looked at. */
export const CHECKS = vocabulary(
  'quality_check',
  entriesOf({
    orphan: { fr: 'ligne sans celle dont elle dépend', en: 'row without the one it belongs to' },
    patient_excluded: { fr: 'patient exclu', en: 'patient excluded' },
    pair_not_qualifying: { fr: 'couple non retenu', en: 'pair that does not qualify' },
    pair_not_counted: { fr: 'couple non dénombré', en: 'pair not counted' },
    pair_not_measured: { fr: 'couple non mesuré', en: 'pair not measured' },
    reading_of_other_reader: { fr: 'lecture d’un autre lecteur', en: 'reading of another reader' },
    lesion_not_used: { fr: 'lésion non utilisée', en: 'lesion not used' },
    diameter_absent: { fr: 'diamètre absent', en: 'diameter absent' },
    recist_patient_without_follow_up: {
      fr: 'RECIST : patient sans suivi',
      en: 'RECIST: patient without a follow-up',
    },
    recist_pair_not_measured: {
      fr: 'RECIST : couple sans aucune mesure',
      en: 'RECIST: pair without any measure',
    },
    total_equals_one_sequence: {
      fr: 'total atteint par une seule séquence',
      en: 'total reached by one sequence only',
    },
    diameters_disagree: {
      fr: 'diamètres discordants d’une lésion',
      en: 'diameters of a lesion that disagree',
    },
    interval_near_limit: { fr: 'intervalle proche de la limite', en: 'interval near the limit' },
    grade_disagrees: { fr: 'grade déclaré autre que OMS 2019', en: 'declared grade other than WHO 2019' },
    board_date_not_known: { fr: 'date de RCP non connue', en: 'board date not known' },
    lesion_changes_side: { fr: 'lésion qui change de côté', en: 'lesion that changes side' },
    dates_differ_between_readers: {
      fr: 'dates différentes selon le lecteur',
      en: 'dates that differ between readers',
    },
    scan_in_two_pairs: { fr: 'même examen dans deux couples', en: 'one scan in two pairs' },
    dates_in_two_pairs: { fr: 'mêmes dates dans deux couples', en: 'the same dates in two pairs' },
    scan_outside_period: { fr: 'examen hors de la période', en: 'scan outside the period' },
    pair_without_first_reader: {
      fr: 'couple que le lecteur 1 n’a pas lu',
      en: 'pair that reader 1 has not read',
    },
    no_metastasis_counted: {
      fr: 'aucune métastase comptée chez un patient inclus',
      en: 'no metastasis counted of an included patient',
    },
    measured_beyond_counted: {
      fr: 'plus de lésions mesurées que comptées',
      en: 'more lesions measured than counted',
    },
    measurable_without_lesions: {
      fr: 'dit mesurable, aucune lésion mesurée',
      en: 'said to be measurable, no lesion measured',
    },
    measured_though_not_measurable: {
      fr: 'dit non mesurable, lésions mesurées',
      en: 'said not to be measurable, lesions measured',
    },
    measured_too_few: {
      fr: 'moins de lésions mesurées que les nombres ne permettent',
      en: 'fewer lesions measured than the counts allow',
    },
    carcinoma_of_low_indices: {
      fr: 'peu différenciée, Ki67 et mitoses jusqu’à 20',
      en: 'poorly differentiated, Ki67 and mitoses up to 20',
    },
    ct_exams_below_pairs: {
      fr: 'moins de TDM que les couples n’en ont',
      en: 'fewer CT examinations than the pairs have',
    },
    dose_unlikely: { fr: 'dose invraisemblable d’une phase', en: 'unlikely dose of a phase' },
    involvement_disagrees: {
      fr: 'atteinte massive, un quart du foie au plus',
      en: 'massive involvement, a quarter of the liver at most',
    },
    listed_not_used: {
      fr: 'lésion listée d’un couple qui n’est pas dénombré',
      en: 'listed lesion of a pair that is not counted',
    },
    listed_unlike_counted: {
      fr: 'nombres que les lésions listées ne donnent pas',
      en: 'counts that the listed lesions do not give',
    },
    listed_without_saying: {
      fr: 'lésions listées, sans dire si toutes le sont',
      en: 'lesions listed, not said whether all are',
    },
    seen_unlike_measured: {
      fr: 'lésion mesurée où elle n’est pas vue, ou l’inverse',
      en: 'lesion measured where it is not seen, or the reverse',
    },
    segment_of_other_side: { fr: 'segment de l’autre côté', en: 'segment of the other side' },
    extreme_value: { fr: 'valeur extrême', en: 'extreme value' },
  }),
);

/** Which case of a check a row speaks of: a rule, a column, a sequence, a reader. */
export const details = (settings: StudySettings) =>
  vocabulary('quality_detail', [
    ...entriesOf(ruleTitles(settings)),
    ...columnEntries(PATIENTS),
    ...columnEntries(PAIRS),
    ...columnEntries(LESIONS),
    ...COUNTED.map(({ name, title }) => ({ code: name, title })),
    ...numbered('reader_', 'lecteur', 'reader'),
    ...entriesOf({
      pair_without_patient: { fr: 'couple sans son patient', en: 'pair without its patient' },
      lesion_without_pair: { fr: 'lésion sans son couple', en: 'lesion without its pair' },
      listed_without_pair: {
        fr: 'lésion de visibility sans son couple',
        en: 'lesion of visibility without its pair',
      },
      under_limit: { fr: 'juste sous la limite', en: 'just under the limit' },
      limit_or_over: { fr: 'à la limite ou juste au-dessus', en: 'at the limit or just over it' },
    }),
  ]);
