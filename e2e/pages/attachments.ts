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
