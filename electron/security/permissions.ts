import type { Session } from 'electron'
import type { Refused } from './navigation'
import { isOwnUrl } from './origin'

/** Copying a number with one click, and storage that is not evicted: all that the app asks of Chromium. */
const ALLOWED = new Set(['clipboard-sanitized-write', 'persistent-storage'])

/** Whether a page at `url` may have a permission. */
export function mayHave(permission: string, url: string): boolean {
  return ALLOWED.has(permission) && isOwnUrl(url)
}

/** Denies every permission, device and download but the two that the app needs. */
export function guardPermissions(session: Session, refused: Refused): void {
  session.setPermissionRequestHandler((contents, permission, callback) => {
    const allowed = mayHave(permission, contents.getURL())
    if (!allowed) refused('security.permission')
    callback(allowed)
  })
  // Asked often and quietly (each `navigator.permissions.query`): not worth a line in the log.
  session.setPermissionCheckHandler((_contents, permission, origin) => mayHave(permission, origin))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}))
  session.on('will-download', (event) => {
    event.preventDefault()
    refused('security.download')
  })
}
