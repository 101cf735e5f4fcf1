/** npm run pictures: takes the README's pictures anew, of the real app, into docs/images. */
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
  const args = [program, 'test', '-c', 'e2e/docs/playwright.config.ts']
  const env = { ELECTRON_OVERRIDE_DIST_PATH: electron.dist }
  const result = await runWithDisplay(node, args, { cwd: root, env })
  return result.code
})
