import { inEachLanguage } from '#shared/result-report/page/bilingual-text.ts';
import type { Section } from '#shared/result-report/page/section.ts';
import { figure, key, outOf } from '#shared/result-report/page/tables/reading-columns.ts';
import { readingTable } from '#shared/result-report/page/tables/reading-table.ts';
import { type PublishedResult, rowsOf } from '#shared/result-report/published-result.ts';

/** What was left out of the analyses, and what is in them and doubtful. */
export function doubtful(result: PublishedResult): Section {
  const rows = rowsOf(result, 'quality').filter(
    (row) => row.text('group') === 'all' && (row.figure('n') ?? 0) > 0,
  );
  return {
    id: 'doubtful',
    title: { fr: 'Écarté ou douteux', en: 'Left out, or doubtful' },
    content: [
      inEachLanguage('p', (language) => (rows.length === 0 ? NOTHING : EXPLAINED)[language]),
      readingTable(result, {
        id: 'doubtful-table',
        caption: {
          fr: 'Tous centres ensemble ; ce qui n’a rien trouvé n’est que dans le tableau complet',
          en: 'All centres together; checks that found nothing are in the table in full only',
        },
        columns: [
          key('check', { fr: 'contrôle', en: 'check' }),
          { ...key('detail', { fr: 'détail', en: 'detail' }), blank: '' },
          outOf('n', 'n_checked', { fr: 'trouvés / examinés', en: 'found / checked' }),
          { ...figure('unit', { fr: 'de quoi', en: 'of what' }), isText: true },
        ],
        rows: rows.map((row) => ({ row })),
      }),
    ],
  };
}

const EXPLAINED = {
  fr: 'Un patient ou un couple exclu ne compte nulle part. Une valeur douteuse compte : elle est signalée, non corrigée.',
  en: 'A patient or pair that is excluded counts nowhere. A doubtful value counts: it is pointed out, not corrected.',
};
const NOTHING = {
  fr: 'Rien n’est écarté ni douteux.',
  en: 'Nothing was left out, and nothing is doubtful.',
};
