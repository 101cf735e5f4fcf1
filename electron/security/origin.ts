/** Our own scheme: `file://` would give pages rights over the whole disk. */
export const SCHEME = 'app'
export const HOST = 'desk'
export const ORIGIN = `${SCHEME}://${HOST}`
export const START_URL = `${ORIGIN}/index.html`

/** `app://desk` of a URL of ours, null of any other. Custom schemes have no `origin` in Node's URL. */
export function isOwnUrl(url: string): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : null
  return parsed?.protocol === `${SCHEME}:` && parsed.host === HOST && parsed.username === ''
}

/** Whether a URL is the app's own page (with any hash route), the only thing a window may show. */
export function isStartPage(url: string): boolean {
  const parsed = isOwnUrl(url) ? new URL(url) : null
  return parsed !== null && (parsed.pathname === '/index.html' || parsed.pathname === '/')
}
