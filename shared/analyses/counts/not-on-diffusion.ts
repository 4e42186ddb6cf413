import type { CountedName } from '#shared/protocol/sequences.ts';
import { REGIONS, type Region, SIDES } from '#shared/protocol/sides.ts';
import { sideColumn } from '#shared/publication/key-columns.ts';
import { type ComputedTable, integer, resultTable } from '#shared/publication/result-table.ts';
import { sum } from '#shared/statistics/descriptives.ts';
import type { CountColumns } from './count-columns.ts';

interface Missed {
  readonly region: Region;
  readonly mri: number;
  readonly diffusion: number;
  readonly afterContrastOnly: number;
}

/**
 * The metastases of the MRI that diffusion does not show (thesis, line 1120: seen on the arterial and portal phases
 * only, and not on CT). Counts do not say which lesion is which, so the table gives the number that could be so:
 * on each side of each pair, as many as diffusion lacks, both phases see, and T2 and CT leave room for.
 */
export function notOnDiffusionTable(counts: CountColumns): ComputedTable {
  const total = (name: CountedName, region: Region) => sum(counts.perPair(name, region));
  const rows = REGIONS.map(
    (region): Missed => ({
      region,
      mri: total('mri_total', region),
      diffusion: total('mri_diffusion', region),
      afterContrastOnly: sum(
        SIDES.filter((side) => region === 'whole' || region === side).map((side) =>
          sum(couldBe(counts, side)),
        ),
      ),
    }),
  );
  return resultTable<Missed>(
    'not-on-diffusion',
    {
      fr: 'Métastases de l’IRM que la diffusion ne montre pas',
      en: 'Metastases of the MRI that diffusion does not show',
    },
    [
      sideColumn,
      integer('mri_total', { fr: 'IRM totale', en: 'MRI total' }, ({ mri }) => mri),
      integer('mri_diffusion', { fr: 'IRM diffusion', en: 'MRI diffusion' }, ({ diffusion }) => diffusion),
      integer(
        'not_on_diffusion',
        { fr: 'non vues en diffusion', en: 'not seen on diffusion' },
        ({ mri, diffusion }) => mri - diffusion,
      ),
      integer(
        'after_contrast_only_at_most',
        {
          fr: 'dont, au plus, vues seulement à l’IRM artérielle et portale',
          en: 'of them, at most, seen on MRI arterial and portal only',
        },
        ({ afterContrastOnly }) => afterContrastOnly,
      ),
    ],
    rows,
  );
}

function couldBe(counts: CountColumns, side: Region): Float64Array {
  const column = (name: CountedName) => counts.perPair(name, side);
  const [total, diffusion, t2fs] = [column('mri_total'), column('mri_diffusion'), column('mri_t2fs')];
  const [arterial, portal, ct] = [column('mri_arterial'), column('mri_portal'), column('ct_total')];
  return total.map((all, pair) => {
    const lacksOn = (sequence: Float64Array) => all - (sequence[pair] ?? 0);
    const most = Math.min(
      lacksOn(diffusion),
      lacksOn(t2fs),
      lacksOn(ct),
      arterial[pair] ?? 0,
      portal[pair] ?? 0,
    );
    return Math.max(0, most);
  });
}
