/** A Debian package out of the unpacked app; electron-builder's own target would download its tools. */
import { existsSync } from 'node:fs'
import { copyFile, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { root } from './paths.mjs'

const ARCHITECTURE = /** @type {Record<string, string>} */ ({ x64: 'amd64', arm64: 'arm64' })

/**
 * @param {string} folder The unpacked app.
 * @param {string} output Where the .deb goes; older ones there are removed.
 * @param {boolean} development A package that may not be shipped gets a name of its own.
 * @returns {Promise<string>} The path of the .deb.
 */
export async function makeDeb(folder, output, development) {
  for (const name of await debsIn(output)) await rm(join(output, name))
  const { description, version, license } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  // The tool makes the package's copyright file out of this one.
  const licence = join(root, 'LICENSE')
  await copyFile(
    existsSync(licence) ? licence : join(folder, 'LICENSE.electron.txt'),
    join(folder, 'LICENSE'),
  )
  const { default: installer } = await import('electron-installer-debian')
  await installer({
    src: folder,
    dest: output,
    arch: ARCHITECTURE[process.arch] ?? process.arch,
    options: {
      name: development ? 'front-desk-dev' : 'front-desk',
      bin: 'front-desk',
      productName: development ? '物业前台（开发版）' : '物业前台',
      genericName: '物业前台登记与回访',
      description,
      productDescription: development ? 'FOR DEVELOPMENT AND TESTS ONLY. DO NOT SHIP.' : description,
      version,
      license,
      maintainer: 'Front Desk maintainers <maintainers@front-desk.invalid>',
      // xz takes a minute and a half: worth it only for what is handed out.
      compression: development ? 'gzip' : 'xz',
      section: 'misc',
      categories: ['Office'],
      icon: join(root, 'resources', 'icons', 'icon.png'),
      // Beyond what the tool knows of Electron itself; lp (cups-client) does the printing.
      depends: ['libasound2 | libasound2t64', 'libgbm1'],
      recommends: ['cups-client'],
    },
  })
  const [made] = await debsIn(output)
  return join(output, made ?? '')
}

/** @param {string} folder */
async function debsIn(folder) {
  return (await readdir(folder)).filter((name) => name.endsWith('.deb'))
}
