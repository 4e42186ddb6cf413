/// <reference lib="dom" />

import { checkBeside } from '#shared/desk/checked-files.ts';
import { checkedView } from '#shared/desk/findings.ts';
import { mendedFile } from '#shared/desk/mended-file.ts';
import { isWorkbook, workbookFiles } from '#shared/desk/workbook-files.ts';
import type { CheckAnswer, CheckAsks, CheckKind, CheckMessage } from './check-protocol.ts';

/*
 * Examines files beside the page, by the study's own rules: 200,000 rows take seconds, in which the page stays alive.
 */

addEventListener('message', ({ data }: MessageEvent<CheckMessage>) => {
  void answerTo(data).then(
    (answer) => postMessage({ id: data.id, answer } satisfies CheckAnswer),
    () => postMessage({ id: data.id, failed: true } satisfies CheckAnswer),
  );
});

async function answerTo(message: CheckMessage): Promise<CheckAsks[CheckKind]['answer']> {
  switch (message.kind) {
    case 'read': {
      const { name, bytes } = message.ask;
      return isWorkbook(bytes) ? workbookFiles(name, await sheetsOf(bytes)) : [{ name, bytes }];
    }
    case 'check': {
      const { drafts, inForce, settings, now } = message.ask;
      return checkBeside(drafts, inForce, settings, now).map(checkedView);
    }
    case 'mend': {
      const { bytes, cells, settings, now } = message.ask;
      return mendedFile(bytes, cells, settings, now);
    }
  }
}

async function sheetsOf(bytes: Uint8Array<ArrayBuffer>) {
  const { readSheets } = await import('./workbook-reader.ts');
  return readSheets(bytes);
}
