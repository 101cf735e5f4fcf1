import { basename, isAbsolute, join, normalize } from 'node:path'
import type { StoredFile } from '../../shared/domain/register/attachment'
import { FILE_ENDINGS } from '../../shared/domain/register/fileType'
import type { FileState } from '../../shared/ipc/channels'
import { accept, type Refusal, type Result, refuse } from '../../shared/util/result'
import { chosenPictures } from '../services/attachments/chosen'
import { FilesLocked } from '../services/attachments/content'
import { copyTo } from '../services/attachments/copy'
import { openIncoming } from '../services/attachments/incoming'
import { safeFileName } from '../services/fileNames'
import { systemRefusal } from '../services/systemRefusal'
import type { Ports } from './ports'
import { type HandlersOf, reads, writes } from './types'

/** What the disk must keep free besides the file, bytes: the books need room to be written (quality 1). */
const RESERVE = 200 * 1024 * 1024

/** 附件 (domain 10): only the user's choice or the page's own bytes get in, the page never names a path. */
export function attachmentsHandlers(ports: Ports): HandlersOf<'attachments'> {
  const { freeBytes, askWhich, askWhere, documentsFolder, whenGone } = ports

  const handedOver = chosenPictures()
  const incoming = openIncoming()
  const keep = async (path: string, maxBytes: number): Promise<Result<StoredFile>> => {
    try {
      if ((await freeBytes()) < RESERVE) return refuse('system.diskFull')
      return await ports.attachments.store({ path }, basename(path), maxBytes)
    } catch (error) {
      return systemRefusal(error)
    }
  }

  return {
    'attachments.choose': writes(async ({ maxBytes, several, handOverPictures }, { window }) => {
      const stored: StoredFile[] = []
      const refused: { name: string; refusal: Refusal }[] = []
      const chosen = await askWhich(window, { several, endings: FILE_ENDINGS })
      const tokens = new Map(handOverPictures ? await handedOver.picturesAmong(chosen) : [])
      const pictures: { token: string; name: string; after: number }[] = []
      for (const path of chosen) {
        const token = tokens.get(path)
        if (token !== undefined) {
          pictures.push({ token, name: basename(path), after: stored.length })
          continue
        }
        const kept = await keep(path, maxBytes)
        if (kept.ok) stored.push(kept.value)
        else refused.push({ name: basename(path), refusal: kept.refusal })
      }
      return accept({ stored, refused, pictures })
    }),
    'attachments.takeChosen': reads(async ({ token }) => {
      try {
        return await handedOver.take(token)
      } catch (error) {
        return systemRefusal(error)
      }
    }),
    'attachments.store': writes(async ({ name, bytes, maxBytes }) => {
      if ((await freeBytes()) < RESERVE + bytes.length) return refuse('system.diskFull')
      return ports.attachments.store({ bytes }, name, maxBytes)
    }),
    'attachments.storeDropped': writes(async ({ path, maxBytes }) =>
      isPlain(path) ? keep(path, maxBytes) : refuse('attachment.fileGone'),
    ),
    'attachments.begin': writes(async (file, { window }) => {
      if ((await freeBytes()) < RESERVE + file.size) return refuse('system.diskFull')
      const leave: { gone?: () => void } = {}
      const begun = incoming.begin(file, ports.attachments, () => leave.gone?.())
      if (begun.ok) leave.gone = whenGone(window, () => incoming.giveUp(begun.value.token))
      return begun
    }),
    'attachments.append': writes(({ token, bytes }) => incoming.append(token, bytes)),
    'attachments.finish': writes(({ token }) => incoming.finish(token)),
    'attachments.giveUp': writes(({ token }) => {
      incoming.giveUp(token)
      return accept({})
    }),
    'attachments.keepSmall': writes(async ({ sha256, bytes }) => {
      if ((await freeBytes()) < RESERVE) return accept({ kept: false })
      return accept({ kept: await ports.attachments.keepSmall(sha256, bytes) })
    }),
    'attachments.check': reads(({ sha256, thorough }) =>
      whileOpen(async () => {
        const states: FileState[] = []
        for (const one of sha256) states.push(await ports.attachments.check(one, thorough))
        return accept({ states })
      }),
    ),
    'attachments.saveCopy': writes(async ({ sha256, suggestedName }, { window }) => {
      const name = safeFileName(suggestedName)
      const path = await askWhere(window, { defaultPath: join(documentsFolder(), name) })
      return path === null ? accept({ path }) : whileOpen(() => copyTo(ports.attachments, sha256, path))
    }),
  }
}

/** As Chromium says where a file lies: whole, and with no way back in it. */
function isPlain(path: string): boolean {
  return isAbsolute(path) && normalize(path) === path && !path.includes('\0')
}

/** Refuses `vault.locked` where files are sealed and nothing here opens them. */
async function whileOpen<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof FilesLocked) return refuse('vault.locked')
    throw error
  }
}
