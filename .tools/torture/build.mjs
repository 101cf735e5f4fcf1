/** Puts the built app together with the torture's page into a temporary folder. */
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { root } from '../lib/paths.mjs'

const SOURCE = join(root, '.tools', 'torture')

/**
 * The app as it is built, save that its window shows the torture's page.
 * @param {string} folder
 * @returns {Promise<string>} The folder to start Electron with.
 */
export async function buildTorture(folder) {
  const app = join(folder, 'app')
  await mkdir(app, { recursive: true })
  for (const part of ['main', 'preload']) {
    await cp(join(root, 'out', part), join(app, 'out', part), { recursive: true })
  }
  await cp(join(SOURCE, 'desk', 'main.mjs'), join(app, 'main.mjs'))
  const manifest = { name: 'front-desk-torture', main: 'main.mjs', type: 'module' }
  await writeFile(join(app, 'package.json'), JSON.stringify(manifest))
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(SOURCE, 'page'),
    worker: { format: 'es' },
    build: {
      outDir: join(app, 'out', 'renderer'),
      target: 'chrome130',
      assetsInlineLimit: 0,
      emptyOutDir: true,
    },
  })
  return app
}
