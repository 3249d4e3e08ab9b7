import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/acceptance/**/*.test.{ts,mjs}'],
    exclude: ['**/node_modules/**'],
    testTimeout: 300_000,
  },
});
