import { defineConfig } from '@playwright/test'
import base from '../playwright.config'

/** Takes the pictures of the README; not part of the tests. */
export default defineConfig({ ...base, testDir: '.', testMatch: ['*.pictures.ts'], outputDir: '../results' })
