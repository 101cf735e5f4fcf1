/**
 * npm run without-sync: replication is optional. In a copy without renderer/sync and the one line that wires it, the app
 * compiles; with `-- --tests` all tests but those of replication pass there, too.
 */
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import process from 'node:process'
import { root } from './lib/paths.mjs'
import { packageProgram, run } from './lib/run.mjs'
import { command, PlainError, say } from './lib/say.mjs'

const WIRED = join('renderer', 'app', 'replicationParts.ts')
/** Of the copy's top folders: what git keeps, and nothing that was made. */
const LEFT_OUT = new Set(['.git', '.tsbuild', 'node_modules', 'out', 'dist', 'test-results'])
/** Tests that are about replication between machines. */
const ABOUT_SYNC = /^sync.*\.spec\.ts$/

/** @param {string} folder */
async function copyWithout(folder) {
  const keeps = (/** @type {string} */ source) => {
    const [top = '', ...rest] = relative(root, source).split(sep)
    if (LEFT_OUT.has(top)) return false
    if (top === 'renderer' && rest[0] === 'sync') return false
    // What measures it.
    if (top === '.tools' && rest.join('/') === 'bench/page/sync') return false
    return !(top === 'e2e' && ABOUT_SYNC.test(rest.at(-1) ?? ''))
  }
  await cp(root, folder, { recursive: true, filter: keeps })
  const path = join(folder, WIRED)
  const lines = (await readFile(path, 'utf8')).split('\n')
  const left = lines.filter((line) => !line.includes("import('../sync')"))
  if (left.length !== lines.length - 1)
    throw new PlainError(`${WIRED} wires replication in one line, and no other way.`)
  await writeFile(path, left.join('\n'))
}

/**
 * What the type check found out here holds in the copy but for what is missing there: nine tenths of its time. Paths
 * are kept relative to the project, so the packages must be found by the link, not behind it.
 * @param {string} folder
 */
async function keepFindings(folder) {
  if (!existsSync(join(root, '.tsbuild'))) return
  await cp(join(root, '.tsbuild'), join(folder, '.tsbuild'), { recursive: true, preserveTimestamps: true })
  for (const project of ['shared', 'renderer']) {
    const path = join(folder, project, 'tsconfig.json')
    const config = JSON.parse(await readFile(path, 'utf8'))
    config.compilerOptions.preserveSymlinks = true
    await writeFile(path, JSON.stringify(config))
  }
}

/** Types and borders, with the packages that are here already. @param {string} folder */
async function compiles(folder) {
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  await keepFindings(folder)
  const [node, tsc] = packageProgram('typescript', 'tsc')
  const types = await run(node, [tsc, '-b', 'renderer'], { cwd: folder, capture: true })
  if (types.code !== 0) return types.code
  return (await run(process.execPath, ['.tools/borders.mjs'], { cwd: folder, capture: true })).code
}

/** Everything, as on a fresh machine. @param {string} folder */
async function passes(folder) {
  return (await run(process.execPath, ['.tools/test.mjs'], { cwd: folder, capture: true })).code
}

await command(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'front-desk-without-sync-'))
  try {
    await copyWithout(folder)
    const code = process.argv.includes('--tests') ? await passes(folder) : await compiles(folder)
    if (code !== 0) throw new PlainError('The app needs renderer/sync, and must not.')
    say('The app does without renderer/sync.')
    return 0
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
