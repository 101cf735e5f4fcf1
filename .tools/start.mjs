/**
 * npm start: brings the machine to where the app runs, builds what changed, opens the app.
 *
 *   npm start                              open the app
 *   npm start -- --screenshot FILE         open it, save a picture of the first usable screen, quit
 *   npm start -- --prepare-server=…        head office's command (docs/server.md), without a window
 *   npm start -- --desk-data=FOLDER …      anything else goes to the app as it is
 */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import process from 'node:process'
import { build } from './lib/build.mjs'
import { needsVirtualDisplay, runWithDisplay, sandboxAdvice, sandboxSwitches } from './lib/display.mjs'
import { root } from './lib/paths.mjs'
import { command, PlainError, say } from './lib/say.mjs'
import { setup } from './setup.mjs'

/**
 * Takes the picture's path out of the arguments; relative paths count from where npm was called.
 * @param {string[]} args
 * @returns {{ picture: string | undefined, rest: string[] }}
 */
function parse(args) {
  const at = args.findIndex((arg) => arg === '--screenshot' || arg.startsWith('--screenshot='))
  if (at < 0) return { picture: undefined, rest: args }
  const joined = (args[at] ?? '').split('=').slice(1).join('=')
  const name = joined || args[at + 1]
  if (name === undefined || name === '')
    throw new PlainError('Name a file: npm start -- --screenshot desk.png')
  const rest = [...args.slice(0, at), ...args.slice(joined === '' ? at + 2 : at + 1)]
  return { picture: resolve(process.env.INIT_CWD ?? process.cwd(), name), rest }
}

/** @param {string | undefined} picture */
function announceDisplay(picture) {
  if (!needsVirtualDisplay()) return
  say('There is no display here, so the window opens on a virtual one (xvfb).')
  if (picture !== undefined) return
  say(
    'To see it: npm start -- --screenshot desk.png, or run it on a display (DISPLAY=:1 npm start with a VNC server).',
  )
  say('Ctrl+C closes the app.')
}

await command(async () => {
  const { picture, rest } = parse(process.argv.slice(2))
  const electron = await setup()
  const advice = sandboxAdvice(electron.dist)
  if (advice !== undefined) throw new PlainError(advice)
  await build()
  // Head office's command shows no window, but Electron wants a display all the same.
  if (!rest.some((arg) => arg.startsWith('--prepare-server'))) announceDisplay(picture)
  const shot = picture === undefined ? [] : [`--screenshot=${picture}`]
  // Chromium's own log (no D-Bus, no GPU) tells a person at this terminal nothing.
  const args = [root, '--log-level=3', ...sandboxSwitches(), ...shot, ...rest]
  const result = await runWithDisplay(electron.binary, args, { cwd: root })
  if (picture === undefined || result.code !== 0) return result.code
  if (!existsSync(picture)) throw new PlainError(`The app ended without saving a picture at ${picture}.`)
  say(`The picture is at ${picture}`)
  return 0
})
