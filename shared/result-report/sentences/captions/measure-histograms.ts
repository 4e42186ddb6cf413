import type { BilingualPassage } from '#shared/result-report/passage.ts';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { counted, PATIENTS } from '#shared/result-report/sentences/parts.ts';
import { foundRows, notPublished, titleIn } from '#shared/result-report/sentences/sources.ts';
import { en, enumerated, fr, listed } from '#shared/result-report/sentences/wording.ts';
import { alternativeOf, type FigureWords, ofDiameters } from './figure-words.ts';

export const MEASURE_HISTOGRAMS: FigureWords = ofDiameters({
  caption: (result) => {
    const [row] = rowsIn(result);
    return row === undefined
      ? [notPublished('measure-histograms')]
      : [basis(row), finding(result), DOES_NOT_MEAN];
  },
  alternative: (result) => alternativeOf(KIND, finding(result)),
});

const KIND: BilingualPassage = {
  fr: fr`Histogrammes du diamètre moyen par patient, un par séquence`,
  en: en`Histograms of the mean diameter of a patient, one for each sequence`,
};

const rowsIn = (result: PublishedResult): readonly PublishedRow[] =>
  foundRows(result, 'measure-histograms', ['sequence', 'from', 'below', 'patients', 'n_patients']);

function basis(row: PublishedRow): BilingualPassage {
  const patients = counted(row, 'n_patients', PATIENTS);
  return {
    fr: fr`Moyenne des plus grands diamètres axiaux de chaque patient, toutes ses lésions mesurées réunies, par classes : ${patients}. Sans test.`,
    en: en`Mean of the largest axial diameters of each patient, over all his or her measured lesions, by classes: ${patients}. Without a test.`,
  };
}

/** The fullest class of each sequence. */
function finding(result: PublishedResult): BilingualPassage {
  const sequences = Map.groupBy(rowsIn(result), (row) => row.text('sequence'));
  if (sequences.size === 0) return notPublished('measure-histograms');
  const told = enumerated([...sequences.values()].map((rows) => fullest(result, rows)));
  return {
    fr: fr`Classe la plus fournie : ${told}.`,
    en: en`Fullest class: ${told}.`,
  };
}

function fullest(result: PublishedResult, rows: readonly PublishedRow[]): BilingualPassage {
  const most = Math.max(...rows.map((row) => row.figure('patients') ?? 0));
  const leading = rows.filter((row) => row.figure('patients') === most);
  const [row] = leading;
  if (row === undefined) return notPublished('measure-histograms');
  const title = titleIn(result, row, 'sequence');
  const classes = listed(leading.map(classWords));
  const patients = counted(row, 'patients', PATIENTS);
  return leading.length === 1
    ? { fr: fr`${title}, ${classes} (${patients})`, en: en`${title}, ${classes} (${patients})` }
    : {
        fr: fr`${title}, à égalité ${classes} (${patients} chacune)`,
        en: en`${title}, equally ${classes} (${patients} each)`,
      };
}

function classWords(row: PublishedRow): BilingualPassage {
  const [from, below] = [row.cell('from'), row.cell('below')];
  return below.value === null
    ? { fr: fr`${from} mm et plus`, en: en`${from} mm and over` }
    : { fr: fr`de ${from} à ${below} mm`, en: en`${from} to ${below} mm` };
}

const DOES_NOT_MEAN: BilingualPassage = {
  fr: fr`Deux histogrammes semblables ne disent pas que chaque lésion a le même diamètre sur les deux séquences.`,
  en: en`Two histograms that look alike do not tell that each lesion has the same diameter on both sequences.`,
};
