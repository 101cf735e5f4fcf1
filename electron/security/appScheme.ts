import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'
import { Readable } from 'node:stream'
import type { CustomScheme } from 'electron'
import { contentSecurityPolicy, FIXED_HEADERS, NONCE_PLACEHOLDER } from './csp'
import { fileResponse, type ServedFile } from './fileResponse'
import { isOwnUrl, SCHEME } from './origin'

/** What the scheme may do; to be registered before the app is ready. */
export const APP_SCHEME: CustomScheme = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
}

/** Larger files (fonts) are streamed, smaller ones answered at once. */
const STREAM_FROM = 256 * 1024
/** A font of 10 MB takes a third less in portions of this size than in Node's own. */
const PORTION = 1024 * 1024

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
}

/** What the scheme is asked: of a `Request`, as much as is read. */
interface SchemeRequest {
  url: string
  method: string
  headers?: Headers
}

/** Which kept file is asked for: `small` the small picture of it. */
export interface AskedFile {
  sha256: string
  small: boolean
}

/** Finds a kept file by the SHA-256 that is its name, with the type that its own bytes say. */
export type FindAttachment = (asked: AskedFile) => Promise<(ServedFile & { type: { mime: string } }) | null>

const ATTACHMENT_PATH = /^\/attachments\/([0-9a-f]{64})(\/small)?$/

/** What a URL of ours such as `app://desk/attachments/<sha256>` or `…/<sha256>/small` asks for; null for any other. */
export function attachmentOf(url: string): AskedFile | null {
  const [, sha256, small] = (isOwnUrl(url) && ATTACHMENT_PATH.exec(new URL(url).pathname)) || []
  return sha256 === undefined ? null : { sha256, small: small !== undefined }
}

async function attachment(find: FindAttachment, asked: AskedFile, request: SchemeRequest): Promise<Response> {
  const found = await find(asked).catch(() => null)
  // A small picture that was not drawn yet is no mistake: nothing is said about it in the page's console.
  if (!found) return plain(asked.small ? 204 : 404)
  return fileResponse(found, request, {
    ...FIXED_HEADERS,
    'Content-Type': found.type.mime,
    // Should such a file ever be opened as a page, it is one that may do nothing at all.
    'Content-Security-Policy': "default-src 'none'; sandbox",
  })
}

/** The file that a URL names inside `root`; null when it names anything else, however it is spelt. */
export function fileFor(root: string, url: string): string | null {
  if (!isOwnUrl(url)) return null
  let path: string
  try {
    path = decodeURIComponent(new URL(url).pathname)
  } catch {
    return null
  }
  if (path.includes('\0') || path.includes('\\')) return null
  const file = resolve(root, `.${path === '/' ? '/index.html' : path}`)
  return file.startsWith(root + sep) ? file : null
}

function plain(status: number): Response {
  const headers = { ...FIXED_HEADERS, 'Content-Security-Policy': contentSecurityPolicy(null) }
  return new Response(null, { status, headers })
}

async function page(file: string, newNonce: () => string): Promise<Response> {
  const html = await readFile(file, 'utf8')
  const nonce = html.includes(NONCE_PLACEHOLDER) ? newNonce() : null
  const marked = html.replaceAll(NONCE_PLACEHOLDER, nonce ?? '')
  return new Response(marked, { headers: headersFor('.html', contentSecurityPolicy(nonce)) })
}

function headersFor(ending: string, policy: string): Record<string, string> {
  return {
    ...FIXED_HEADERS,
    'Content-Type': TYPES[ending] ?? 'application/octet-stream',
    'Content-Security-Policy': policy,
  }
}

/**
 * Answers requests of our scheme from the renderer's built files in `root` (absolute), and 附件 through `find`: 404 for
 * anything else, 405 for anything but reading. Every answer carries the policy, workers get theirs from it.
 */
export function serveFrom(
  root: string,
  find: FindAttachment,
  newNonce: () => string = () => randomBytes(16).toString('base64'),
): (request: SchemeRequest) => Promise<Response> {
  return async (request) => {
    const { url, method } = request
    if (method !== 'GET' && method !== 'HEAD') return plain(405)
    const asked = attachmentOf(url)
    if (asked !== null) return attachment(find, asked, request)
    const file = fileFor(root, url)
    if (file === null) return plain(404)
    const ending = extname(file).toLowerCase()
    try {
      if (ending === '.html') return await page(file, newNonce)
      const found = await stat(file)
      if (!found.isFile()) return plain(404)
      const headers = {
        ...headersFor(ending, contentSecurityPolicy(null)),
        'Content-Length': String(found.size),
      }
      if (method === 'HEAD') return new Response(null, { headers })
      return new Response(await bodyOf(file, found.size), { headers })
    } catch {
      return plain(404)
    }
  }
}

async function bodyOf(file: string, size: number): Promise<Uint8Array | ReadableStream<Uint8Array>> {
  if (size < STREAM_FROM) return new Uint8Array(await readFile(file))
  // Node's and the web's stream types describe the same thing but do not know each other.
  return Readable.toWeb(createReadStream(file, { highWaterMark: PORTION })) as ReadableStream<Uint8Array>
}
