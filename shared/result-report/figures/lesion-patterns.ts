import { SEQUENCES } from '#shared/protocol/sequences.ts';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { lesionPatterns, MOST_PATTERNS } from '#shared/result-report/sentences/lesion-patterns.ts';
import { capitalised } from '#shared/typography.ts';
import { cellText } from './cell-text.ts';
import { svgOf } from './drawing.ts';
import type { Figure, FigureLanguage } from './figure.ts';
import { bars, type Column, matrix, type Shown } from './lesion-pattern-columns.ts';
import { notes, signs } from './parts.ts';
import { modalityOf, SYMBOLS } from './theme.ts';

const TITLE = {
  fr: 'Métastases listées une à une : sur quelles séquences elles sont vues',
  en: 'Metastases listed one by one: on which sequences they are seen',
};
const DESCRIPTION = {
  fr: 'Une colonne par combinaison des six séquences, la plus fréquente d’abord : en haut, combien de métastases sont vues sur ces séquences et sur aucune autre ; en bas, lesquelles.',
  en: 'A column for each combination of the six sequences, the most frequent first: above, how many metastases are seen on these sequences and on no other; below, which these are.',
};
const TEXTS = {
  fr: {
    axis: 'métastases',
    mri: 'vues en IRM seule',
    ct: 'vues en TDM seule',
    ink: 'vues des deux',
    muted: 'vues d’aucune séquence',
    note: 'Couleur d’une barre : quelle modalité montre ces lésions. Plein : la séquence montre la lésion ; point clair : elle ne la montre pas.',
  },
  en: {
    axis: 'metastases',
    mri: 'seen on MRI alone',
    ct: 'seen on CT alone',
    ink: 'seen on both',
    muted: 'seen on no sequence',
    note: 'Colour of a bar: which modality shows these lesions. Filled: the sequence shows the lesion; light dot: it does not.',
  },
};

const LEGEND: readonly (readonly [Shown, 'circle' | 'square' | 'diamond'])[] = [
  ['mri', SYMBOLS.mri],
  ['ct', SYMBOLS.ct],
  ['ink', 'diamond'],
  ['muted', 'diamond'],
];

function columnOf(row: PublishedRow, position: number, language: FigureLanguage): Column {
  const seenOn = new Set(row.text('seen_on').split(' '));
  const names = SEQUENCES.map(({ name }) => name).filter((name) => seenOn.has(name));
  const modalities = [...new Set(names.map(modalityOf))];
  const [only = 'muted'] = modalities;
  return {
    position,
    lesions: row.figure('lesions') ?? 0,
    text: cellText(row, 'lesions', language),
    shown: modalities.length > 1 ? 'ink' : only,
    seenOn,
  };
}

function draw(result: PublishedResult, language: FigureLanguage): string | undefined {
  const columns = lesionPatterns(result)
    .slice(0, MOST_PATTERNS)
    .map((row, position) => columnOf(row, position, language));
  if (columns.length === 0) return undefined;
  const words = TEXTS[language];
  const names = SEQUENCES.map(({ name, title }) =>
    capitalised((result.titleOf('seen_on', name) ?? title)[language]),
  );
  const shown = new Set(columns.map((column) => column.shown));
  return svgOf(
    {
      name: 'lesion-patterns',
      title: TITLE,
      description: DESCRIPTION,
      parts: [
        bars(columns, names, { language, title: words.axis }),
        matrix(columns, names),
        signs(
          LEGEND.filter(([role]) => shown.has(role)).map(([role, symbol]) => ({
            role,
            symbol,
            text: words[role],
            filled: true,
          })),
        ),
        notes([words.note]),
      ],
    },
    language,
  );
}

export const LESION_PATTERNS: Figure = { name: 'lesion-patterns', title: TITLE, draw };
