import type { Session } from 'electron'
import type { Refused } from './navigation'
import { isOwnUrl } from './origin'

/** Copying a number with one click, and storage that is not evicted: what the app asks of Chromium without a device. */
const ALLOWED = new Set(['clipboard-sanitized-write', 'persistent-storage'])

/**
 * Whether a page at `url` may have a permission. `media`: what of the machine's ears and eyes is asked for; the
 * microphone alone, for 录音, and never the camera.
 */
export function mayHave(permission: string, url: string, media: readonly string[] = []): boolean {
  if (!isOwnUrl(url)) return false
  if (permission === 'media') return media.length > 0 && media.every((one) => one === 'audio')
  return ALLOWED.has(permission)
}

/** Denies every permission, device and download but the three that the app needs. */
export function guardPermissions(session: Session, refused: Refused): void {
  session.setPermissionRequestHandler((contents, permission, callback, details) => {
    const media = 'mediaTypes' in details ? details.mediaTypes : []
    const allowed = details.isMainFrame && mayHave(permission, contents.getURL(), media)
    if (!allowed) refused('security.permission')
    callback(allowed)
  })
  // Asked often and quietly (each `navigator.permissions.query`): not worth a line in the log.
  session.setPermissionCheckHandler((_contents, permission, origin, { mediaType }) =>
    mayHave(permission, origin, mediaType ? [mediaType] : []),
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}))
  session.on('will-download', (event) => {
    event.preventDefault()
    refused('security.download')
  })
}
