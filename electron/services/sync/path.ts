import type { Place } from './address'

type Methods = readonly string[]
const READ: Methods = ['GET', 'HEAD']
const ASK: Methods = ['GET', 'POST']
const ANY: Methods = ['GET', 'HEAD', 'PUT', 'DELETE']

/** A name in a path: no slash, nothing that a URL would fold, no percent sign but as an escape of something else. */
const NAME = '[A-Za-z0-9](?:[A-Za-z0-9._~:!$*()+,;=@-]|%(?!2[eEfF]|5[cC]|00)[0-9A-Fa-f]{2})*'
const QUERY = String.raw`(?:\?[A-Za-z0-9._~:!$'*()+,;=@/&%-]*)?`
const shape = (text: string): RegExp => new RegExp(`^${text}$`)

/** All that replication asks a database for; whatever is not here is no request of ours. */
const SHAPES: readonly [RegExp, Methods][] = [
  [shape(''), READ],
  [shape(`_changes${QUERY}`), ASK],
  [shape('_bulk_docs'), ['POST']],
  [shape(`_bulk_get${QUERY}`), ['POST']],
  [shape(`_all_docs${QUERY}`), ASK],
  [shape(`_local/${NAME}${QUERY}`), ANY],
  [shape('_design/front-desk'), READ],
  [shape(`${NAME}${QUERY}`), ANY],
]

/** The address of a request, or null where the request is none of replication's. Never leaves the database's place. */
export function urlOf(place: Place, method: string, path: string): string | null {
  if (path === '/') return method === 'GET' ? `${place.server}/` : null
  if (path === '_session') return method === 'GET' ? `${place.server}/_session` : null
  const fits = SHAPES.some(([text, methods]) => text.test(path) && methods.includes(method))
  if (!fits) return null
  const url = path === '' ? place.database : `${place.database}/${path}`
  // What the parser would fold or escape in another way is not what was checked here.
  return new URL(url).href === url.replaceAll("'", '%27') ? url : null
}
