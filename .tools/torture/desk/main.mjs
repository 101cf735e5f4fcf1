/**
 * The app's own main process with everything it does, around a page of the torture. Beside it stand a few calls by
 * which the runner asks that page.
 */
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { BrowserWindow } from 'electron'

/** Beside this file, once both are put together. */
const APP = './out/main/index.js'
await import(APP)

const LOOK_MS = 10
/** A page that dies while it is asked never answers. */
const PATIENCE_MS = 500

/**
 * @param {number} [not] A process in which the page was, and is no more.
 * @returns {Promise<import('electron').WebContents>} The page, as soon as it can be asked.
 */
async function page(not) {
  for (;;) {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (contents && !contents.isCrashed() && !contents.isLoading() && contents.getOSProcessId() !== not) {
      const asked = contents.executeJavaScript('typeof globalThis.torture').catch(() => '')
      if ((await Promise.race([asked, pause(PATIENCE_MS)])) === 'function') return contents
    }
    await pause(LOOK_MS)
  }
}

/** @type {Record<string, (input: unknown) => Promise<unknown>>} */
const calls = {
  page: async (request) => {
    const answer = await (await page()).executeJavaScript(`torture(${JSON.stringify(request)})`)
    if ('error' in answer) throw new Error(answer.error)
    return answer.value
  },
  /** The process in which the page is; after `not` has died, the next one. */
  renderer: async (not) => (await page(typeof not === 'number' ? not : undefined)).getOSProcessId(),
}

/** @param {object} message */
const send = (message) => void process.send?.(message, undefined, {}, () => undefined)

process.on('message', (/** @type {{ id: number, name: string, input: unknown }} */ { id, name, input }) => {
  Promise.resolve(calls[name]?.(input)).then(
    (value) => send({ id, value: value ?? null }),
    (error) => send({ id, error: error instanceof Error ? error.message : String(error) }),
  )
})
// A torture that was stopped leaves no desk behind.
process.on('disconnect', () => process.exit(0))
