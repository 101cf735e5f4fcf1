/** Starting other programs: with their output shown, or read. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { root } from './paths.mjs'
import { PlainError } from './say.mjs'

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] Added to the present environment.
 * @property {number} [timeoutMs] The program is ended after this long.
 * @property {boolean} [quiet] Its output is read, not shown.
 * @property {boolean} [group] Its own process group, so that a signal reaches what it started, too.
 * @property {boolean} [capture] Its standard output is shown and also returned.
 */

/** @typedef {{ code: number, output: string }} RunResult */

const FORWARDED = /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * Runs a program to its end. Signals sent to us are passed on, so that closing the terminal or
 * stopping a CI job never leaves an app or a test runner behind.
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>} Code 127 when it cannot be started, 128+n after a signal or time limit.
 */
export function run(program, args, options = {}) {
  const piped = options.quiet === true || options.capture === true
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['inherit', piped ? 'pipe' : 'inherit', options.quiet === true ? 'pipe' : 'inherit'],
    timeout: options.timeoutMs,
    detached: options.group === true,
  })
  let output = ''
  child.stdout?.on('data', (/** @type {Buffer} */ chunk) => {
    output += chunk.toString()
    if (options.quiet !== true) process.stdout.write(chunk)
  })
  child.stderr?.on('data', (/** @type {Buffer} */ chunk) => {
    output += chunk.toString()
  })
  const forward = (/** @type {NodeJS.Signals} */ signal) => {
    if (child.exitCode !== null) return
    if (options.group === true && child.pid !== undefined) process.kill(-child.pid, signal)
    else child.kill(signal)
  }
  for (const signal of FORWARDED) process.on(signal, forward)
  return new Promise((resolve) => {
    const finish = (/** @type {number} */ code) => {
      for (const signal of FORWARDED) process.off(signal, forward)
      resolve({ code, output })
    }
    child.on('error', () => finish(127))
    child.on('close', (code, signal) => finish(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}

/**
 * Standard output of a short program, or an empty string when it fails or is absent.
 * @param {string} program
 * @param {string[]} args
 */
export function read(program, args) {
  const result = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C', PATH: searchPath() },
  })
  return result.status === 0 ? result.stdout : ''
}

/** An ordinary user's PATH on Debian lacks the folders of ldconfig and cupsd. */
function searchPath() {
  const extra = process.platform === 'win32' ? [] : ['/usr/sbin', '/sbin']
  return [process.env.PATH ?? '', ...extra].join(delimiter)
}

/** @param {string} program @returns {boolean} Whether the program is on the path. */
export function isInstalled(program) {
  return searchPath()
    .split(delimiter)
    .some((folder) => folder !== '' && existsSync(join(folder, program)))
}

/**
 * Runs a program that an npm package brings, by Node itself: the wrappers in .bin are shell scripts
 * on Windows.
 * @param {string} packageName
 * @param {string} program
 * @returns {[string, string]} The program to start and its first argument.
 */
export function packageProgram(packageName, program) {
  const folder = join(root, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return [process.execPath, join(folder, typeof bin === 'string' ? bin : bin[program])]
}

/**
 * Runs npm with the same npm that started us, if one did: another one on the path may be older.
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export function npm(args, options) {
  const cli = process.env.npm_execpath
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args], options)
  if (process.platform === 'win32') {
    throw new PlainError('Start this through npm (npm start, npm test, npm run …).')
  }
  return run('npm', args, options)
}
