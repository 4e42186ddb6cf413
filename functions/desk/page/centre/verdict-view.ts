import { enteringText } from '#shared/reports/entering-text.ts';
import { placeText } from '#shared/reports/findings-text.ts';
import type { Report } from '#shared/reports/report.ts';
import { outcome, warningsTitle } from '#shared/reports/report-text.ts';
import { element } from '../html.ts';
import { usePageLanguage, useSay } from '../language.ts';
import { sentence } from '../sentence.ts';
import { FILES } from '../texts/files.ts';
import { others, problems } from '../texts/sending.ts';

const FINDINGS_SHOWN = 20;

/** What the study says of a file: what changed, how many enter and why the others do not, what is wrong or doubtful. */
export function VerdictView({ report }: { readonly report: Report }) {
  const say = useSay();
  const language = usePageLanguage();
  const { entering, headline, problemCount, warningCount } = report;
  const isRefused = report.verdict === 'refused';
  const groups = isRefused ? report.problemGroups : report.warningGroups;
  const count = isRefused ? problemCount : warningCount;
  const shown = groups.slice(0, FINDINGS_SHOWN);
  const left = count - shown.reduce((sum, group) => sum + group.count, 0);
  const [enters, ...leftOut] = entering === null ? [] : enteringText(entering);
  return element(
    'div',
    null,
    headline && element('p', null, element('strong', null, say(headline))),
    [...outcome({ ...report, entering: null })].map((text) => element('p', null, sentence(say(text)))),
    enters && element('p', null, element('strong', null, sentence(say(enters)))),
    leftOut.length > 0 &&
      element(
        'details',
        null,
        element('summary', null, say(FILES.leftOut)),
        element(
          'ul',
          null,
          leftOut.map((text) => element('li', null, say(text).trim())),
        ),
      ),
    count > 0 &&
      element(
        'details',
        { open: isRefused },
        element('summary', null, say(isRefused ? problems(count) : warningsTitle(count))),
        element(
          'ul',
          { class: 'findings' },
          shown.map((group) =>
            element(
              'li',
              null,
              element('p', { class: 'place' }, placeText(group, language)),
              element('p', null, say(group.message)),
            ),
          ),
          left > 0 && element('li', null, say(others(left))),
        ),
      ),
  );
}
