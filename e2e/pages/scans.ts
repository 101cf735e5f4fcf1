import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, type Locator, type Page } from '@playwright/test'
import type { PrivateCups } from '../fixtures/cups'

const run = promisify(execFile)

/** A file as it is handed to the window. */
export interface HandedFile {
  name: string
  bytes: Buffer
}

/** The newest sheet that reached the printer, once there are `count` of them. */
export async function newestSheet(cups: PrivateCups, count: number): Promise<Buffer> {
  await expect.poll(async () => (await cups.jobs()).length).toBe(count)
  return (await cups.jobs()).at(-1)?.pdf ?? Buffer.alloc(0)
}

/** A printed page as an office's scanner gives it back: one JPEG of its first page, or of `share` of it from the top. */
export async function scanned(pdf: Buffer, dpi = 150, share = 1): Promise<Buffer> {
  return inFolder(async (folder) => {
    await writeFile(join(folder, 'sheet.pdf'), pdf)
    const height = Math.round((297 / 25.4) * dpi * share)
    const size = ['-r', String(dpi), '-H', String(height), '-f', '1', '-l', '1', '-singlefile']
    await run('pdftoppm', [...size, '-jpeg', 'sheet.pdf', 'sheet'], { cwd: folder })
    return readFile(join(folder, 'sheet.jpg'))
  })
}

/** Several PDF files as one. */
export async function united(pdfs: readonly Buffer[]): Promise<Buffer> {
  return inFolder(async (folder) => {
    const names = pdfs.map((_, at) => `${at}.pdf`)
    await Promise.all(pdfs.map((pdf, at) => writeFile(join(folder, names[at] ?? ''), pdf)))
    await run('pdfunite', [...names, 'all.pdf'], { cwd: folder })
    return readFile(join(folder, 'all.pdf'))
  })
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'front-desk-scans-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Drags files over the window and lets them go, as the mouse does. */
export async function dropOnWindow(page: Page, files: readonly HandedFile[]): Promise<void> {
  const carried = files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') }))
  const held = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer()
    for (const { name, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      transfer.items.add(new File([bytes], name))
    }
    return transfer
  }, carried)
  const target = page.locator('main')
  await target.dispatchEvent('dragover', { dataTransfer: held })
  await expect(page.getByText('松开鼠标，读入扫描件')).toBeVisible()
  await target.dispatchEvent('drop', { dataTransfer: held })
  await expect(page.getByText('松开鼠标，读入扫描件')).toBeHidden()
}

/** What was read, for a glance. */
export function glance(page: Page): Locator {
  return page.getByRole('region', { name: '读入扫描件' })
}

/** Presses Enter on 归档 of the glance, which has the keyboard. */
export async function fileSure(page: Page, count: number): Promise<void> {
  const file = glance(page).getByRole('button', { name: `归档 ${count} 张`, exact: true })
  await expect(file).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText(new RegExp(`^已归档 ${count} 张`)).first()).toBeVisible()
}
