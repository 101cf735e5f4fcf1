import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { createRequire } from 'node:module'
import type { AddressInfo, Server } from 'node:net'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { proxyPage, selfSigned } from '../fixtures/couch'
import { expect, test } from '../fixtures/machines'

/*
 * The way to head office's server in the real Electron: its network, its certificates, its key store's answer. What the
 * engine makes of it is other tests' business.
 */

const PROJECT = resolve(import.meta.dirname, '../..')
const DATABASE = 'office-a'
const MEMBER = { user: 'desk', password: 'pw 密码' }

interface Answer {
  ok: boolean
  value?: unknown
  refusal?: { key: string }
}
interface Bridge {
  invoke(name: string, input: unknown): Promise<Answer>
}

function ask(page: Page, name: string, input: object): Promise<Answer> {
  const call: [string, object] = [name, input]
  return page.evaluate(
    ([channel, value]) => (window as unknown as { desk: Bridge }).desk.invoke(channel, value),
    call,
  )
}

const request = (page: Page, path: string, change: object = {}) =>
  ask(page, 'sync.request', { id: 'one', method: 'GET', path, body: null, timeoutMs: 20_000, ...change })

// Whatever was cut, called off or left unread: main knew about it.
test.afterEach(async ({ desk }) => {
  const log = await readFile(desk.profile('logs', 'desk.log'), 'utf8').catch(() => '')
  expect(log).not.toMatch(/main\.(uncaught|unhandled)/)
})

interface Run {
  code: number | null
  said: string
}

