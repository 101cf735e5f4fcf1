import type { Session } from 'electron'
import { cameras } from './cameras'
import type { Refused } from './navigation'
import { isOwnUrl } from './origin'

/** Copying a number with one click, and storage that is not evicted: what the app asks of Chromium without a device. */
const ALLOWED = new Set(['clipboard-sanitized-write', 'persistent-storage'])

/** What of the machine's ears and eyes is asked for, and whether 拍照 is open in the page that asks. */
export interface MediaAsked {
  media?: readonly string[]
  cameraOpen?: boolean
}

/**
 * Whether a page at `url` may have a permission. The microphone alone, for 录音; the camera alone, and only while 拍照
 * is open; never both at once.
 */
export function mayHave(
  permission: string,
  url: string,
  { media = [], cameraOpen }: MediaAsked = {},
): boolean {
  if (!isOwnUrl(url)) return false
  if (permission !== 'media') return ALLOWED.has(permission)
  const [only, ...more] = media
  if (more.length > 0) return false
  return only === 'audio' || (only === 'video' && cameraOpen === true)
}

/** Denies every permission, device and download but the four that the app needs. */
export function guardPermissions(session: Session, refused: Refused): void {
  session.setPermissionRequestHandler((contents, permission, callback, details) => {
    const media = 'mediaTypes' in details ? details.mediaTypes : []
    const asked = { media, cameraOpen: cameras.isOpenIn(contents) }
    const allowed = details.isMainFrame && mayHave(permission, contents.getURL(), asked)
    if (!allowed) refused('security.permission')
    callback(allowed)
  })
  // Asked often and quietly (each `navigator.permissions.query`): not worth a line in the log.
  session.setPermissionCheckHandler((contents, permission, origin, { mediaType }) =>
    mayHave(permission, origin, {
      media: mediaType ? [mediaType] : [],
      cameraOpen: cameras.isOpenIn(contents),
    }),
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}))
  session.on('will-download', (event) => {
    event.preventDefault()
    refused('security.download')
  })
}
