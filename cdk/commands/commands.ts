import { check } from './check.ts';
import type { Command } from './command.ts';
import { compute } from './compute.ts';
import { diff } from './diff.ts';
import { erase } from './erase.ts';
import { explain } from './explain.ts';
import { freeze } from './freeze.ts';
import { invitations } from './invitations/invitations.ts';
import { invite } from './invitations/invite.ts';
import { revoke } from './invitations/revoke.ts';
import { recompute } from './recompute.ts';
import { redrive } from './redrive.ts';
import { report } from './report.ts';
import { reproduce } from './reproduce.ts';
import { results } from './results.ts';
import { start } from './start.ts';
import { status } from './status/status.ts';
import { stop } from './stop.ts';
import { template } from './template.ts';
import { upload } from './upload.ts';

/** Every command by its name, in the order of the help. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({
    ...{ start, stop, template, check, explain, upload, status },
    ...{ invite, invitations, revoke },
    ...{ results, diff, freeze, reproduce, compute, report },
    ...{ recompute, redrive, erase },
  }),
);
