import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BrowserWindow } from 'electron'
import { ORIGIN } from '../../../electron/security/origin'

/** One print of Chromium's own. */
interface Printed {
  ms: number
  bytes: number
  pages: number
}

/** What one would pick instead of a print engine: a hidden window with HTML, and Chromium's print to PDF. */
export class PrintRival {
  private window: BrowserWindow | null = null

  constructor(private readonly folder: string) {}

  /** Shows the page in the hidden window, which is opened where there is none; ms until its fonts were there. */
  async load(html: string): Promise<number> {
    await writeFile(join(this.folder, 'form.html'), html)
    const began = performance.now()
    this.window ??= new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
    await this.window.loadURL(`${ORIGIN}/form.html`)
    await this.window.webContents.executeJavaScript('document.fonts.ready.then(() => true)')
    return performance.now() - began
  }

  /** Prints the loaded page; `ms` is the print call alone. */
  async print(): Promise<Printed> {
    if (!this.window) throw new Error('nothing is loaded')
    const began = performance.now()
    const pdf = await this.window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true })
    const ms = performance.now() - began
    return { ms, bytes: pdf.length, pages: pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0 }
  }

  close(): void {
    this.window?.destroy()
    this.window = null
  }
}
