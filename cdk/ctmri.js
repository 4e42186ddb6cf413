#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// What is compiled once is not compiled for the next command: half of a start. This file alone is JavaScript: to read one
// of TypeScript before its cache is there, Node loads a compiler, which takes as long as a third of a short command.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/ctmri'));
await import('./command-line.ts');
