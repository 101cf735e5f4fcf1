import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{shared,electron,renderer,.tools}/**/*.test.{ts,tsx,mjs}'],
    environment: 'node',
    // All of a small machine: by default one core is left idle, and the suite takes twice as long on two.
    maxWorkers: '100%',
    // A machine that is busy with the window tests must not fail a test by its clock.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // The machine's zone must not matter (domain 3): tests run far away from the estate.
    env: { TZ: 'America/New_York' },
  },
})
