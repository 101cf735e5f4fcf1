import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { accept, refuse, type Result } from '../../shared/util/result'
import { writeFileAtomic } from '../services/atomicFile'
import { safeFileName } from '../services/fileNames'
import { errorCode } from '../services/systemRefusal'
import { encodeText } from '../services/textEncoding'
import type { Ports } from './ports'
import { type HandlersOf, writes } from './types'

/** What a disk answers that was pulled out, or a folder that is there no more. */
const GONE: ReadonlySet<string> = new Set([
  'ENOENT',
  'ENOTDIR',
  'ENODEV',
  'ENXIO',
  'EIO',
  'ENOTCONN',
  'ESTALE',
])

/** Saving where the user says. Refusals: `disk.gone`, `disk.full`, `disk.readOnly`. The renderer names a file, never a folder. */
export function filesHandlers({ askWhere, documentsFolder }: Ports): HandlersOf<'files'> {
  const save = async (
    window: BrowserWindow,
    suggestedName: string,
    bytes: () => Promise<Uint8Array> | Uint8Array,
  ): Promise<Result<{ path: string | null }>> => {
    const name = safeFileName(suggestedName)
    const ending = /\.(\w{1,8})$/.exec(name)?.[1]
    const filters = ending ? [{ name: ending.toUpperCase(), extensions: [ending] }] : []
    const path = await askWhere(window, { defaultPath: join(documentsFolder(), name), filters })
    if (path === null) return accept({ path })
    const content = await bytes()
    try {
      await writeFileAtomic(path, content)
    } catch (error) {
      const code = errorCode(error)
      if (GONE.has(code)) return refuse('disk.gone', undefined, { code })
      throw error
    }
    return accept({ path })
  }
  return {
    'files.save': writes(({ suggestedName, bytes }, { window }) => save(window, suggestedName, () => bytes)),
    'files.saveText': writes(({ suggestedName, text, encoding }, { window }) =>
      save(window, suggestedName, () => encodeText(text, encoding)),
    ),
  }
}
