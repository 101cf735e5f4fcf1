import { mkdir, readdir, stat } from 'node:fs/promises'

const NAME = /^(\d{4,})-([\w-]{1,64})-(\d{4}-\d{2})\.fdj$/

/** A journal file's name, taken apart: `0001-<device>-2026-11.fdj`. */
export interface FileName {
  ordinal: number
  device: string
  month: string
}

/** What the disk says of a journal file. */
export interface FileOnDisk {
  name: string
  size: number
  mtimeMs: number
}

/** Reads a file name; null when it is none of ours. */
export function parseFileName(name: string): FileName | null {
  const match = NAME.exec(name)
  if (!match) return null
  return { ordinal: Number(match[1]), device: match[2] ?? '', month: match[3] ?? '' }
}

/** Writes a file name. The ordinal gives the order, because the machine's clock may jump. */
export function fileName({ ordinal, device, month }: FileName): string {
  return `${String(ordinal).padStart(4, '0')}-${device}-${month}.fdj`
}

/** The journal's files in the order they were begun; makes the folder when it is missing. */
export async function listFiles(folder: string): Promise<FileOnDisk[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const names = (await readdir(folder))
    .map((name) => ({ name, parsed: parseFileName(name) }))
    .filter(({ parsed }) => parsed !== null)
    .sort((a, b) => (a.parsed?.ordinal ?? 0) - (b.parsed?.ordinal ?? 0))
  return Promise.all(
    names.map(async ({ name }) => {
      const { size, mtimeMs } = await stat(`${folder}/${name}`)
      return { name, size, mtimeMs }
    }),
  )
}
