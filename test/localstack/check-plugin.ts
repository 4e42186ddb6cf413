import { cacheFolder } from '#cdk/localstack/cache-folder.ts';
import { bothLanguages } from '#shared/language.ts';
import { pluginChecks } from './plugin-checks.ts';

/** `npm run check:python`: lints the Python plugin, looks at its layout and checks its types. */
const found = await pluginChecks({
  cacheFolder: cacheFolder(process.env),
  environment: process.env,
  progress: (step) => process.stderr.write(`${bothLanguages(step)}\n`),
});
if ('missing' in found) {
  process.stderr.write(`The Python plugin was NOT checked: ${found.missing}\n`);
  // A person may go on without; where nobody reads this, it must not pass.
  if (process.env['CI']) process.exitCode = 1;
} else {
  for (const { name, run } of found.checks) {
    const { succeeded, output } = await run();
    process.stdout.write(`${name}: ${output.trim()}\n`);
    if (!succeeded) process.exitCode = 1;
  }
}
