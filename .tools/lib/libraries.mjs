/**
 * The shared libraries and programs of a bare Debian that Electron and the tests need. As root on
 * Debian (a build machine) what is missing is installed; anyone else is told the one command.
 */
import { existsSync } from 'node:fs'
import process from 'node:process'
import { isInstalled, read, run } from './run.mjs'
import { PlainError, say } from './say.mjs'

/** Library name to package, for those that Electron links or opens while running. */
const LIBRARIES = /** @type {Record<string, string>} */ ({
  'libnss3.so': 'libnss3',
  'libnspr4.so': 'libnspr4',
  'libgtk-3.so.0': 'libgtk-3-0',
  'libgbm.so.1': 'libgbm1',
  'libasound.so.2': 'libasound2',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcups.so.2': 'libcups2',
  'libdrm.so.2': 'libdrm2',
  'libxkbcommon.so.0': 'libxkbcommon0',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXrandr.so.2': 'libxrandr2',
})

const DISPLAY_PROGRAMS = { 'xvfb-run': 'xvfb', xauth: 'xauth' }
const TEST_PROGRAMS = {
  pdftotext: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  cupsd: 'cups',
  'fc-list': 'fontconfig',
}
const CHINESE_FONT = 'fonts-noto-cjk'

/**
 * @typedef {object} Needs
 * @property {boolean} display A virtual display, because there is none.
 * @property {boolean} unpack An archive has to be unpacked.
 * @property {boolean} tests The tools that tests use to read PDFs, print and look at pages.
 */

/**
 * Makes sure that everything of the system is there, or ends with the command that brings it.
 * @param {Needs} needs
 */
export async function requireSystem(needs) {
  if (process.platform !== 'linux') return
  const missing = [...missingLibraries(), ...missingPrograms(needs), ...missingFonts(needs)]
  if (missing.length === 0) return
  if (!isInstalled('apt-get')) {
    throw new PlainError(`Missing from this system (Debian's package names): ${missing.join(' ')}`)
  }
  await aptInstall(missing)
}

/**
 * A last look at the real binary: it may link something that the table above does not know.
 * @param {string} binary
 */
export function requireLinked(binary) {
  if (process.platform !== 'linux') return
  const missing = read('ldd', [binary])
    .split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0])
  if (missing.length > 0) {
    throw new PlainError(`Electron cannot start: these system libraries are missing: ${missing.join(', ')}`)
  }
}

function missingLibraries() {
  const known = read('ldconfig', ['-p'])
  return Object.keys(LIBRARIES)
    .filter((name) => !known.includes(`\t${name} `))
    .map((name) => LIBRARIES[name] ?? name)
}

/** @param {Needs} needs */
function missingPrograms(needs) {
  const wanted = {
    ...(needs.display ? DISPLAY_PROGRAMS : {}),
    ...(needs.unpack ? { unzip: 'unzip' } : {}),
    ...(needs.tests ? TEST_PROGRAMS : {}),
  }
  const missing = Object.entries(wanted).filter(([program]) => !isInstalled(program))
  return [...new Set(missing.map(([, name]) => name))]
}

/** Screens on a bare machine would show boxes in window titles and pictures. @param {Needs} needs */
function missingFonts(needs) {
  if (!needs.tests) return []
  const found = read('fc-list', [':lang=zh-cn', 'family']).trim() !== ''
  return found ? [] : [CHINESE_FONT]
}

/** Newer Debian and Ubuntu renamed some packages (64-bit time); where that name exists it is the right one. @param {string[]} names */
function renamed(names) {
  return names.map((name) =>
    read('apt-cache', ['pkgnames', `${name}t64`]).trim() === '' ? name : `${name}t64`,
  )
}

/** @param {string[]} names */
async function aptInstall(names) {
  const install = ['install', '-y', '--no-install-recommends']
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    const command = `sudo apt-get ${install.join(' ')} ${renamed(names).join(' ')}`
    throw new PlainError(`Some system packages are missing. Run this once, then try again:\n\n  ${command}\n`)
  }
  say(`Installing system packages: ${names.join(' ')} …`)
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, quiet: true }
  await run('apt-get', ['update', '-qq'], options)
  const result = await run('apt-get', [...install, ...renamed(names)], options)
  if (result.code !== 0) throw new PlainError(`apt-get could not install them:\n${result.output.trim()}`)
}
