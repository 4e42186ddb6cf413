import fc from 'fast-check';
import { seedIn } from './seed.ts';

// What a commit is told must not depend on the hour: the same inputs every time. `npm run test:seeds` draws others.
fc.configureGlobal({ seed: seedIn(process.env) });
