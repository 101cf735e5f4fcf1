import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { PrintJob } from './types'
import { loadPdfToPrinter, type PdfToPrinter, windowsPrinting } from './windows'

let tempFolder = ''
beforeEach(async () => {
  tempFolder = await mkdtemp(join(tmpdir(), 'win-print-'))
})
afterEach(() => rm(tempFolder, { recursive: true }))

const job: PrintJob = {
  pdf: Buffer.from('%PDF'),
  printer: '导出为WPS PDF',
  copies: 3,
  paper: 'A5-landscape',
  tray: null,
  title: 't',
}
const desk = (print: PdfToPrinter['print']) =>
  windowsPrinting({
    listNames: async () => ['导出为WPS PDF', 'HP'],
    load: async () => ({ print, getDefaultPrinter: async () => ({ name: 'HP' }) }),
    tempFolder,
  })

it('lists what the system has', async () => {
  expect(await desk(async () => undefined).list()).toMatchObject({
    value: { printers: [{ isDefault: false }, { name: 'HP', isDefault: true }] },
  })
})

it('prints a temp file that is gone afterwards', async () => {
  const seen: unknown[] = []
  const printing = desk(async (path, options) => {
    seen.push(await readFile(path, 'utf8'), options)
  })
  expect((await printing.print(job)).ok).toBe(true)
  expect(seen).toEqual([
    '%PDF',
    { printer: job.printer, copies: 3, paperSize: 'A5', scale: 'noscale', silent: true },
  ])
  expect(await readdir(tempFolder)).toEqual([])
})

it('refuses plainly and leaves no temp file when printing fails', async () => {
  const printing = desk(async () => Promise.reject(new Error('3')))
  expect(await printing.print(job)).toMatchObject({ refusal: { key: 'printing.failed' } })
  expect(await printing.print({ ...job, printer: 'x' })).toMatchObject({
    refusal: { key: 'printing.notFound' },
  })
  expect(await readdir(tempFolder)).toEqual([])
})

it('finds the functions in the library as it is', async () => {
  const library = await loadPdfToPrinter()
  expect([typeof library.print, typeof library.getDefaultPrinter]).toEqual(['function', 'function'])
})
