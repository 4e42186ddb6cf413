import { agreement } from './agreement.ts';
import type { Adapter } from './answer.ts';
import { categorical } from './categorical.ts';
import { clusterBinary } from './cluster-binary.ts';
import { clusterPaired } from './cluster-paired.ts';
import { countModels } from './count-models.ts';
import { descriptives } from './descriptives.ts';
import { distributions } from './distributions.ts';
import { heterogeneity } from './heterogeneity.ts';
import { omnibus } from './omnibus.ts';
import { pAdjust } from './p-adjust.ts';
import { signedRankBeyond } from './signed-rank-beyond.ts';
import { studentT } from './student-t.ts';
import { study } from './study.ts';
import { wilcoxonSignedRank } from './wilcoxon-signed-rank.ts';

/** What answers each kind of cases. */
export const adapters: Readonly<Record<string, Adapter>> = {
  agreement,
  categorical,
  cluster_binary: clusterBinary,
  cluster_paired: clusterPaired,
  count_models: countModels,
  descriptives,
  distributions,
  heterogeneity,
  omnibus,
  p_adjust: pAdjust,
  signed_rank_beyond: signedRankBeyond,
  study,
  t_test: studentT,
  wilcoxon_signed_rank: wilcoxonSignedRank,
};
