import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const TESTS = '**/*.test.{ts,tsx,mjs}'

/**
 * Nothing outlives a test there but what is read once (modules, fonts, a printing engine) and databases in memory, each
 * of which has a name of its own.
 */
const STATELESS = ['shared', 'renderer', 'e2e/fixtures/couch'].map((folder) => `${folder}/${TESTS}`)

export default defineConfig({
  test: {
    environment: 'node',
    // One more than the cores: a third of the time of what writes files is waiting for the disk.
    maxWorkers: availableParallelism() + 1,
    // A machine that is busy with the window tests must not fail a test by its clock.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // The machine's zone must not matter (domain 3): tests run far away from the estate.
    env: { TZ: 'America/New_York' },
    projects: [
      // One process for many files: reading the same modules anew for each took longer than the tests.
      {
        extends: true,
        test: {
          name: 'stateless',
          include: STATELESS,
          isolate: false,
          setupFiles: ['renderer/data/testing/indexedDb.ts'],
        },
      },
      // Files and the system: each file by itself.
      {
        extends: true,
        test: { name: 'alone', include: [`{electron,.tools}/${TESTS}`] },
      },
    ],
  },
})
