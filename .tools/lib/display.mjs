/** Windows on machines without a display, and Chromium's sandbox. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { read, run } from './run.mjs'

/** Big enough for the app's largest tested window. */
// Without -noreset the display starts over whenever its last window closes, and a window opening then finds none.
const SCREEN = '-screen 0 1920x1200x24 -noreset'

/** Whether windows need a virtual display here. */
export function needsVirtualDisplay() {
  return process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
}

/**
 * Runs a program with a display, real or virtual.
 * @param {string} program
 * @param {string[]} args
 * @param {import('./run.mjs').RunOptions} options
 */
export function runWithDisplay(program, args, options) {
  if (!needsVirtualDisplay()) return run(program, args, options)
  // xvfb-run is a shell script that would end without its program: signals must reach the whole group.
  return run('xvfb-run', ['-a', '-s', SCREEN, program, ...args], { ...options, group: true })
}

/**
 * Chromium's sandbox cannot start for root; everyone else keeps it.
 * @returns {string[]} Switches for the development start; a shipped build never gets them.
 */
export function sandboxSwitches() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/**
 * What an ordinary user has to do first where the system forbids user namespaces to programs that
 * were not installed by its package manager (Ubuntu 24.04 and later, some hardened kernels). Tried
 * rather than read from settings, whose names differ from system to system.
 * @param {string} dist Electron's folder.
 * @returns {string | undefined} A sentence with the command, or nothing when the sandbox can start.
 */
export function sandboxAdvice(dist) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return undefined
  const helper = join(dist, 'chrome-sandbox')
  if (isSetuidRoot(helper) || read('unshare', ['--user', '--map-root-user', 'echo', 'yes']) !== '')
    return undefined
  return `This system does not let Chromium's sandbox start from a user's folder. Run this once, then try again:\n\n  sudo chown root:root "${helper}" && sudo chmod 4755 "${helper}"\n`
}

/** @param {string} file */
function isSetuidRoot(file) {
  try {
    const { uid, mode } = statSync(file)
    return uid === 0 && (mode & 0o4000) !== 0
  } catch {
    return false
  }
}
