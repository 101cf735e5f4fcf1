/**
 * Brings a machine to where the app can be started and tested. Safe to run again at any time;
 * when everything is there it only looks (well under half a second).
 */
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { installPackages, requireNode } from './lib/dependencies.mjs'
import { needsVirtualDisplay } from './lib/display.mjs'
import { fetchElectron, findElectron } from './lib/electron.mjs'
import { requireLinked, requireSystem } from './lib/libraries.mjs'
import { command, say } from './lib/say.mjs'

/**
 * @param {{ tests?: boolean }} [options] tests: also what only the tests need.
 * @returns {Promise<import('./lib/electron.mjs').Electron>}
 */
export async function setup({ tests = false } = {}) {
  requireNode()
  await installPackages()
  const found = await findElectron()
  // A build machine (root) gets unzip in the same go; a user only if the download fails and it is needed.
  const unpack = found === undefined && process.getuid?.() === 0
  await requireSystem({ display: needsVirtualDisplay(), unpack, tests })
  const electron = found ?? (await fetchElectron())
  requireLinked(electron.binary)
  return electron
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await command(async () => {
    const electron = await setup({ tests: process.argv.includes('--tests') })
    say(`Electron (${electron.kind}): ${electron.binary}`)
    return 0
  })
}
