import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { PNG } from 'pngjs'

// The app as it is handed out: out of its archive, with its fuses. Playwright cannot drive it, because the
// inspector is one of the things the fuses switch off; so it is started and looked at from outside.

const DIST = resolve(import.meta.dirname, '../../dist')
/** A package around the development Electron is kept apart (.tools/package.mjs). */
const PLACES = ['linux-unpacked', 'dev/linux-unpacked', 'win-unpacked']

/** A fuse's state as it stands in the program: the character 0 or 1. */
const FUSE = { off: 48, on: 49 }

/** The fuses as electron-builder.yml states them, by their names in `FuseV1Options`. */
async function statedFuses(): Promise<Record<string, boolean>> {
  const config = await readFile(resolve(import.meta.dirname, '../../electron-builder.yml'), 'utf8')
  const block = /^electronFuses:\n((?: {2}.*\n)+)/m.exec(config)?.[1] ?? ''
  const lines = [...block.matchAll(/^ {2}(\w+): (true|false)$/gm)]
  const fuses = lines
    .map(([, name = '', state]) => [name.charAt(0).toUpperCase() + name.slice(1), state === 'true'] as const)
    // It says how the program is signed after the fuses are set, and is none.
    .filter(([name]) => name !== 'ResetAdHocDarwinSignature')
  return Object.fromEntries(fuses)
}

/** The most recently made package: `npm test` makes one before these tests. */
async function packagedApp(): Promise<string> {
  const found = await Promise.all(
    PLACES.map(async (place) => {
      const folder = join(DIST, place)
      const archive = await stat(join(folder, 'resources', 'app.asar')).catch(() => null)
      return archive === null ? [] : [{ folder, made: archive.mtimeMs }]
    }),
  )
  const newest = found.flat().toSorted((a, b) => b.made - a.made)[0]
  if (newest === undefined) throw new Error('There is no packaged app: run npm test -- package first.')
  return newest.folder
}

function program(folder: string): string {
  return join(folder, process.platform === 'win32' ? 'front-desk.exe' : 'front-desk')
}

/** How many colours a picture has: a window that stayed empty has one or two. */
function coloursOf(png: Buffer): number {
  const { data } = PNG.sync.read(png)
  return new Set(Array.from({ length: data.length / 4 }, (_, pixel) => data.readUInt32BE(pixel * 4))).size
}

test.describe('the packaged app', () => {
  let folder: string
  let data: string

  test.beforeEach(async () => {
    folder = await packagedApp()
    data = await mkdtemp(join(tmpdir(), 'front-desk-packaged-'))
  })

  test.afterEach(() => rm(data, { recursive: true, force: true }))

  test('starts, shows its first screen and ends well, whatever the environment asks for', async () => {
    const picture = join(data, 'first.png')
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const args = ['--inspect=0', `--screenshot=${picture}`, `--desk-data=${join(data, 'desk')}`, ...sandbox]
    // Each of these would turn a program without the fuses into a runner of foreign code.
    const hostile = { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require=${join(data, 'missing.js')}` }
    const { stderr } = await promisify(execFile)(program(folder), args, {
      env: { ...process.env, ...hostile },
      timeout: 60_000,
    })
    expect(stderr).not.toContain('Debugger listening')
    expect(coloursOf(await readFile(picture))).toBeGreaterThan(20)
  })

  test('has every fuse set as electron-builder.yml says', async () => {
    const wire = await getCurrentFuseWire(program(folder))
    const wanted = await statedFuses()
    // Each that this Electron has is stated, and each that is stated is set so.
    const known = Object.values(FuseV1Options).filter((option) => typeof option === 'string')
    expect(Object.keys(wanted).toSorted()).toEqual(known.toSorted())
    const found = Object.entries(wanted).map(([name, on]) => {
      const state = wire[FuseV1Options[name as keyof typeof FuseV1Options]]
      return [name, on, state === FUSE.on || (state === FUSE.off ? false : 'missing')]
    })
    expect(found).toEqual(Object.entries(wanted).map(([name, on]) => [name, on, on]))
    expect(Object.values(wanted).filter(Boolean)).toHaveLength(3)
  })

  test('carries the build and nothing else', () => {
    const files = listPackage(join(folder, 'resources', 'app.asar'), { isPack: false })
    // On Windows one package more: its program must be a file beside the archive.
    const own = /^[/\\](?:out(?:[/\\]|$)|package\.json$|node_modules(?:[/\\]pdf-to-printer|$))/
    expect(files.filter((file) => !own.test(file))).toEqual([])
    expect(files.filter((file) => /\.(?:ts|tsx|map)$/.test(file))).toEqual([])
  })
})
