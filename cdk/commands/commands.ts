import type { Command } from './command.ts';

/** Every command by its name, in the order of the help. Each is loaded when it is called: all are 1,500 modules, a second. */
export const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map(
  Object.entries({
    start: async () => (await import('./start.ts')).start,
    stop: async () => (await import('./stop.ts')).stop,
    template: async () => (await import('./template.ts')).template,
    check: async () => (await import('./check.ts')).check,
    explain: async () => (await import('./explain.ts')).explain,
    upload: async () => (await import('./upload.ts')).upload,
    status: async () => (await import('./status/status.ts')).status,
    invite: async () => (await import('./invitations/invite.ts')).invite,
    invitations: async () => (await import('./invitations/invitations.ts')).invitations,
    revoke: async () => (await import('./invitations/revoke.ts')).revoke,
    results: async () => (await import('./results.ts')).results,
    diff: async () => (await import('./diff.ts')).diff,
    freeze: async () => (await import('./freeze.ts')).freeze,
    reproduce: async () => (await import('./reproduce.ts')).reproduce,
    compute: async () => (await import('./compute.ts')).compute,
    report: async () => (await import('./report.ts')).report,
    recompute: async () => (await import('./recompute.ts')).recompute,
    redrive: async () => (await import('./redrive.ts')).redrive,
    erase: async () => (await import('./erase.ts')).erase,
  }),
);
