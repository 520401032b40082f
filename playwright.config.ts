import { defineConfig } from '@playwright/test';
import type { HostOptions } from './test/e2e/fixtures/app.ts';

/** Every spec runs in both hosts. A host that is not there is skipped with its reason, by name. */
export default defineConfig<HostOptions>({
  testDir: 'test/e2e/specs',
  outputDir: 'test-results/e2e',
  workers: 1,
  fullyParallel: false,
  forbidOnly: process.env['CI'] !== undefined,
  // A test that passes at the second try is a test that failed.
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: { trace: 'off', screenshot: 'only-on-failure', actionTimeout: 20_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['E2E_REPORT'] ?? 'test-results/e2e.json' }],
  ],
  projects: [
    { name: 'chromium', use: { host: 'chromium' }, testIgnore: '**/*-electron.spec.ts' },
    { name: 'electron', use: { host: 'electron' } },
  ],
});
