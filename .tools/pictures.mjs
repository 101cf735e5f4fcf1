/**
 * npm run pictures: takes the documents' pictures anew, of the real app, into docs/images.
 * npm run pace: types ten usual intakes and writes docs/pace.md.
 */
import process from 'node:process'
import { build } from './lib/build.mjs'
import { runWithDisplay } from './lib/display.mjs'
import { root } from './lib/paths.mjs'
import { packageProgram } from './lib/run.mjs'
import { command } from './lib/say.mjs'
import { setup } from './setup.mjs'

await command(async () => {
  const electron = await setup({ tests: true })
  await build()
  const [node, program] = packageProgram('@playwright/test', 'playwright')
  // Without a name: the pictures.
  const which = process.argv.slice(2)
  const args = [
    program,
    'test',
    '-c',
    'e2e/docs/playwright.config.ts',
    ...(which.length > 0 ? which : ['pictures']),
  ]
  const env = { ELECTRON_OVERRIDE_DIST_PATH: electron.dist }
  const result = await runWithDisplay(node, args, { cwd: root, env })
  return result.code
})
