import { agreeing, type Bilingual, counted, sameInBoth, withDetail } from '#shared/language.ts';

/** What a coordinator’s page says. */
export const COORDINATOR = {
  state: { fr: 'État des centres', en: 'State of the centres' },
  stateCaption: {
    fr: 'Ce qui compte aujourd’hui, par centre et par tableau',
    en: 'What counts today, by centre and table',
  },
  centre: { fr: 'Centre', en: 'Centre' },
  enters: { fr: 'Entrent dans l’étude', en: 'Enter the study' },
  waiting: { fr: 'À traiter', en: 'To be dealt with' },
  nothing: { fr: 'rien', en: 'nothing' },
  noTable: { fr: 'pas envoyé', en: 'not sent' },
  nobody: { fr: 'hors de tout centre', en: 'in no centre’s folder' },
  former: { fr: 'n’est plus un centre de l’étude', en: 'no longer a centre of the study' },
  refusedTitle: { fr: 'Fichiers refusés', en: 'Refused files' },
  noneRefused: { fr: 'Aucun fichier n’est refusé.', en: 'No file is refused.' },
  unknownTable: { fr: 'tableau non reconnu', en: 'table not recognised' },
  earlierCounts: { fr: 'une version antérieure compte', en: 'an earlier version counts' },
  results: { fr: 'Résultats', en: 'Results' },
  noResult: { fr: 'Aucun résultat n’est encore publié.', en: 'No result is published yet.' },
  resultsCaption: { fr: 'Le plus récent d’abord', en: 'The newest first' },
  result: { fr: 'Résultat', en: 'Result' },
  computed: { fr: 'Calculé le', en: 'Computed' },
  patients: { fr: 'Patients inclus / examinés', en: 'Patients included / screened' },
  files: { fr: 'Fichiers', en: 'Files' },
  code: { fr: 'Version du code', en: 'Code version' },
  names: { fr: 'Figé sous', en: 'Frozen as' },
  latest: { fr: 'le dernier', en: 'latest' },
  compare: { fr: 'Comparer', en: 'Compare' },
  before: { fr: 'Avant', en: 'Before' },
  after: { fr: 'Après', en: 'After' },
  differenceTitle: { fr: 'Ce qui change', en: 'What changes' },
  sameFigures: { fr: 'Tous les chiffres sont les mêmes.', en: 'All figures are the same.' },
  otherCode: { fr: 'La version du code a changé.', en: 'The code version has changed.' },
  rowsAdded: { fr: 'Lignes ajoutées', en: 'Rows added' },
  rowsRemoved: { fr: 'Lignes retirées', en: 'Rows removed' },
  columnsAdded: { fr: 'Colonnes ajoutées', en: 'Columns added' },
  columnsRemoved: { fr: 'Colonnes retirées', en: 'Columns removed' },
  tablesAdded: { fr: 'Tableaux ajoutés', en: 'Tables added' },
  tablesRemoved: { fr: 'Tableaux retirés', en: 'Tables removed' },
  row: { fr: 'Ligne', en: 'Row' },
  column: { fr: 'Colonne', en: 'Column' },
  freezeTitle: { fr: 'Figer un résultat', en: 'Freeze a result' },
  freezeMeaning: {
    fr: 'Donne à un résultat un nom qui ne changera plus, pour une publication. Il n’est jamais effacé.',
    en: 'Gives a result a name that changes no more, for a publication. It is never deleted.',
  },
  name: { fr: 'Nom (a-z, 0-9 et « - »)', en: 'Name (a-z, 0-9 and "-")' },
  why: { fr: 'Pour quoi', en: 'What for' },
  freeze: { fr: 'Figer', en: 'Freeze' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const refusedFiles = (count: number): Bilingual =>
  counted(
    count,
    { fr: 'fichier refusé', en: 'refused file' },
    { fr: 'fichiers refusés', en: 'refused files' },
  );
export const misplacedFiles = (count: number): Bilingual =>
  counted(
    count,
    { fr: 'fichier mal placé', en: 'misplaced file' },
    { fr: 'fichiers mal placés', en: 'misplaced files' },
  );
export const examiningFiles = (count: number, since: Bilingual): Bilingual => {
  const files = counted(
    count,
    { fr: 'fichier en cours d’examen', en: 'file being examined' },
    { fr: 'fichiers en cours d’examen', en: 'files being examined' },
  );
  return { fr: `${files.fr} depuis le ${since.fr}`, en: `${files.en} since ${since.en}` };
};
const numberOfFiles = (count: number): Bilingual =>
  counted(count, { fr: 'fichier', en: 'file' }, { fr: 'fichiers', en: 'files' });

/** How fresh the published result is. */
export const publishedText = (day: Bilingual): Bilingual => ({
  fr: `Dernier résultat publié le ${day.fr}.`,
  en: `Latest result published ${day.en}.`,
});
export const behindText = (count: number): Bilingual => {
  if (count === 0) return { fr: 'Il est à jour.', en: 'It is up to date.' };
  const files = numberOfFiles(count);
  return {
    fr: `Il lui manque ${files.fr} d’aujourd’hui ; le prochain suivra.`,
    en: `It lacks ${files.en} of today; the next one will follow.`,
  };
};
export const pendingText = (centre: string, count: number): Bilingual => {
  const files = numberOfFiles(count);
  return {
    fr: `${centre} : ${files.fr} n’ont pu être lus et y manquent.`,
    en: `${centre}: ${files.en} could not be read and are missing from it.`,
  };
};

const MOVES = [
  [
    { fr: 'ajouté', en: 'added' },
    { fr: 'ajoutés', en: 'added' },
  ],
  [
    { fr: 'remplacé', en: 'replaced' },
    { fr: 'remplacés', en: 'replaced' },
  ],
  [
    { fr: 'retiré', en: 'removed' },
    { fr: 'retirés', en: 'removed' },
  ],
] as const satisfies readonly (readonly [Bilingual, Bilingual])[];

/** @param counts - of files added, replaced, removed */
export const filesMoved = (centre: string, ...counts: readonly [number, number, number]): Bilingual => {
  const said = MOVES.flatMap(([one, many], at) => {
    const count = counts[at] ?? 0;
    if (count === 0) return [];
    const [files, what] = [numberOfFiles(count), agreeing(count, one, many)];
    return [{ fr: `${files.fr} ${what.fr}`, en: `${files.en} ${what.en}` }];
  });
  const all = { fr: said.map(({ fr }) => fr).join(', '), en: said.map(({ en }) => en).join(', ') };
  return withDetail(sameInBoth(centre), all);
};
/** Behind the name of a term. */
export const movedFrom = (before: string, after: string): Bilingual => ({
  fr: ` : ${before} → ${after}`,
  en: `: ${before} → ${after}`,
});
export const movedOf = (shown: number, count: number): Bilingual => ({
  fr: `${shown} chiffres montrés sur ${count}`,
  en: `${shown} of ${count} figures shown`,
});
export const frozenText = (name: string): Bilingual => ({
  fr: `Le résultat est figé sous le nom « ${name} ».`,
  en: `The result is frozen as "${name}".`,
});
