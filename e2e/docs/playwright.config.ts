import { defineConfig } from '@playwright/test'
import base from '../playwright.config'

/** Makes what the documents show: pictures and figures of the real app; not part of the tests. */
export default defineConfig({
  ...base,
  testDir: '.',
  projects: [{ name: 'documents', testMatch: ['*.pictures.ts', '*.pace.ts'] }],
  outputDir: '../results',
})
