import { expect, type Locator, type Page } from '@playwright/test'

/** The part 附件 of a record or of an intake. */
export function attachments(page: Page): Locator {
  return page.getByRole('region', { name: '附件', exact: true })
}

/** The line of one attachment: a button with everything that is said of it. */
export function lineOf(page: Page, name: string): Locator {
  return attachments(page).getByRole('button', { name: new RegExp(`^${name}`) })
}

/** Hands a file to the page as the mouse or the clipboard does. */
export async function hand(
  page: Page,
  way: 'drop' | 'paste',
  file: { name: string; type: string; bytes: Buffer },
): Promise<void> {
  await page.evaluate(
    ({ event, name, type, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const carried = new DataTransfer()
      carried.items.add(new File([bytes], name, { type }))
      const panel = document.querySelector('section[aria-label=附件]')
      const target = (event === 'drop' ? panel : document.querySelector('main')) ?? document.body
      const options = { bubbles: true, cancelable: true }
      target.dispatchEvent(
        event === 'drop'
          ? new DragEvent('drop', { ...options, dataTransfer: carried })
          : new ClipboardEvent('paste', { ...options, clipboardData: carried }),
      )
    },
    { event: way, name: file.name, type: file.type, base64: file.bytes.toString('base64') },
  )
}

/** Drops files of the disk onto the part: Chromium knows where they lie, as of those of the file manager. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  await page.evaluate(() => {
    const input = Object.assign(document.createElement('input'), {
      type: 'file',
      multiple: true,
      id: 'dropped',
    })
    input.hidden = true
    document.body.append(input)
  })
  const input = page.locator('#dropped')
  await input.setInputFiles([...paths])
  await input.evaluate((element: HTMLInputElement) => {
    const dataTransfer = new DataTransfer()
    for (const file of element.files ?? []) dataTransfer.items.add(file)
    element.remove()
    const options = { bubbles: true, cancelable: true, dataTransfer }
    document.querySelector('section[aria-label=附件]')?.dispatchEvent(new DragEvent('drop', options))
  })
}

/** Hands over a file that a script of the page made: so long, a PDF by its beginning. Answers its SHA-256. */
export function handMade(page: Page, name: string, bytes: number): Promise<string> {
  return page.evaluate(
    async ([called, size]) => {
      const content = new Uint8Array(size)
      for (let at = 0; at < size; at += 4096) content[at] = at >> 12
      content.set(new TextEncoder().encode('%PDF-1.4'))
      const carried = new DataTransfer()
      carried.items.add(new File([content], called, { type: 'application/pdf' }))
      const options = { bubbles: true, cancelable: true, dataTransfer: carried }
      document.querySelector('section[aria-label=附件]')?.dispatchEvent(new DragEvent('drop', options))
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content))
      return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
    },
    [name, bytes] as const,
  )
}

/** Opens an attachment large; answers the dialog. */
export async function openPreview(page: Page, name: string): Promise<Locator> {
  await lineOf(page, name).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: new RegExp(`^${name}`) })
  await expect(dialog).toBeVisible()
  return dialog
}

/** The window is left and come back to: what lies on disk is looked at anew. */
export async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
}
