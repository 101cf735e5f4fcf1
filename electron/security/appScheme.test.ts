import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fileFor, serveFrom } from './appScheme'

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
