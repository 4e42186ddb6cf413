import { COUNT_COLUMNS } from '#shared/tables/pairs.ts';
import { type Explanations, fileExample, LESIONS_HEADER, PAIRS_HEADER } from './explanation.ts';

const HEADER = 'patient_id;pair;lesion;side;nature;reference';
const SCANS = 'EXAMPLE-1;1;14/01/2021;19/01/2021';
const PAIR = `${SCANS};non;yes`;
const LISTED = 'EXAMPLE-1;1;1;right;metastasis';

export const VISIBILITY_EXPLANATIONS: Explanations = {
  SEEN_NOWHERE: {
    title: { fr: 'Une lésion que rien ne montre', en: 'A lesion that nothing shows' },
    why: {
      fr: 'Une lésion qui n’est vue sur aucune séquence (ni la TDM, ni l’IRM) existe parce que l’histologie, le suivi ou une autre imagerie l’a montrée : la ligne dit alors ce que les deux examens ont manqué. Sans cela, elle ne dit rien.',
      en: 'A lesion that is seen on no sequence (neither of the CT nor of the MRI) is there because histology, follow-up or other imaging showed it: then the row tells what both examinations missed. Without that it tells nothing.',
    },
    example: fileExample(
      'visibility.csv',
      [`${HEADER};seen_mri_t2fs;seen_ct_portal`],
      [`${LISTED};none;non;non`],
      [`${LISTED};histology;non;non`],
    ),
  },
  CONFIDENCE_NOT_ASSESSABLE: {
    title: {
      fr: 'Une confiance sans séquence évaluable',
      en: 'A confidence without an assessable sequence',
    },
    why: {
      fr: 'La confiance est celle du lecteur devant les images de l’examen. Une cellule seen_ vide veut dire que la séquence n’était pas évaluable ; « non », qu’elle l’était et ne montre rien.',
      en: 'The confidence is the reader’s before the images of the examination. A blank cell seen_ means that the sequence could not be assessed; "no" that it could, and shows nothing.',
    },
    example: fileExample(
      'visibility.csv',
      [`${HEADER};seen_mri_t2fs;seen_ct_portal;confidence_ct`],
      [`${LISTED};none;oui;;4`],
      [`${LISTED};none;oui;non;4`],
    ),
  },
  LESION_ELSEWHERE: {
    title: { fr: 'La même lésion est ailleurs', en: 'The same lesion is elsewhere' },
    why: {
      fr: 'Un numéro désigne la même lésion du patient dans tous ses couples, dans visibility comme dans lesions : son côté et son segment ne changent pas. Deux lésions numérotées 1, l’une dans chaque couple, en sont souvent la cause. Le fichier qui est relu en second est refusé.',
      en: 'A number means the same lesion of the patient in all pairs, in visibility and in lesions: its side and segment do not change. Two lesions numbered 1, one in each pair, are often the cause. The file that is read second is refused.',
    },
    example: fileExample(
      'visibility.csv',
      [`${HEADER};seen_mri_t2fs`, `${LISTED};none;oui`],
      ['EXAMPLE-1;2;1;left;metastasis;none;oui'],
      ['EXAMPLE-1;2;2;left;metastasis;none;oui'],
    ),
  },
  SIZE_UNLIKE_MEASURED: {
    title: { fr: 'Une taille autre que la mesure', en: 'A size other than the measured one' },
    why: {
      fr: 'La taille d’une lésion est son plus grand diamètre sur les six séquences du couple. Où lesions l’a mesurée, size_class peut rester vide ; remplie, elle doit être la même. Le fichier qui est relu en second est refusé.',
      en: 'The size of a lesion is its largest diameter on the six sequences of the pair. Where lesions has measured it, size_class may be left blank; filled in, it must be the same. The file that is read second is refused.',
    },
    example: () => {
      const files = (size: string) => ({
        'lesions.csv': [LESIONS_HEADER, 'EXAMPLE-1;1;1;right;60'],
        'visibility.csv': [`${HEADER};seen_ct_portal;size_class`, `${LISTED};none;oui;${size}`],
      });
      return { wrong: files('5_9'), mended: files('20_or_more') };
    },
  },
  SEGMENT_OF_OTHER_SIDE: {
    title: { fr: 'Un segment de l’autre côté', en: 'A segment of the other side' },
    why: {
      fr: 'Les segments II et III sont du foie gauche, V à VIII du foie droit ; le segment I et le segment IV se lisent avec l’un ou l’autre côté. Le côté décide de ce que l’étude compare.',
      en: 'Segments II and III are of the left liver, V to VIII of the right; segment I and segment IV are read with either side. The side decides what the study compares.',
    },
    example: fileExample(
      'visibility.csv',
      [`${HEADER};seen_mri_t2fs;segment`],
      [`${LISTED};none;oui;III`],
      [`${LISTED};none;oui;VI`],
    ),
  },
  SEEN_UNLIKE_MEASURED: {
    title: { fr: 'Mesurée là où elle n’est pas vue', en: 'Measured where it is not seen' },
    why: {
      fr: 'Une lésion mesurée sur une séquence y est vue ; une lésion de 0 mm n’y est plus. Un numéro de lésion qui n’est pas le même dans lesions et dans visibility en est souvent la cause.',
      en: 'A lesion that is measured on a sequence is seen there; a lesion of 0 mm is no longer. A lesion number that is not the same in lesions and in visibility is often the cause.',
    },
    example: () => {
      const files = (seen: string) => ({
        'lesions.csv': [LESIONS_HEADER, 'EXAMPLE-1;1;1;right;60'],
        'visibility.csv': [`${HEADER};seen_mri_t2fs;seen_ct_portal`, `${LISTED};none;oui;${seen}`],
      });
      return { wrong: files('non'), mended: files('oui') };
    },
  },
  LISTED_UNLIKE_COUNTED: {
    title: { fr: 'Autant de lésions que de comptées ?', en: 'As many lesions as counted?' },
    why: {
      fr: 'Où lesions_listed est all, le nombre de chaque séquence, de chaque total et de chaque côté est celui des métastases de visibility qui y sont vues ; où c’est some ou vide, il en est au moins autant. Une lésion bénigne ou de nature inconnue n’est pas comptée ; une séquence non évaluable (vide) laisse le choix.',
      en: 'Where lesions_listed is all, the number of each sequence, total and side is that of the metastases of visibility that are seen there; where it is some or blank, it is at least as many. A benign lesion or one of unknown nature is not counted; a sequence that could not be assessed (blank) leaves the choice.',
    },
    example: () => {
      const files = (counted: number) => ({
        'pairs.csv': [`${PAIRS_HEADER};ct_portal_right;lesions_listed`, `${PAIR};${counted};all`],
        'visibility.csv': [`${HEADER};seen_ct_portal`, `${LISTED};none;oui`],
      });
      return { wrong: files(2), mended: files(1) };
    },
  },
  LISTED_NOT_USED: {
    title: { fr: 'Des lésions listées qui ne comptent pas', en: 'Listed lesions that do not count' },
    why: {
      fr: 'Les tableaux de lésions parlent des mêmes couples que les nombres : au protocole complet, de moins de l’intervalle permis entre les deux examens, et dénombrables. La liste d’un autre couple est gardée, et ne sert à rien tant que le couple reste ce qu’il est.',
      en: 'The tables of lesions speak of the same pairs as the counts: with the complete protocol, with less than the permitted interval between the two scans, and countable. The list of another pair is kept, and is of no use as long as the pair stays what it is.',
    },
    example: () => {
      const header = [PAIRS_HEADER, ...COUNT_COLUMNS.map(({ name }) => name), 'lesions_listed'];
      const files = (complete: string) => ({
        'pairs.csv': [
          header.join(';'),
          [`${SCANS};${complete};yes`, ...COUNT_COLUMNS.map(() => 1), 'some'].join(';'),
        ],
        'visibility.csv': [`${HEADER};seen_ct_portal`, `${LISTED};none;oui`],
      });
      return { wrong: files('non'), mended: files('oui') };
    },
  },
  LISTED_WITHOUT_SAYING: {
    title: {
      fr: 'Toutes les lésions du couple, ou une partie ?',
      en: 'All lesions of the pair, or some?',
    },
    why: {
      fr: 'Seul un couple dont toutes les lésions sont dans visibility (all) permet de vérifier que les nombres en viennent. Sans réponse, la liste compte comme incomplète (some).',
      en: 'Only a pair of which all lesions are in visibility (all) allows to check that the numbers come from them. Without an answer the list counts as incomplete (some).',
    },
    example: () => {
      const files = (said: string) => ({
        'pairs.csv': [`${PAIRS_HEADER};ct_portal_right;lesions_listed`, `${PAIR};1;${said}`],
        'visibility.csv': [`${HEADER};seen_ct_portal`, `${LISTED};none;oui`],
      });
      return { wrong: files(''), mended: files('all') };
    },
  },
};
