import type { App, WebContents } from 'electron'
import { isStartPage } from './origin'

/** Tells what was refused: a code for the log. */
export type Refused = (code: string) => void

/** A navigation as Electron announces it, for any frame. */
interface Navigation {
  url: string
  isMainFrame: boolean
  preventDefault(): void
}

/** Lets a window only load its own page anew; every other navigation, in any frame, is refused. */
export function guardNavigation(event: Navigation, refused: Refused): void {
  if (event.isMainFrame && isStartPage(event.url)) return
  event.preventDefault()
  refused('security.navigation')
}

function guard(contents: WebContents, refused: Refused): void {
  contents.on('will-frame-navigate', (event) => guardNavigation(event, refused))
  contents.on('will-redirect', (event) => guardNavigation(event, refused))
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
    refused('security.webview')
  })
  contents.setWindowOpenHandler(() => {
    refused('security.windowOpen')
    return { action: 'deny' }
  })
  // Without this a page could reach out by itself, past the blocked network.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

/** Guards every web contents that the app will ever have. */
export function guardAllContents(app: App, refused: Refused): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, refused))
}
