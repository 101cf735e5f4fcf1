const MOST_LETTERS = 2000

/** How the opening of a link ended. */
export type Opening = 'opened' | 'notAllowed' | 'failed'

/** Whether a link may be given to the system's browser: web pages only, no user name hidden in front of the host. */
export function isOpenable(url: string): boolean {
  if (url.length > MOST_LETTERS || !URL.canParse(url)) return false
  const { protocol, username, password } = new URL(url)
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === ''
}

/** The one opener of links. `open` is the system's. */
export async function openLink(url: string, open: (url: string) => Promise<void>): Promise<Opening> {
  if (!isOpenable(url)) return 'notAllowed'
  try {
    await open(new URL(url).href)
    return 'opened'
  } catch {
    return 'failed'
  }
}
