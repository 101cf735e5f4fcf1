/**
 * Stand-in for Electron's own default app, which the repack lacks: loads the folder (or file) named
 * on the command line. Copied into the repack; runs inside Electron, never by Node.
 *
 * It is an ES module on purpose: Electron holds back `ready` until the entry module has finished,
 * so an app may still register its schemes at its top level.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { app, dialog } from 'electron'

/** What Electron's own default app uses too, though its types leave it out. */
const self = /** @type {Electron.App & { setVersion(v: string): void, setAppPath(p: string): void }} */ (app)

/**
 * @param {string[]} args Command line after the program.
 * @returns {{ target: string | undefined, preloads: string[] }}
 */
function parse(args) {
  const preloads = []
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? ''
    if (arg === '-r' || arg === '--require') {
      preloads.push(args[at + 1] ?? '')
      at += 1
    } else if (!arg.startsWith('-')) {
      return { target: arg, preloads }
    }
  }
  return { target: undefined, preloads }
}

/**
 * Takes over the app's identity, as if it had been started by itself.
 * @param {string} folder
 * @returns {string} The main file.
 */
function adopt(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  app.setName(manifest.productName ?? manifest.name)
  self.setVersion(manifest.version ?? '0.0.0')
  app.setPath('userData', join(app.getPath('appData'), app.getName()))
  self.setAppPath(folder)
  return resolve(folder, manifest.main ?? 'index.js')
}

/** @param {string} file @returns {string} The nearest folder above with a package.json, else the file's own. */
function packageFolder(file) {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder
    if (folder === dirname(folder)) return dirname(file)
  }
}

const { target, preloads } = parse(process.argv.slice(1))
if (target === undefined) {
  dialog.showErrorBox('Electron', 'Name an app folder on the command line.')
  app.exit(1)
} else {
  const require = createRequire(import.meta.url)
  for (const preload of preloads) require(resolve(preload))
  const path = resolve(target)
  const main = statSync(path).isDirectory() ? adopt(path) : path
  if (main === path) self.setAppPath(packageFolder(path))
  try {
    await import(pathToFileURL(main).href)
  } catch (error) {
    // Electron itself would open a dialog that nobody sees on a machine without a display.
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    app.exit(1)
  }
}
