import type { SyncTrouble } from '../../../shared/ipc/syncChannels'

/** Chromium's names (`net::ERR_…`) and Node's codes, to what they come to for somebody who reads a sentence. */
const BY_CODE: readonly [RegExp, SyncTrouble][] = [
  [
    /^ERR_CERT_|^ERR_(BAD_)?SSL_(CLIENT_AUTH|VERSION|OBSOLETE|PINNED)|^ERR_SSL_UNRECOGNIZED_NAME/,
    'certificate',
  ],
  [
    /^CERT_|^ERR_TLS_CERT|SELF_SIGNED|^UNABLE_TO_(GET|VERIFY|DECODE)|^HOSTNAME_MISMATCH|^INVALID_CA/,
    'certificate',
  ],
  [/^ERR_(INTERNET_DISCONNECTED|NETWORK_|PROXY_|TUNNEL_|MANDATORY_PROXY|SOCKS_|PAC_)/, 'noNetwork'],
  [/^(ENETUNREACH|ENETDOWN|EAI_AGAIN|EADDRNOTAVAIL)$/, 'noNetwork'],
  [/^ERR_(NAME_|DNS_|ICANN_|CONNECTION_REFUSED|ADDRESS_|UNSAFE_PORT|INVALID_URL)/, 'wrongAddress'],
  [/^(ENOTFOUND|ECONNREFUSED|EHOSTUNREACH|EHOSTDOWN|EINVAL|ERR_INVALID_URL)$/, 'wrongAddress'],
  [
    /^ERR_(SSL_|INVALID_|UNSAFE_|TOO_MANY_REDIRECTS|RESPONSE_HEADERS|CONTENT_DECODING|HTTP2_|QUIC_)/,
    'notCouch',
  ],
  [/^(EPROTO|HPE_|UND_ERR_HEADERS_OVERFLOW|UND_ERR_INVALID|Z_|ERR_SSL)/, 'notCouch'],
]

/** Short names of an error and of what caused it: `net::ERR_…` without its prefix, Node's `code`. */
function codesOf(error: unknown): string[] {
  const codes: string[] = []
  for (let at = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth += 1) {
    const code: unknown = Reflect.get(at, 'code')
    if (typeof code === 'string') codes.push(code)
    const named = /net::(ERR_[A-Z0-9_]+)/.exec(at.message)?.[1]
    if (named) codes.push(named)
    // Some things a network refuses by a sentence without a code.
    if (/redirect/i.test(at.message)) codes.push('ERR_INVALID_REDIRECT')
    if (at.message === 'bad port') codes.push('ERR_UNSAFE_PORT')
    const inner: unknown = Reflect.get(at, 'errors')
    if (Array.isArray(inner)) codes.push(...inner.flatMap(codesOf))
  }
  return codes
}

/** What a request came to that nobody answered; a cut or silent connection is `busy`. */
export function troubleOfError(error: unknown, isOnline: boolean): SyncTrouble {
  const codes = codesOf(error)
  const found = BY_CODE.find(([pattern]) => codes.some((code) => pattern.test(code)))?.[1] ?? 'busy'
  // Without a network every name is unknown and everybody is silent.
  return !isOnline && (found === 'wrongAddress' || found === 'busy') ? 'noNetwork' : found
}

/** For the log: never an address, a user or words. */
export function codeOfError(error: unknown): string {
  return codesOf(error)[0] ?? (error instanceof Error ? error.name : 'unknown')
}

/** What CouchDB says with every refusal. */
export interface CouchError {
  error: string
  reason: string
}

/** Reads a refusal of CouchDB; null where the text is none. */
export function couchErrorOf(text: string): CouchError | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return null
    const error: unknown = Reflect.get(value, 'error')
    const reason: unknown = Reflect.get(value, 'reason')
    return typeof error === 'string' ? { error, reason: typeof reason === 'string' ? reason : '' } : null
  } catch {
    return null
  }
}

/** An answer as far as it is judged here. `text` null: it has no body by its method. */
export interface Answer {
  method: string
  status: number
  isJson: boolean
  text: string | null
}

/**
 * What an answer comes to; null where it is CouchDB's, and the engine's to judge. A 403 on a write that speaks neither
 * of rights nor of a lock is the guard's, about one document.
 */
export function troubleOfAnswer({ method, status, isJson, text }: Answer): SyncTrouble | null {
  if (status === 413) return 'tooLarge'
  if (status === 407) return 'noNetwork'
  if (status === 511) return 'notCouch'
  if (status >= 500 || status === 408 || status === 425 || status === 429) return 'busy'
  if (!isJson) return 'notCouch'
  if (status < 200 || status >= 300) return status === 304 ? null : troubleOfRefusal(method, status, text)
  return null
}

const NOT_ADMIN = /not a (server|db|database).*admin/i

function troubleOfRefusal(method: string, status: number, text: string | null): SyncTrouble | null {
  if (status >= 300 && status < 400) return 'notCouch'
  const said = text === null ? { error: '', reason: '' } : couchErrorOf(text)
  if (!said) return 'notCouch'
  if (status === 401) return NOT_ADMIN.test(said.reason) ? 'noRights' : 'wrongPassword'
  if (status === 404) return /database does not exist|no_db_file/i.test(said.reason) ? 'noDatabase' : null
  if (status !== 403) return null
  if (/locked|too many|authentication failures/i.test(said.reason)) return 'lockedOut'
  const isRead = method === 'GET' || method === 'HEAD'
  return isRead || NOT_ADMIN.test(said.reason) || /not allowed to access/i.test(said.reason)
    ? 'noRights'
    : null
}
