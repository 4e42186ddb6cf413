import type { Bilingual } from '#shared/language.ts';
import type { Checklist } from './checklist.ts';
import { GRRAS } from './grras.ts';
import { STARD } from './stard.ts';

/** The lists that a paper on these results is held against, each with what its page in `docs` says first. */
export const CHECKLISTS: readonly { readonly list: Checklist; readonly about: Bilingual }[] = [
  {
    list: STARD,
    about: {
      fr: 'Qui écrit un article avec ces résultats trouve ici, point par point, le tableau, la colonne, le réglage ou la page qui répond à la liste STARD 2015 (études d’exactitude diagnostique). *Sans réponse ici* : les données ne le disent pas, et l’article doit le dire.',
      en: 'Whoever writes a paper on these results finds here, item by item, the table, column, setting or page that answers STARD 2015 (Bossuyt 2015 BMJ 351:h5527; items in our words). *Not answered here*: the data cannot say it, the paper must. A name is that of a published table (`flow`), a column of one (`detection-rates.rate`), one of its codes (`quality: orphan`), an uploaded column (`pairs.ct_date`), a setting (`boardPeriod`) or a file of a result (`manifest.json`); [a test](../test/docs/checklists.test.ts) asks that each be there. Every report shows the same list, without what lists of lesions answer where its study has none; both are made from [one text](../shared/result-report/checklists).',
    },
  },
  {
    list: GRRAS,
    about: {
      fr: 'La liste GRRAS (études de fidélité et d’accord), point par point. *Sans réponse ici* : l’article doit le dire.',
      en: 'The guidelines for reporting reliability and agreement studies (Kottner 2011 J Clin Epidemiol 64:96; items in our words). Names are those of [STARD.md](STARD.md), and [tested](../test/docs/checklists.test.ts) alike; this page too is made from [one text](../shared/result-report/checklists).',
    },
  },
];
