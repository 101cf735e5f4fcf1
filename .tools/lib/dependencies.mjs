/** The Node version and the npm packages: what must be right before anything else can run. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { root } from './paths.mjs'
import { npm } from './run.mjs'
import { PlainError, say } from './say.mjs'

/** Electron's binary has its own step (electron.mjs), which may fall back; the install may not fail on it. */
const INSTALL_ENV = { ELECTRON_SKIP_BINARY_DOWNLOAD: '1', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' }

/**
 * @typedef {{ version?: string, optional?: boolean, link?: boolean, resolved?: string }} LockEntry
 * @typedef {{ packages: Record<string, LockEntry> }} Lock
 */

/** Ends with a sentence when this Node is not one the project runs on. */
export function requireNode() {
  /** @type {string} */
  const range = readJson(join(root, 'package.json')).engines.node
  if (satisfies(process.versions.node, range)) return
  throw new PlainError(
    `This project needs Node ${range}; this is Node ${process.versions.node}. Install a current LTS from nodejs.org and run the command again.`,
  )
}

/**
 * Whether a version fits a range of the forms `^20.19` and `>=22.12`, joined by `||`: all that
 * `engines` uses. The semver package cannot be relied on before the install.
 * @param {string} version
 * @param {string} range
 */
export function satisfies(version, range) {
  const [major, minor] = numbers(version)
  return range.split('||').some((part) => {
    const [wantedMajor, wantedMinor] = numbers(part)
    if (major === wantedMajor) return minor >= wantedMinor
    return part.includes('>=') && major > wantedMajor
  })
}

/** @param {string} text @returns {[number, number]} Major and minor. */
function numbers(text) {
  const [major = '0', minor = '0'] = text.replace(/[^\d.]/g, '').split('.')
  return [Number(major), Number(minor)]
}

/**
 * Installs the packages of the lock file unless exactly these are there already.
 *
 * `npm ci` would refuse a lock file that lacks another platform's optional binaries (a registry that
 * does not carry them leaves them out), and would empty a folder that is only a little out of date;
 * `npm install --no-save` takes the locked versions too and never writes the lock file.
 */
export async function installPackages() {
  if (packagesMatch()) return
  say('Installing the npm packages (about half a minute) …')
  const result = await npm(['install', '--no-save', '--loglevel=error'], { cwd: root, env: INSTALL_ENV })
  if (result.code !== 0) {
    throw new PlainError(
      'npm install failed. Is the npm registry reachable (npm ping)? A mirror is set by: npm config set registry <address>',
    )
  }
}

/**
 * Compares the lock file with npm's own record of what it put into node_modules, which it writes
 * last: an interrupted install never counts as done.
 */
function packagesMatch() {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const wanted = lockEntries(join(root, 'package-lock.json'))
  const present = lockEntries(record)
  for (const [path, entry] of wanted) {
    const found = present.get(path)
    if (found === undefined ? entry.optional !== true : found.version !== entry.version) return false
  }
  return true
}

/** @param {string} file @returns {Map<string, LockEntry>} Packages by folder, the project itself left out. */
function lockEntries(file) {
  /** @type {Lock} */
  const lock = readJson(file)
  return new Map(Object.entries(lock.packages).filter(([path]) => path !== ''))
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
