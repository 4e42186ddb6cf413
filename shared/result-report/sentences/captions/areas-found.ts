import type { BilingualPassage } from '#shared/result-report/passage.ts';
import { type PublishedResult, type PublishedRow, rowsOf } from '#shared/result-report/published-result.ts';
import { confidenceRows } from '#shared/result-report/sentences/lesion-confidence.ts';
import {
  CT_MRI_PAIRS,
  counted,
  intervalWords,
  type Noun,
  ofPatients,
  pWords,
} from '#shared/result-report/sentences/parts.ts';
import { fewPatientsWords } from '#shared/result-report/sentences/tests.ts';
import { type Judged, type Verdict, verdictOf } from '#shared/result-report/sentences/verdict.ts';
import { en, enumerated, fr, joined, NOTHING } from '#shared/result-report/sentences/wording.ts';
import { capitalised } from '#shared/typography.ts';

const JUDGED: Judged = {
  p: 'difference_p',
  pReason: 'difference_reason',
  interval: { low: 'difference_low', high: 'difference_high', reason: 'difference_reason' },
  none: 0,
  difference: 'difference',
};

/** What the first readers’ confidence tells apart on MRI and on CT, then that of several readers of a centre. */
export function areasFound(result: PublishedResult, all: PublishedRow): BilingualPassage {
  const [mri, ct, difference] = [
    area(result, all, 'mri'),
    area(result, all, 'ct'),
    differenceWords(result, all),
  ];
  const centres = confidenceRows(result).filter((row) => row.text('readers') === 'fixed');
  return joined(
    {
      fr: fr`Premiers lecteurs : aire de ${mri} en IRM et de ${ct} en TDM ; ${difference}.`,
      en: en`First readers: area ${mri} on MRI and ${ct} on CT; ${difference}.`,
    },
    fewPatientsWords(all),
    centres.length === 0 ? NOTHING : readTogether(result, centres),
  );
}

/** `0,94 (intervalle de confiance …)`. */
function area({ titleOf }: PublishedResult, row: PublishedRow, name: 'mri' | 'ct'): BilingualPassage {
  const columns = { low: `${name}_low`, high: `${name}_high`, reason: `${name}_reason` };
  const [cell, interval] = [row.cell(name), intervalWords(titleOf, row, columns)];
  return { fr: fr`${cell} (${interval})`, en: en`${cell} (${interval})` };
}

/** `différence (IRM − TDM) de 0,38 (intervalle de confiance … ; p < 0,001) : …`. */
function differenceWords({ titleOf }: PublishedResult, row: PublishedRow): BilingualPassage {
  const [cell, interval] = [row.cell('difference'), intervalWords(titleOf, row, JUDGED.interval)];
  const p: BilingualPassage =
    row.figure('difference_low') === null
      ? NOTHING
      : joined({ fr: fr` ;`, en: en`;` }, pWords(titleOf, row, JUDGED.p, JUDGED.pReason));
  const verdict = VERDICTS[verdictOf(row, JUDGED)];
  return {
    fr: fr`différence (IRM − TDM) de ${cell} (${interval}${p}) : ${verdict}`,
    en: en`difference (MRI − CT) ${cell} (${interval}${p}): ${verdict}`,
  };
}

const VERDICTS: Readonly<Record<Verdict, BilingualPassage>> = {
  first: { fr: fr`l’IRM distingue mieux les métastases`, en: en`MRI tells metastases apart better` },
  second: { fr: fr`la TDM distingue mieux les métastases`, en: en`CT tells metastases apart better` },
  not_told_apart: { fr: fr`les données ne tranchent pas`, en: en`the data do not decide` },
  at_odds: { fr: fr`test et intervalle ne s’accordent pas`, en: en`test and interval disagree` },
  never_differ: { fr: fr`aucune différence`, en: en`no difference` },
  nothing: { fr: fr`ni test ni intervalle`, en: en`no test and no interval` },
};

const READERS: Noun = {
  one: { fr: 'lecteur', en: 'reader' },
  many: { fr: 'lecteurs', en: 'readers' },
};

/** What the readers of a centre find together on the same cases. */
function readTogether(result: PublishedResult, rows: readonly PublishedRow[]): BilingualPassage {
  const told = enumerated(
    rows.map((row) => {
      const [centre, readers] = [capitalised(row.text('centre')), counted(row, 'n_readers', READERS)];
      const [patients, difference] = [ofPatients(row, 'n_cases', CT_MRI_PAIRS), differenceWords(result, row)];
      return {
        fr: fr`${centre} (${readers}, ${patients}), ${difference}`,
        en: en`${centre} (${readers}, ${patients}), ${difference}`,
      };
    }),
  );
  const others: BilingualPassage =
    confidenceRows(result).length < rowsOf(result, 'froc').length
      ? {
          fr: fr`Les autres centres qui ont plusieurs lecteurs sont dans le tableau.`,
          en: en`The other centres that have several readers are in the table.`,
        }
      : NOTHING;
  return joined(
    { fr: fr`Lecteurs d’un centre ensemble : ${told}.`, en: en`Readers of a centre together: ${told}.` },
    others,
  );
}