/** Runs the app as head office's command; `typed` goes to its input. */
function prepare(args: string[], env: Record<string, string>, typed = ''): Promise<Run> {
  const electron = createRequire(import.meta.url)('electron') as string
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(electron, [PROJECT, '--disable-gpu', ...sandbox, ...args], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  child.stdin.end(typed)
  let said = ''
  child.stdout.on('data', (text: Buffer) => {
    said += text.toString('utf8')
  })
  return new Promise((done) => child.once('exit', (code) => done({ code, said })))
}

/** A server of the test's own, and its address. */
async function listening(server: Server, scheme = 'http'): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  servers.push(server)
  return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`
}
const servers: Server[] = []
test.afterEach(() => servers.splice(0).forEach((server) => server.close()))

const server = (address: string) => ({ address, database: DATABASE, ...MEMBER })

test('总公司 prepares the server with one command, and the desk finds it in order', async ({
  desk,
  couch,
}) => {
  const args = [`--prepare-server=${couch.url}/${DATABASE}`, '--office=office-1', `--member=${MEMBER.user}`]
  const env = { FRONT_DESK_ADMIN_USER: 'admin', FRONT_DESK_ADMIN_PASSWORD: 'secret' }
  const first = await prepare(args, env)
  expect(first.said).toContain('服务器上还没有这个用户')
  expect(first.said).toContain('完成')
  expect(first.said).toContain('Done')
  expect(first.code).toBe(0)
  await fetch(`${couch.url}/_users/org.couchdb.user:desk`, {
    method: 'PUT',
    headers: { ...couch.adminHeaders, 'content-type': 'application/json' },
    body: JSON.stringify({ name: MEMBER.user, password: MEMBER.password, roles: [], type: 'user' }),
  })
  const again = await prepare(args, {}, 'admin\nsecret\n')
  expect([again.code, again.said]).toEqual([0, expect.stringContaining('数据库已经有了')])
  const ordinary = await prepare(args, {}, `${MEMBER.user}\n${MEMBER.password}\n`)
  expect([ordinary.code, ordinary.said]).toEqual([1, expect.stringContaining('不是服务器管理员')])

  const page = await desk.start()
  const well = await ask(page, 'sync.test', { ...server(couch.url), officeId: 'office-1' })
  expect(well).toMatchObject({ ok: true, value: { trouble: null, version: expect.stringMatching(/^3/) } })
})

test('requests go there by the system’s network, and what goes wrong has its name', async ({
  desk,
  couch,
}) => {
  couch.control.office(DATABASE, MEMBER)
  const page = await desk.start()
  expect(await ask(page, 'sync.setUp', server(couch.url))).toMatchObject({ ok: true })
  const docs = Array.from({ length: 300 }, (_, at) => ({
    _id: `complaints:${at}`,
    text: '客服'.repeat(2_000),
  }))
  const pushed = await request(page, '_bulk_docs', { method: 'POST', body: JSON.stringify({ docs }) })
  expect(pushed).toMatchObject({ value: { kind: 'reply', reply: { status: 201 } } })
  expect(couch.control.seen.find(({ url }) => url.endsWith('_bulk_docs'))?.bytes).toBeLessThan(200_000)
  const pulled = await request(page, '_all_docs?include_docs=true')
  const { body } = (pulled.value as { reply: { body: string } }).reply
  expect((JSON.parse(body) as { rows: unknown[] }).rows).toHaveLength(300)
  expect(await request(page, 'complaints:none')).toMatchObject({ value: { reply: { status: 404 } } })
  expect(await request(page, 'complaints:1', { method: 'HEAD' })).toMatchObject({
    value: { reply: { body: '' } },
  })

  const poll = request(page, '_changes?feed=longpoll&since=now&timeout=60000', {
    id: 'poll',
    timeoutMs: 90_000,
  })
  await expect.poll(() => couch.control.seen.some(({ url }) => url.includes('longpoll'))).toBe(true)
  await ask(page, 'sync.cancel', { id: 'poll' })
  expect(await poll).toEqual({ ok: true, value: { kind: 'cancelled' } })

  const troubles: unknown[] = []
  const note = async () => {
    const { value } = await request(page, '')
    troubles.push((value as { trouble?: string }).trouble)
  }
  for (const trouble of [{ kind: 'refused' }, { kind: 'answerLost' }, proxyPage(502)] as const) {
    couch.control.fault({ trouble, times: 3 })
    await note()
    couch.control.calm()
  }
  couch.control.hold()
  const slow = await request(page, '', { timeoutMs: 300 })
  expect(slow).toMatchObject({ value: { trouble: 'busy' } })
  expect(troubles).toEqual(['busy', 'busy', 'busy'])
  await couch.control.unplug()
  await note()
  expect(troubles.at(-1)).toBe('wrongAddress')
})

test('it goes nowhere else, and trusts no certificate that the system does not know', async ({ desk }) => {
  const heard: string[] = []
  const listen: RequestListener = ({ headers }, response) => {
    heard.push(`${headers.authorization} ${headers.cookie}`)
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  }
  const elsewhere = await listening(createServer(listen))
  const sending = await listening(
    createServer((_request, response) => {
      const headers = {
        location: `${elsewhere}/`,
        'set-cookie': 'AuthSession=a; Path=/',
        'content-type': 'application/json',
      }
      response.writeHead(307, headers).end('{}')
    }),
  )
  const page = await desk.start()
  const tried = async (address: string) => {
    const { value } = await ask(page, 'sync.test', { ...server(address), officeId: null })
    return (value as { trouble: string }).trouble
  }
  expect(await tried(sending)).toBe('notCouch')
  expect(heard).toEqual([])
  for (const identity of [selfSigned(), selfSigned({ expired: true })])
    expect(await tried(await listening(createSecureServer(identity, listen), 'https'))).toBe('certificate')
  expect(heard).toEqual([])
  expect(await tried(elsewhere.replace('http', 'https'))).toBe('notCouch')
  expect(await tried('https://no-such-name.invalid')).toMatch(/^(wrongAddress|noNetwork)$/)
  expect(await tried('http://127.0.0.1:1')).toBe('wrongAddress')
  const cookies = await listening(
    createServer((incoming, response) => {
      heard.push(String(incoming.headers.cookie))
      response
        .writeHead(200, { 'content-type': 'application/json', 'set-cookie': 'AuthSession=a; Path=/' })
        .end('{"couchdb":"Welcome","version":"3.0.0"}')
    }),
  )
  await tried(cookies)
  expect(heard.length).toBeGreaterThan(1)
  expect(new Set(heard)).toEqual(new Set(['undefined']))
})

test('附件 go there sealed, portion by portion, and come back', async ({ desk, couch }) => {
  couch.control.office(DATABASE, MEMBER)
  const page = await desk.start()
  await ask(page, 'vault.create', {})
  await ask(page, 'sync.setUp', server(couch.url))
  const seed = randomBytes(1024).toString('base64')
  const stored = await page.evaluate(async (text) => {
    const { desk: bridge } = window as unknown as { desk: Bridge }
    const bytes = new TextEncoder().encode(`%PDF-1.4\n${text.repeat(2_500)}`)
    const order = { name: '来信.pdf', size: bytes.length, maxBytes: 20_000_000 }
    const begun = await bridge.invoke('attachments.begin', order)
    const { token } = begun.value as { token: string }
    for (let at = 0; at < bytes.length; at += 1_000_000)
      await bridge.invoke('attachments.append', { token, bytes: bytes.slice(at, at + 1_000_000) })
    return bridge.invoke('attachments.finish', { token })
  }, seed)
  const { sha256 } = stored.value as { sha256: string }
  const sent = await ask(page, 'sync.sendFile', { id: 's', sha256, officeId: 'office-1' })
  expect(sent).toMatchObject({ ok: true, value: { kind: 'reply', reply: { status: 201 } } })
  const again = await ask(page, 'sync.sendFile', { id: 's', sha256, officeId: 'office-1' })
  expect(again).toMatchObject({ ok: true, value: { kind: 'reply', reply: { status: 200 } } })

  const path = desk.ledger('attachments', sha256.slice(0, 2), sha256)
  const before = await readFile(path)
  expect(before.subarray(0, 21).toString()).toBe('age-encryption.org/v1')
  await rm(path)
  couch.control.fault({
    trouble: { kind: 'cut', afterBytes: 1_000_000 },
    when: ({ url }) => url.endsWith('/content'),
  })
  expect(await ask(page, 'sync.fetchFile', { id: 'f', sha256 })).toEqual({
    ok: true,
    value: { got: 'fetched', outcome: null },
  })
  expect((await readFile(path)).equals(before)).toBe(true)
  const none = await ask(page, 'sync.fetchFile', { id: 'f', sha256: 'ab'.repeat(32) })
  expect(none).toEqual({ ok: true, value: { got: 'missing', outcome: null } })
})
