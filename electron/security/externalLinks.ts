import { accept, type Result, refuse } from '../../shared/util/result'

const MOST_LETTERS = 2000

/** Whether a link may be given to the system's browser: web pages only, nothing hidden in front of the host. */
export function isOpenable(url: string): boolean {
  if (url.length > MOST_LETTERS || !URL.canParse(url)) return false
  const { protocol, username, password, hostname } = new URL(url)
  return (
    (protocol === 'https:' || protocol === 'http:') && username === '' && password === '' && hostname !== ''
  )
}

/** The one opener of links. Refuses `link.notAllowed`, and `link.failed` when the system has no browser. */
export async function openLink(
  url: string,
  open: (url: string) => Promise<void>,
): Promise<Result<Record<string, never>>> {
  if (!isOpenable(url)) return refuse('link.notAllowed', 'url')
  try {
    await open(new URL(url).href)
    return accept({})
  } catch {
    return refuse('link.failed', 'url')
  }
}
