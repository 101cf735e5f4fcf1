import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { defineConfig } from '@playwright/test'

/** Files with a test of half a minute and more: begun first, so that none is waited for alone at the end. */
const LONG = ['demo', 'screens', 'start', 'monthEnd', 'torture', 'restoreBroken'].map(
  (name) => `specs/${name}.spec.ts`,
)

/**
 * The real Electron, one profile a test, no network. One window more than the cores, four at the most: a quarter of a
 * test's time is waiting for the disk, a frame or the next look of an expectation (docs/decisions/0039).
 */
export default defineConfig({
  testDir: '.',
  globalSetup: resolve(import.meta.dirname, 'fixtures/offices.ts'),
  projects: [
    { name: 'long', testMatch: LONG },
    { name: 'others', testMatch: 'specs/**/*.spec.ts', testIgnore: LONG },
  ],
  outputDir: 'results',
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  timeout: 90_000,
  expect: { timeout: 15_000, toHaveScreenshot: { maxDiffPixelRatio: 0.02, animations: 'disabled' } },
  fullyParallel: true,
  workers: Math.min(availableParallelism() + 1, 4),
  forbidOnly: true,
  // A second try is named flaky in the report; a busy machine must not keep a change from landing.
  retries: 1,
  reporter: [['list']],
  // A trace of every test would cost each of them a good part of its time.
  use: { trace: 'on-first-retry' },
})
