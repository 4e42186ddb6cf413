import type { MendedCell } from '#shared/desk/cells-of-file.ts';
import type { Finding } from '#shared/desk/findings.ts';
import { placeText } from '#shared/reports/findings-text.ts';
import { element, part } from '../html.ts';
import { usePageLanguage, useSay } from '../language.ts';
import { others, SENDING } from '../texts/sending.ts';
import { FoundCells } from './found-cells.ts';

interface Findings {
  readonly findings: readonly Finding[];
  readonly count: number;
  readonly isRefused: boolean;
  readonly mend: (cells: readonly MendedCell[]) => void;
}

/** More of them would make the page slow, and mending the first ones shows which are left. */
const MOST_SHOWN = 40;

/** What was found, those of one kind together, each beside its cells. */
export function FindingList({ findings, count, isRefused, mend }: Findings) {
  const say = useSay();
  const language = usePageLanguage();
  if (findings.length === 0) return null;
  const shown = findings.slice(0, MOST_SHOWN);
  const left = count - shown.reduce((sum, finding) => sum + finding.count, 0);
  const list = element(
    'ul',
    { class: 'findings' },
    shown.map((finding) =>
      element(
        'li',
        { key: `${finding.code} ${finding.column} ${finding.lines[0]} ${finding.message.en}` },
        element('p', { class: 'place' }, placeText(finding, language)),
        element('p', null, say(finding.message)),
        finding.cells.length > 0 && part(FoundCells, { finding, mend }),
      ),
    ),
    left > 0 && element('li', null, say(others(left))),
  );
  return isRefused
    ? list
    : element('details', null, element('summary', null, say(SENDING.warningsTitle)), list);
}
