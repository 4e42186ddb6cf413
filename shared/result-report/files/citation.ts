import { type Bilingual, bothLanguages, numberText } from '#shared/language.ts';
import type { Manifest } from '#shared/publication/manifest.ts';
import { DATASET_TITLE } from './data-package.ts';

export const CITATION_FILE = 'CITATION.cff';

/** The Citation File Format wants an author. Who signs a paper is for the study to say. */
const AUTHORS: Bilingual = {
  fr: 'Centres participants du réseau RENATEN',
  en: 'Participating centres of the RENATEN network',
};

const MESSAGE: Bilingual = {
  fr: 'Pour citer ces tableaux, utiliser ces indications',
  en: 'To cite these tables, use these details',
};

const KEYWORDS = [
  ...['magnetic resonance imaging', 'computed tomography', 'liver metastases', 'neuroendocrine tumours'],
  ...['IRM', 'TDM', 'métastases hépatiques', 'tumeurs neuroendocrines'],
];

/** How a result is cited, as Citation File Format 1.2.0 (https://citation-file-format.github.io), which is YAML. */
export function citation(manifest: Manifest): string {
  const { id, codeVersion, commit, computedAt } = manifest;
  return [
    'cff-version: 1.2.0',
    'type: dataset',
    line('message', bothLanguages(MESSAGE)),
    line('title', bothLanguages(DATASET_TITLE)),
    line('abstract', bothLanguages(abstractOf(manifest))),
    'authors:',
    `  - ${line('name', bothLanguages(AUTHORS))}`,
    line('version', `${id} (code ${codeVersion})`),
    // A commit with changes beside it, or one that nobody knew, names no code.
    ...(/^[0-9a-f]{40}$/.test(commit) ? [line('commit', commit)] : []),
    `date-released: "${computedAt.slice(0, 10)}"`,
    'identifiers:',
    '  - type: other',
    `    ${line('value', id)}`,
    `    ${line('description', 'identifiant du résultat / id of the result')}`,
    'keywords:',
    ...KEYWORDS.map((keyword) => `  - ${JSON.stringify(keyword)}`),
    '',
  ].join('\n');
}

/** A text as JSON writes it is one in YAML too, whatever is in it. */
const line = (key: string, value: string): string => `${key}: ${JSON.stringify(value)}`;

/** The thesis is named as far as this project knows it: its author and title are the study's to add. */
function abstractOf({ patients: { screened, included } }: Manifest): Bilingual {
  const [of, all] = [numberText(included), numberText(screened)];
  return {
    fr: `Étude du réseau RENATEN : quel examen voit le plus de métastases hépatiques, et les mesure-t-on pareil ? Patients inclus : ${of.fr} sur ${all.fr}. Les définitions suivent une thèse (Rouen, 2022).`,
    en: `A study of the RENATEN network: which scan sees more liver metastases, and do the scans measure them alike? Patients included: ${of.en} of ${all.en}. The definitions follow a thesis (Rouen, 2022).`,
  };
}
