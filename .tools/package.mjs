/**
 * npm run package: makes what is handed to an office, in dist/.
 *
 *   on Windows   the NSIS installer (in Chinese)
 *   on Linux     the unpacked app and, where dpkg and fakeroot are there, a .deb (Debian, UOS, Kylin)
 *
 * With `--unpacked` only the unpacked app is made: quick, and all that the tests start.
 *
 * A shipped package is only ever made with a real Electron. Where none can be had, the result goes to
 * dist/dev, is named so inside and out, and serves to try the packaging (asar, fuses, .deb).
 *
 * Playwright cannot drive a packaged app, whose inspector is switched off by fuse. A test starts the
 * binary with --screenshot=FILE --desk-data=FOLDER and looks at the exit code and the picture.
 */
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { build } from './lib/build.mjs'
import { makeDeb } from './lib/deb.mjs'
import { root } from './lib/paths.mjs'
import { isRepack, REPACK_VERSION } from './lib/repack.mjs'
import { isInstalled, packageProgram, run } from './lib/run.mjs'
import { command, PlainError, say } from './lib/say.mjs'
import { setup } from './setup.mjs'

const DEVELOPMENT_NOTE = `This package is for development and tests only. DO NOT SHIP IT.

It contains Electron ${REPACK_VERSION} taken from another product's build, because Electron's own
download could not be reached. Set ELECTRON_MIRROR (or ELECTRON_OVERRIDE_DIST_PATH) and run
npm run package again for one that may be handed out.
`

/** @param {string} name */
function target(name) {
  const flags = /** @type {Record<string, string>} */ ({ win32: '--win', darwin: '--mac' })
  const flag = flags[name] ?? '--linux'
  return flag === '--win' ? [flag, 'nsis'] : [flag, 'dir']
}

/**
 * @param {import('./lib/electron.mjs').Electron} electron
 * @param {string} output
 * @param {boolean} development
 */
async function pack(electron, output, development) {
  const [node, program] = packageProgram('electron-builder', 'electron-builder')
  const version = development ? [`-c.electronVersion=${REPACK_VERSION}`] : []
  const args = [
    ...target(process.platform),
    `-c.electronDist=${electron.dist}`,
    `-c.directories.output=${output}`,
  ]
  const result = await run(node, [program, ...args, ...version, '--publish', 'never'], { cwd: root })
  if (result.code !== 0) throw new PlainError('electron-builder failed; see above.')
}

/** @param {string} folder The unpacked app. */
async function markDevelopment(folder) {
  // The stand-in for Electron's default app has no place in a package, whose fuse ignores it anyway.
  await rm(join(folder, 'resources', 'app'), { recursive: true, force: true })
  await writeFile(join(folder, 'DEVELOPMENT-ONLY.txt'), DEVELOPMENT_NOTE)
}

await command(async () => {
  const electron = await setup()
  const development = isRepack(electron.dist)
  await build()
  const output = join(root, 'dist', ...(development ? ['dev'] : []))
  await pack(electron, output, development)
  if (process.platform !== 'linux') return 0
  const folder = join(output, 'linux-unpacked')
  if (development) await markDevelopment(folder)
  say(`The unpacked app is in ${folder}`)
  if (process.argv.includes('--unpacked')) return 0
  if (isInstalled('dpkg') && isInstalled('fakeroot')) {
    say(`The .deb is ${await makeDeb(folder, output, development)}`)
  } else {
    say('No .deb was made: that takes dpkg and fakeroot (apt-get install fakeroot).')
  }
  if (development) say(`\n${DEVELOPMENT_NOTE}`)
  return 0
})
