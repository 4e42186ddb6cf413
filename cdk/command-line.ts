import { runCommand } from './commands/run-command.ts';

// npm runs a script in the project's folder; whoever typed the command means files from where they stand.
const { INIT_CWD } = process.env;
if (INIT_CWD !== undefined) process.chdir(INIT_CWD);

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => interruption.abort());
}

// Whoever reads our output may have read enough (`| head`): that is no failure, and nothing is left to say.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

process.exitCode = await runCommand(process.argv.slice(2), {
  print: (text) => process.stdout.write(`${text}\n`),
  report: (text) => process.stderr.write(`${text}\n`),
  environment: process.env,
  signal: interruption.signal,
});
// What nobody answers keeps no command that was given up.
setTimeout(() => process.exit(), 1000).unref();
