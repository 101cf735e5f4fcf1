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

/** The text of each page, line by line in the order in which it was written. */
export function pageTexts(pdf: Uint8Array): Promise<string[]> {
  return inFolder(pdf, async (_, file) => {
    const { stdout } = await run('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], {
      maxBuffer: 64 * 1024 * 1024,
    })
    // Every page ends with a form feed.
    return stdout.split('\f').slice(0, -1)
  })
}

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
export function pdfInfo(pdf: Uint8Array): Promise<Record<string, string>> {
  return inFolder(pdf, async (_, file) => {
    const { stdout } = await run('pdfinfo', ['-isodates', file])
    const pairs = stdout.split('\n').map((line) => line.split(/:\s+(.*)/))
    return Object.fromEntries(pairs.map(([key = '', value = '']) => [key, value]))
  })
}

/** The pages as greyscale pictures. */
export function pagePictures(pdf: Uint8Array, dpi: number): Promise<PNG[]> {
  return inFolder(pdf, async (folder, file) => {
    await run('pdftoppm', ['-r', String(dpi), '-gray', '-png', file, join(folder, 'page')])
    const names = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort()
    return Promise.all(names.map(async (name) => PNG.sync.read(await readFile(join(folder, name)))))
  })
}
