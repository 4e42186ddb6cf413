import { makeCommandBundle } from './make-command-bundle.ts';

/* Run by npm after it installed the packages. */
await makeCommandBundle();
