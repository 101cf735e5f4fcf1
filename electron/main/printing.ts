import { BrowserWindow } from 'electron'
import { cupsPrinting } from '../services/printing/cups'
import { makeRunner } from '../services/printing/runner'
import type { Printing } from '../services/printing/types'
import { loadPdfToPrinter, windowsPrinting } from '../services/printing/windows'

async function electronPrinterNames(): Promise<string[]> {
  const [window] = BrowserWindow.getAllWindows()
  const printers = (await window?.webContents.getPrintersAsync()) ?? []
  return printers.map(({ name }) => name)
}

/** The printing of this platform. */
export function platformPrinting(tempFolder: string): Printing {
  if (process.platform !== 'win32') return cupsPrinting(makeRunner(process.env))
  return windowsPrinting({ listNames: electronPrinterNames, load: loadPdfToPrinter, tempFolder })
}
