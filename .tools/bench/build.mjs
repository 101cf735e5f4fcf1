/** Builds the bench's own page and main process into a temporary folder. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { root } from '../lib/paths.mjs'

const SOURCE = join(root, '.tools', 'bench')

/**
 * @typedef {object} Built
 * @property {string} app Folder to start Electron with.
 * @property {string} page Folder with the page, as it is served.
 */

/**
 * @param {string} folder
 * @param {{ named: boolean }} options named: functions of the page keep their names, for a profile.
 * @returns {Promise<Built>}
 */
export async function buildBench(folder, { named }) {
  const app = join(folder, 'app')
  const page = join(folder, 'page')
  await buildPage(page, named)
  await buildMain(app)
  await writeFile(join(app, 'package.json'), '{ "name": "front-desk-bench", "main": "main.mjs" }\n')
  return { app, page }
}

/** @param {string} outDir @param {boolean} named */
async function buildPage(outDir, named) {
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(SOURCE, 'page'),
    worker: { format: 'es' },
    // A package of the same name as Node's module, which the bundler would leave out otherwise.
    resolve: { alias: { events: join(root, 'node_modules', 'events', 'events.js') } },
    build: {
      outDir,
      target: 'chrome130',
      assetsInlineLimit: 0,
      emptyOutDir: true,
      ...(named ? { minify: false } : {}),
    },
  })
}

/** @param {string} outDir */
async function buildMain(outDir) {
  await buildProgram(join(SOURCE, 'desk', 'main.ts'), outDir, 'main.mjs')
}

/** The server that replication is measured against, for Node. @param {string} outDir */
export async function buildServer(outDir) {
  await buildProgram(join(SOURCE, 'server', 'couch.ts'), outDir, 'couch.mjs')
}

/** @param {string} ssr @param {string} outDir @param {string} entryFileNames */
async function buildProgram(ssr, outDir, entryFileNames) {
  await build({
    configFile: false,
    logLevel: 'error',
    root: SOURCE,
    ssr: { noExternal: true },
    build: {
      ssr,
      outDir,
      target: 'node20',
      emptyOutDir: true,
      rollupOptions: { external: ['electron', 'pdf-to-printer'], output: { entryFileNames } },
    },
  })
}
