import { defineConfig } from 'vitest/config';

// Of its own, so that the project's is not looked for.
export default defineConfig({ test: { reporters: ['../closing-line.ts'], fileParallelism: false } });
