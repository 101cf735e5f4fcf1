import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PNG } from 'pngjs'

const run = promisify(execFile)

async function inFolder<T>(pdf: Uint8Array, work: (folder: string, file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'form-'))
  try {
    const file = join(folder, 'form.pdf')
    await writeFile(file, pdf)
    return await work(folder, file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What was asked of a PDF before: several tests look at each. */
function remembered<T>(ask: (pdf: Uint8Array) => Promise<T>): (pdf: Uint8Array) => Promise<T> {
  const known = new WeakMap<Uint8Array, Promise<T>>()
  return (pdf) => {
    const answer = known.get(pdf) ?? ask(pdf)
    known.set(pdf, answer)
    return answer
  }
}

/** The text of each page, line by line in the order in which it was written. */
export const pageTexts = remembered((pdf: Uint8Array): Promise<string[]> => {
  return inFolder(pdf, async (_, file) => {
    const { stdout } = await run('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], {
      maxBuffer: 64 * 1024 * 1024,
    })
    // Every page ends with a form feed.
    return stdout.split('\f').slice(0, -1)
  })
})

const FURNITURE = /^作废$|（续）$|^No: .*KF-|第 \d+ 次打印$|第 \d+ 页 \/ 共 \d+ 页/

/** The text of a form without the running heads and feet that stand between its parts, and without white space. */
export async function formText(pdf: Uint8Array): Promise<string> {
  const pages = await pageTexts(pdf)
  const lines = pages.flatMap((page) => page.split('\n').map((line) => line.trim()))
  return squeezed(lines.filter((line) => !FURNITURE.test(line)).join(''))
}

/** Without white space: where a line breaks is not what a text says. */
export function squeezed(text: string): string {
  return text.replaceAll(/[\s\u00a0]/g, '')
}

/** What `pdfinfo` says, by its words: Title, CreationDate, Pages, Page size … */
export const pdfInfo = remembered((pdf: Uint8Array): Promise<Record<string, string>> => {
  return inFolder(pdf, async (_, file) => {
    const { stdout } = await run('pdfinfo', ['-isodates', file])
    const pairs = stdout.split('\n').map((line) => line.split(/:\s+(.*)/))
    return Object.fromEntries(pairs.map(([key = '', value = '']) => [key, value]))
  })
})

const HEADER = /^P5\s(\d+) (\d+)\s255\s/

/** A page as poppler draws it: bare points, so that nothing is packed only to be unpacked here. */
function fromGrey(file: Buffer): PNG {
  const [header, width, height] = HEADER.exec(file.toString('latin1', 0, 32)) ?? []
  if (header === undefined) throw new Error('pdftoppm drew no grey picture')
  const picture = new PNG({ width: Number(width), height: Number(height) })
  const points = new Uint32Array(picture.data.buffer, picture.data.byteOffset, picture.width * picture.height)
  const grey = file.subarray(header.length)
  for (let at = 0; at < points.length; at += 1) points[at] = 0xff000000 | ((grey[at] ?? 0) * 0x010101)
  return picture
}

function drawn(pdf: Uint8Array, dpi: number, cut: readonly (string | number)[] = []): Promise<PNG[]> {
  return inFolder(pdf, async (folder, file) => {
    await run('pdftoppm', ['-r', dpi, '-gray', ...cut, file, join(folder, 'page')].map(String))
    const names = (await readdir(folder)).filter((name) => name.endsWith('.pgm')).sort()
    return Promise.all(names.map(async (name) => fromGrey(await readFile(join(folder, name)))))
  })
}

/** The pages as greyscale pictures. */
export function pagePictures(pdf: Uint8Array, dpi: number): Promise<PNG[]> {
  return drawn(pdf, dpi)
}

export type Corner = 'left' | 'right'

/** The same lower corner of each page, `side` mm each way; the pages are of one size. */
export async function cornerPictures(
  pdf: Uint8Array,
  dpi: number,
  corner: Corner,
  side: number,
): Promise<PNG[]> {
  const size = /^([\d.]+) x ([\d.]+) pts/.exec((await pdfInfo(pdf))['Page size'] ?? '')?.slice(1)
  const [width = 0, height = 0] = size?.map((points) => Math.ceil((Number(points) / 72) * dpi)) ?? []
  const length = Math.round((side / 25.4) * dpi)
  const x = corner === 'left' ? 0 : width - length
  return drawn(pdf, dpi, ['-x', x, '-y', height - length, '-W', length, '-H', length])
}
