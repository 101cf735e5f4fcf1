/** Where things are: the project, and this project's cache of the person who runs it. */
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

/** The project folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Outside node_modules, so that a fresh install or clone does not fetch large files again. */
export function cacheFolder() {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  return join(base, 'front-desk')
}
