import type { Session } from 'electron'
import type { Refused } from './navigation'
import { isOwnUrl } from './origin'

/** Whether the renderer may load a URL: our own files and what it made itself. */
export function isLocal(url: string, allowDevTools: boolean): boolean {
  if (isOwnUrl(url) || url.startsWith('data:')) return true
  // A blob's URL carries the origin that made it.
  if (url.startsWith('blob:')) return isOwnUrl(url.slice('blob:'.length))
  return allowDevTools && url.startsWith('devtools:')
}

/** The renderer has no network at all: everything but our own scheme is cancelled, whatever asked for it. */
export function closeNetwork(session: Session, allowDevTools: boolean, refused: Refused): void {
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    const cancel = !isLocal(url, allowDevTools)
    if (cancel) refused('security.network')
    callback({ cancel })
  })
}

/** Nobody listens here, and on most systems only root could. */
const NOWHERE = 'http://127.0.0.1:9'

/**
 * Sends what passes the session's requests by to a proxy that does not exist: WebRTC reaches a TURN server by TCP
 * past both the page's policy and `closeNetwork`. Loopback is no exception.
 */
export function closeRelays(session: Session): Promise<void> {
  return session.setProxy({ proxyRules: NOWHERE, proxyBypassRules: '<-loopback>' })
}
