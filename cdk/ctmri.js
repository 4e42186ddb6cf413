#!/usr/bin/env node
import module from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const NEEDED = 24;
if (Number.parseInt(process.versions.node, 10) < NEEDED) {
  process.stderr.write(`Il faut Node ${NEEDED} ; celui-ci est ${process.version}. « npm run ctmri -- … » prend celui du projet.
Node ${NEEDED} is needed; this is ${process.version}. "npm run ctmri -- …" takes the project's own.\n`);
  process.exit(3);
}
// What is compiled once is not compiled for the next command: half of a start. This file alone is JavaScript: to read one
// of TypeScript before its cache is there, Node loads a compiler, which takes as long as a third of a short command.
module.enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/ctmri'));
const { commandLine } = await import('./command-bundle.ts');
await import(pathToFileURL(commandLine()).href);
