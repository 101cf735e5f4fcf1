import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { accept, refuse } from '../../../shared/util/result'
import { errorCode } from '../systemRefusal'
import type { Printing, PrintJob } from './types'

/** What is used of `pdf-to-printer`, so that tests can stand in for it. */
export interface PdfToPrinter {
  getDefaultPrinter(): Promise<{ name: string } | null>
  print(
    pdf: string,
    options: {
      printer: string
      copies: number
      /** Left out: the printer's own, as label printers are set up. */
      paperSize?: string
      bin?: string
      scale: 'noscale'
      silent: true
    },
  ): Promise<void>
}

/** What Windows printing needs from outside. `listNames`: Electron's own list, which is safe for Chinese names. */
export interface WindowsOptions {
  listNames: () => Promise<string[]>
  load: () => Promise<PdfToPrinter>
  tempFolder: string
}

/** Loads the library when something is printed on Windows; elsewhere it is not even installed with the app. */
export async function loadPdfToPrinter(): Promise<PdfToPrinter> {
  const module: PdfToPrinter & { default?: PdfToPrinter } = await import('pdf-to-printer')
  return module.default ?? module
}

/** Printing through the SumatraPDF that `pdf-to-printer` brings. The temp file is removed in any case. */
export function windowsPrinting({ listNames, load, tempFolder }: WindowsOptions): Printing {
  const send = async (job: PrintJob): Promise<void> => {
    const folder = await mkdtemp(join(tempFolder, 'desk-print-'))
    try {
      const path = join(folder, 'form.pdf')
      await writeFile(path, job.pdf, { mode: 0o600 })
      const { printer, copies, tray } = job
      const size = job.paper === 'label' ? {} : { paperSize: job.paper.startsWith('A5') ? 'A5' : 'A4' }
      const bin = tray === null ? {} : { bin: tray }
      const library = await load()
      await library.print(path, { printer, copies, ...size, ...bin, scale: 'noscale', silent: true })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  return {
    async list() {
      const [names, standard] = await Promise.all([
        listNames(),
        load()
          .then((library) => library.getDefaultPrinter())
          .catch(() => null),
      ])
      const printers = names.map((name) => ({ name, isDefault: name === standard?.name, problem: null }))
      return accept({ printers })
    },
    async print(job) {
      const names = await listNames()
      if (names.length === 0) return refuse('printing.noPrinter', undefined, { cause: 'none' })
      if (!names.includes(job.printer))
        return refuse('printing.notFound', undefined, { printer: job.printer })
      try {
        await send(job)
        return accept({ job: job.printer })
      } catch (error) {
        return refuse('printing.failed', undefined, { printer: job.printer, cause: errorCode(error) })
      }
    },
  }
}
