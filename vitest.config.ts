import { defineConfig } from 'vitest/config';
import react from '@vitejs/plugin-react';

export default defineConfig({
  plugins: [react()],
  test: {
    include: ['test/{unit,properties,vectors,migrations,faults}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Processes, not threads: native modules and real kills belong in one of their own.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A test that asserts nothing is a mistake, and so is a run of no tests.
    expect: { requireAssertions: true },
    passWithNoTests: false,
  },
});
