/** Builds the app, but only when something it is made of has changed. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './paths.mjs'
import { packageProgram, run } from './run.mjs'
import { PlainError, say } from './say.mjs'

const SOURCES = ['shared', 'electron', 'renderer', 'resources']
const SETTINGS = ['package.json', 'package-lock.json', 'electron.vite.config.ts', 'tsconfig.json']
const PRODUCTS = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']
/** Outside `out`, which is packaged as it is. */
const STAMP = join(root, 'node_modules', '.cache', 'front-desk', 'build')

/**
 * Builds into `out` if needed.
 * @param {{ always?: boolean }} [options]
 */
export async function build({ always = false } = {}) {
  const state = sourceState()
  if (!always && isBuilt(state)) return
  say('Building the app …')
  const [node, program] = packageProgram('electron-vite', 'electron-vite')
  const result = await run(node, [program, 'build', '--logLevel', 'warn'], { cwd: root, capture: true })
  if (result.code !== 0) throw new PlainError('The build failed; see above.')
  mkdirSync(dirname(STAMP), { recursive: true })
  writeFileSync(STAMP, state)
}

/** @param {string} state */
function isBuilt(state) {
  const complete = PRODUCTS.every((path) => existsSync(join(root, path)))
  return complete && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === state
}

/** A digest of every source file's path, size and time: reading the contents would cost more than it saves. */
function sourceState() {
  const hash = createHash('sha256')
  const files = SOURCES.flatMap((folder) => filesIn(folder)).concat(SETTINGS)
  for (const path of files) {
    const found = statSync(join(root, path), { throwIfNoEntry: false })
    hash.update(`${path}\0${found?.size}\0${found?.mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/** @param {string} folder @returns {string[]} Project-relative paths of the files that end up in the build. */
function filesIn(folder) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath.slice(root.length + 1), entry.name))
    .sort()
}
