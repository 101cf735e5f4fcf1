import { defineConfig } from 'vitest/config'

const TESTS = '**/*.test.{ts,tsx,mjs}'

/** Nothing outlives a test there but what is read once: modules, fonts, a printing engine. */
const STATELESS = ['shared', 'renderer/app', 'renderer/features', 'renderer/printing', 'renderer/register']
  .concat('renderer/scans', 'renderer/ui', 'e2e/fixtures/couch')
  .map((folder) => `${folder}/${TESTS}`)

export default defineConfig({
  test: {
    environment: 'node',
    // All of a small machine: by default one core is left idle, and the suite takes twice as long on two.
    maxWorkers: '100%',
    // A machine that is busy with the window tests must not fail a test by its clock.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // The machine's zone must not matter (domain 3): tests run far away from the estate.
    env: { TZ: 'America/New_York' },
    projects: [
      // One process for many files: reading the same modules anew for each took longer than the tests.
      { extends: true, test: { name: 'stateless', include: STATELESS, isolate: false } },
      // Databases, files and the system: each file by itself.
      {
        extends: true,
        test: { name: 'alone', include: [`{shared,electron,renderer,.tools}/${TESTS}`], exclude: STATELESS },
      },
    ],
  },
})
