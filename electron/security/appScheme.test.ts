import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileFor, type FindAttachment, serveFrom } from './appScheme'

let base = ''
let root = ''
const get = (path: string, method = 'GET') =>
  serveFrom(
    root,
    async () => null,
    () => 'NONCE',
  )({ url: path.includes('://') ? path : `app://desk${path}`, method })

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'scheme-'))
  root = join(base, 'renderer')
  await mkdir(join(root, 'assets'), { recursive: true })
  await writeFile(join(base, 'secret.txt'), 'secret')
  await writeFile(join(root, 'index.html'), '<meta content="__CSP_NONCE__">')
  await writeFile(join(root, 'assets/a b.js'), 'export {}')
  await writeFile(join(root, 'assets/font.ttf'), Buffer.alloc(600_000, 7))
})
afterEach(() => rm(base, { recursive: true }))

it('serves the page with its policy and a nonce of its own', async () => {
  for (const path of ['/', '/index.html', '/index.html#/complaints/1']) {
    const response = await get(path)
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('<meta content="NONCE">')
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('content-security-policy')).toContain("style-src 'self' 'nonce-NONCE'")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  }
})

it('gives files their types, large ones whole', async () => {
  const script = await get('/assets/a%20b.js')
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(script.headers.get('content-security-policy')).toContain("script-src 'self'")
  const font = await get('/assets/font.ttf')
  expect(font.headers.get('content-type')).toBe('font/ttf')
  expect(Buffer.from(await font.arrayBuffer()).equals(Buffer.alloc(600_000, 7))).toBe(true)
  const head = await get('/assets/font.ttf', 'HEAD')
  expect([head.headers.get('content-length'), await head.text()]).toEqual(['600000', ''])
})

it.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/..%5csecret.txt',
  '/..\\secret.txt',
  '/%00index.html',
  '/%zz',
  '/assets',
  '/assets/',
  '/none.js',
  'app://evil/index.html',
  'app://desk@evil/index.html',
  'file:///etc/passwd',
])('finds nothing at %j', async (path) => {
  const response = await get(path)
  expect([response.status, await response.text()]).toEqual([404, ''])
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
})

it('only reads', async () => {
  for (const method of ['POST', 'PUT', 'DELETE']) expect((await get('/', method)).status).toBe(405)
})

it('does not take a folder beside the root for the root', async () => {
  await symlink(base, `${root}-evil`)
  expect(fileFor(root, 'app://desk/..%2frenderer-evil%2fsecret.txt')).toBeNull()
})

describe('attachments', () => {
  const SHA = 'ab'.repeat(32)
  const BYTES = Buffer.from('RIFF0000WAVE0123456789')
  const ask = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
    const read = async function* (start: number, end: number) {
      // In two portions, as a kept file comes.
      const middle = (start + end + 1) >> 1
      yield BYTES.subarray(start, middle)
      yield BYTES.subarray(middle, end + 1)
    }
    const find: FindAttachment = async ({ sha256, small }) =>
      sha256 === SHA && !small ? { size: BYTES.length, read, type: { mime: 'audio/wav' } } : null
    return serveFrom(root, find)({ url: `app://desk${path}`, method, headers: new Headers(headers) })
  }

  it('are served as what they are, and may do nothing as a page', async () => {
    const answer = await ask(`/attachments/${SHA}?type=text/html`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('audio/wav')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(BYTES)
  })

  it.each([
    ['bytes=0-3', 206, 'bytes 0-3/22', 'RIFF'],
    ['bytes=12-', 206, 'bytes 12-21/22', '0123456789'],
    ['bytes=-2', 206, 'bytes 20-21/22', '89'],
    ['bytes=-99', 206, 'bytes 0-21/22', BYTES.toString()],
    ['bytes=20-999', 206, 'bytes 20-21/22', '89'],
    ['bytes=-0', 416, 'bytes */22', ''],
    ['bytes=22-', 416, 'bytes */22', ''],
    ['bytes=5-2', 200, null, BYTES.toString()],
    ['bytes=-', 200, null, BYTES.toString()],
    ['bytes=0-1,4-5', 200, null, BYTES.toString()],
    ['lines=1', 200, null, BYTES.toString()],
  ])('answer %s with %i', async (range, status, contentRange, text) => {
    const answer = await ask(`/attachments/${SHA}`, { range })
    expect([answer.status, answer.headers.get('content-range'), await answer.text()]).toEqual([
      status,
      contentRange,
      text,
    ])
    if (status !== 416) expect(answer.headers.get('content-length')).toBe(String(text.length))
  })

  it('say nothing of a small picture that was not drawn yet', async () => {
    const answer = await ask(`/attachments/${SHA}/small?2`)
    expect([answer.status, await answer.text()]).toEqual([204, ''])
    expect((await ask(`/attachments/${SHA}/large`)).status).toBe(404)
  })

  it('answer HEAD without bytes, and nothing that writes', async () => {
    const head = await ask(`/attachments/${SHA}`, {}, 'HEAD')
    expect([head.headers.get('content-length'), await head.text()]).toEqual(['22', ''])
    expect((await ask(`/attachments/${SHA}`, {}, 'PUT')).status).toBe(405)
  })

  it.each([
    '/attachments/',
    `/attachments/${SHA.toUpperCase()}`,
    `/attachments/${SHA}0`,
    `/attachments/${SHA}/`,
    `/attachments/..%2f${SHA}`,
    `/attachments/${'0'.repeat(64)}`,
    `//attachments/${SHA}`,
  ])('are not found at %j', async (path) => {
    expect((await ask(path)).status).toBe(404)
  })
})
