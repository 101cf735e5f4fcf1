import { randomUUID } from 'node:crypto'
import { open, readFile, stat } from 'node:fs/promises'
import { ATTACHMENT_BYTES_CEILING } from '../../../shared/domain/register/attachment'
import { fileTypeOf, SIGNATURE_BYTES } from '../../../shared/domain/register/fileType'
import { accept, type Result, refuse } from '../../../shared/util/result'

/** Pictures that the user chose and the page has not taken yet: it knows them by a word of chance, never by a path. */
export interface ChosenPictures {
  /** Those of the files that are pictures. What was chosen before and never taken is forgotten. */
  picturesAmong: (paths: readonly string[]) => Promise<[path: string, token: string][]>
  /** The bytes of one, once. Refusal: attachment.fileGone. */
  take: (token: string) => Promise<Result<{ bytes: Uint8Array<ArrayBuffer> }>>
}

export function chosenPictures(): ChosenPictures {
  const paths = new Map<string, string>()
  return {
    async picturesAmong(chosen) {
      paths.clear()
      const pictures: [path: string, token: string][] = []
      for (const path of chosen) {
        // A file that cannot be read is no picture: keeping it says what is wrong.
        if (!(await isPicture(path).catch(() => false))) continue
        const token = randomUUID()
        paths.set(token, path)
        pictures.push([path, token])
      }
      return pictures
    },
    async take(token) {
      const path = paths.get(token)
      paths.delete(token)
      if (path === undefined) return refuse('attachment.fileGone')
      return accept({ bytes: new Uint8Array(await readFile(path)) })
    },
  }
}

async function isPicture(path: string): Promise<boolean> {
  if ((await stat(path)).size > ATTACHMENT_BYTES_CEILING) return false
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(SIGNATURE_BYTES), 0, SIGNATURE_BYTES, 0)
    const type = fileTypeOf(buffer.subarray(0, bytesRead))
    return type.ok && type.value.kind === 'image'
  } finally {
    await handle.close()
  }
}
