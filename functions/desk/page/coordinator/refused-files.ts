import type { CentreState } from '#shared/desk/coordinator-api.ts';
import { EXPLANATIONS } from '#shared/guidance/explanations/explanations.ts';
import { TABLES } from '#shared/tables/tables.ts';
import { element } from '../html.ts';
import { type Say, useSay } from '../language.ts';
import { COORDINATOR } from '../texts/coordinator.ts';
import { problems } from '../texts/sending.ts';
import { timeText } from '../times.ts';

/** The refused files of all centres, by the kinds of their problems: no name, no cell. */
export function RefusedFiles({ centres }: { readonly centres: readonly CentreState[] }) {
  const say = useSay();
  const refused = centres.flatMap(({ centre, refused: files }) => files.map((file) => ({ centre, file })));
  return element(
    'div',
    null,
    element('h3', null, say(COORDINATOR.refusedTitle)),
    refused.length === 0 && element('p', null, say(COORDINATOR.noneRefused)),
    element(
      'ul',
      null,
      refused.map(({ centre, file }) =>
        element(
          'li',
          null,
          element('strong', null, centre),
          ` · ${say(file.table === null ? COORDINATOR.unknownTable : TABLES[file.table].title)}`,
          ` · ${say(timeText(file.at))}`,
          file.stillInForce ? ` · ${say(COORDINATOR.earlierCounts)}` : null,
          element(
            'ul',
            null,
            file.problems.map(({ code, count }) =>
              element(
                'li',
                null,
                titleOf(code, say),
                ` · ${say(problems(count))} `,
                element('code', null, code),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

const titleOf = (code: string, say: Say): string => {
  const explanation = EXPLANATIONS[code];
  return explanation === undefined ? code : say(explanation.title);
};
