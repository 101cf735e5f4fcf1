import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { accept, type Result, refuse } from '../../shared/util/result'
import { copyTo } from '../services/attachments/copy'
import { writeFileAtomic } from '../services/atomicFile'
import { safeFileName } from '../services/fileNames'
import { errorCode } from '../services/systemRefusal'
import type { Ports } from './ports'
import { type HandlersOf, writes } from './types'

/** What a disk answers that was pulled out in the middle. */
const GONE: ReadonlySet<string> = new Set([
  'ENOENT',
  'ENOTDIR',
  'ENODEV',
  'ENXIO',
  'EIO',
  'ENOTCONN',
  'ESTALE',
])

/** As many folders of one name are tried: somebody may export twice a day. */
const TRIES = 100

/** 导出全部资料: the page names files, never a folder; nothing that was there before is touched. */
export function leavingHandlers(ports: Ports): HandlersOf<'leaving'> {
  const folders = new Map<string, string>()
  const put = async (
    token: string,
    path: readonly string[],
    write: (place: string) => Promise<Result<unknown>>,
  ): Promise<Result<Record<string, never>>> => {
    const folder = folders.get(token)
    if (folder === undefined) return refuse('leaving.unknown')
    const place = join(folder, ...path.map(safeFileName))
    try {
      if (path.length > 1) await mkdir(dirname(place), { recursive: true })
      const written = await write(place)
      return written.ok ? accept({}) : written
    } catch (error) {
      const code = errorCode(error)
      if (GONE.has(code)) return refuse('disk.gone', undefined, { code })
      throw error
    }
  }
  return {
    'leaving.choose': writes(async ({ name }, { window }) => {
      const parent = await ports.askFolder(window)
      if (parent === null) return accept({ chosen: null })
      const folder = await newFolder(parent, safeFileName(name))
      const token = randomUUID()
      folders.set(token, folder)
      return accept({ chosen: { token, folder } })
    }),
    'leaving.write': writes(({ token, path, bytes }) =>
      put(token, path, async (place) => {
        await writeFileAtomic(place, bytes)
        return accept({})
      }),
    ),
    'leaving.copy': writes(({ token, path, sha256 }) =>
      put(token, path, (place) => copyTo(ports.attachments, sha256, place)),
    ),
  }
}

async function newFolder(parent: string, name: string): Promise<string> {
  for (let at = 1; ; at += 1) {
    const folder = join(parent, at === 1 ? name : `${name} (${at})`)
    try {
      await mkdir(folder, { mode: 0o700 })
      return folder
    } catch (error) {
      if (errorCode(error) !== 'EEXIST' || at === TRIES) throw error
    }
  }
}
