import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { accept, type Result } from '../../shared/util/result'
import { writeFileAtomic } from '../services/atomicFile'
import { safeFileName } from '../services/fileNames'
import { encodeText } from '../services/textEncoding'
import type { Ports } from './ports'
import { type HandlersOf, writes } from './types'

/** Saving where the user says. The renderer names a file, never a folder. */
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
    await writeFileAtomic(path, await bytes())
    return accept({ path })
  }
  return {
    'files.save': writes(({ suggestedName, bytes }, { window }) => save(window, suggestedName, () => bytes)),
    'files.saveText': writes(({ suggestedName, text, encoding }, { window }) =>
      save(window, suggestedName, () => encodeText(text, encoding)),
    ),
  }
}
