import type { CountedName } from '#shared/protocol/sequences.ts';
import { REGIONS, type Region, SIDES, type Side } from '#shared/protocol/sides.ts';
import { sideColumn } from '#shared/publication/key-columns.ts';
import { type ComputedTable, integer, resultTable } from '#shared/publication/result-table.ts';
import { sum } from '#shared/statistics/descriptives.ts';
import type { CountColumns } from './count-columns.ts';

interface Missed {
  readonly region: Region;
  readonly mri: number;
  readonly diffusion: number;
  /** At most so many, by what else must leave room for them. */
  readonly onBothPhasesNotCt: number;
  readonly onAPhaseOnly: number;
}

/**
 * The metastases of the MRI that diffusion does not show. Counts do not say which lesion is which, so the table gives
 * how many could be so, on each side of each pair: seen on the arterial or the portal phase only, as many as
 * diffusion lacks and T2 leaves room for; and the thesis's (line 1120), seen on both phases only and not on CT.
 */
export function notOnDiffusionTable(counts: CountColumns): ComputedTable {
  const total = (name: CountedName, region: Region) => sum(counts.perPair(name, region));
  const rows = REGIONS.map(
    (region): Missed => ({
      region,
      mri: total('mri_total', region),
      diffusion: total('mri_diffusion', region),
      onAPhaseOnly: overSides(region, (side) => sum(couldBe(counts, side, false))),
      onBothPhasesNotCt: overSides(region, (side) => sum(couldBe(counts, side, true))),
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
      integer('mri_total', { fr: 'métastases, IRM totale', en: 'metastases, MRI total' }, ({ mri }) => mri),
      integer(
        'mri_diffusion',
        { fr: 'métastases, IRM diffusion', en: 'metastases, MRI diffusion' },
        ({ diffusion }) => diffusion,
      ),
      integer(
        'not_on_diffusion',
        {
          fr: 'métastases de l’IRM non vues en diffusion',
          en: 'metastases of the MRI not seen on diffusion',
        },
        ({ mri, diffusion }) => mri - diffusion,
      ),
      integer(
        'on_a_contrast_phase_only_at_most',
        {
          fr: 'dont, au plus, vues seulement à l’IRM artérielle ou portale',
          en: 'of them, at most, seen on MRI arterial or portal only',
        },
        ({ onAPhaseOnly }) => onAPhaseOnly,
      ),
      integer(
        'on_both_contrast_phases_only_not_on_ct_at_most',
        {
          fr: 'dont, au plus, vues seulement à l’IRM artérielle et portale, et pas au scanner',
          en: 'of them, at most, seen on both MRI arterial and portal only, and not on CT',
        },
        ({ onBothPhasesNotCt }) => onBothPhasesNotCt,
      ),
    ],
    rows,
  );
}

const overSides = (region: Region, count: (side: Side) => number): number =>
  sum(SIDES.filter((side) => region === 'whole' || region === side).map(count));

/** @param both whether both phases must see the lesion, and CT not. */
function couldBe(counts: CountColumns, side: Side, both: boolean): Float64Array {
  const column = (name: CountedName) => counts.perPair(name, side);
  const [total, diffusion, t2fs] = [column('mri_total'), column('mri_diffusion'), column('mri_t2fs')];
  const [arterial, portal, ct] = [column('mri_arterial'), column('mri_portal'), column('ct_total')];
  return total.map((all, pair) => {
    const lacksOn = (sequence: Float64Array) => all - (sequence[pair] ?? 0);
    const [early, late] = [arterial[pair] ?? 0, portal[pair] ?? 0];
    const seen = both ? Math.min(early, late, lacksOn(ct)) : early + late;
    return Math.max(0, Math.min(lacksOn(diffusion), lacksOn(t2fs), seen));
  });
}
