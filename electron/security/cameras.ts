import type { WebContents } from 'electron'

/** What is needed of a page to know it again. */
type Page = Pick<WebContents, 'id' | 'once'>

/** Pages in which 拍照 is open now. Everywhere else the camera stays shut, whatever a page asks. */
export class Cameras {
  readonly #open = new Set<number>()

  /** 拍照 was opened, or closed, in a page; a page that is loaded anew or ends has closed it. */
  use(page: Page, on: boolean): void {
    const { id } = page
    if (!on) return void this.#open.delete(id)
    this.#open.add(id)
    page.once('did-start-loading', () => this.#open.delete(id))
    page.once('destroyed', () => this.#open.delete(id))
  }

  isOpenIn(page: Pick<WebContents, 'id'> | null): boolean {
    return page !== null && this.#open.has(page.id)
  }
}

/** The one of this process: permissions ask it, the page's word changes it. */
export const cameras = new Cameras()
