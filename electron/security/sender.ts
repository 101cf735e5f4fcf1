import { isStartPage } from './origin'

/** What is looked at of a message's sender. */
export interface SenderFrame {
  url: string
  parent: unknown
}

/** Whether a message comes from the top frame of our own page. A frame that is gone is null: refused. */
export function isOwnFrame(frame: SenderFrame | null | undefined): boolean {
  return !!frame && frame.parent === null && isStartPage(frame.url)
}
