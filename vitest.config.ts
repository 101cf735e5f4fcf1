import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{shared,electron,renderer,.tools}/**/*.test.{ts,tsx,mjs}'],
    environment: 'node',
    // The machine's zone must not matter (domain 3): tests run far away from the estate.
    env: { TZ: 'America/New_York' },
  },
})
