import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { basic } from '../../../../e2e/fixtures/couch'
import { Bench, OURS_ONLY, type Place } from '../../../../e2e/fixtures/couch/testing'
import { asked, guard, machine, replyOf, valueOf } from './testing'

let bench: Bench
let place: Place
const typed = (change: object = {}) => ({
  address: bench.url,
  database: place.name,
  user: place.user,
  password: 'pw' as string | null,
  ...change,
})

beforeAll(async () => {
  bench = await Bench.open()
  place = await bench.place()
})
afterAll(() => bench.close())

async function prepared(officeId: string): Promise<Place> {
  const made = await bench.place()
  await guard(made, officeId)
  return made
}

describe('what a machine remembers of the server', () => {
  it('nothing at first, and asks nobody', async () => {
    const { sync } = await machine()
    expect(await sync.state()).toEqual({
      server: null,
      hasPassword: false,
      paused: false,
      keyStoreIsSafe: true,
    })
    expect(await sync.request(asked(''))).toMatchObject({ ok: false, refusal: { key: 'sync.notSetUp' } })
    expect(await sync.pause(true)).toMatchObject({ ok: false, refusal: { key: 'sync.notSetUp' } })
  })

  it('server and password over a new start, the password not in the open', async () => {
    const { sync, folder } = await machine()
    valueOf(await sync.setUp(typed({ address: ` ${bench.url}/ ` })))
    expect(await readFile(join(folder, 'sync.json'), 'utf8')).not.toMatch(/"pw"|cHc=/)
    const { sync: next } = await machine({ path: join(folder, 'sync.json') })
    expect(await next.state()).toMatchObject({ server: { database: place.name }, hasPassword: true })
    expect(replyOf(await next.request(asked(''))).status).toBe(200)
    valueOf(await next.pause(true))
    expect(await next.state()).toMatchObject({ paused: true })
    valueOf(await next.forget())
    expect(await next.state()).toMatchObject({ server: null, hasPassword: false })
  })

  it('says where the key store is none, and where it no longer opens the password', async () => {
    const keyStore = { isSafe: () => false, seal: Buffer.from, open: String }
    const { sync, folder } = await machine({ keyStore })
    valueOf(await sync.setUp(typed()))
    expect(await sync.state()).toMatchObject({ keyStoreIsSafe: false, hasPassword: true })
    const path = join(folder, 'sync.json')
    await writeFile(path, (await readFile(path, 'utf8')).replace('"safe":false', '"safe":true'))
    const open = (): string => {
      throw new Error('another user')
    }
    const { sync: next } = await machine({ path, keyStore: { ...keyStore, open } })
    expect(await next.state()).toMatchObject({ server: { user: place.user }, hasPassword: false })
    expect(valueOf(await next.request(asked('')))).toMatchObject({ trouble: 'wrongPassword', status: null })
  })

  it('gives the kept password to nobody else', async () => {
    const { sync } = await machine()
    valueOf(await sync.setUp(typed()))
    const other = typed({ address: 'https://evil.example', password: null })
    const refused = { ok: false, refusal: { key: 'sync.passwordRequired', field: 'password' } }
    expect(await sync.setUp(other)).toEqual(refused)
    expect(await sync.test(other, null)).toEqual(refused)
    expect(await sync.setUp(typed({ user: 'other', password: null }))).toEqual(refused)
    expect((await sync.setUp(typed({ password: null }))).ok).toBe(true)
  })

  it('refuses on the field what nobody can use', async () => {
    const { sync } = await machine()
    const refusalOf = async (change: object) => {
      const result = await sync.setUp(typed(change))
      return result.ok ? null : result.refusal
    }
    expect(await refusalOf({ address: 'couch' })).toEqual({ key: 'sync.addressInvalid', field: 'address' })
    expect(await refusalOf({ address: 'http://c.cn' })).toEqual({
      key: 'sync.addressNotSafe',
      field: 'address',
    })
    expect(await refusalOf({ database: 'A' })).toEqual({ key: 'sync.databaseInvalid', field: 'database' })
    expect(await refusalOf({ user: ' ' })).toEqual({ key: 'sync.userRequired', field: 'user' })
    expect(await refusalOf({ user: 'a:b' })).toEqual({ key: 'sync.userRequired', field: 'user' })
    expect(await refusalOf({ password: '' })).toEqual({ key: 'sync.passwordRequired', field: 'password' })
  })
})

describe('requests', () => {
  it('bring documents there and back, large ones packed on the way', async () => {
    const { sync } = await machine()
    valueOf(await sync.setUp(typed()))
    const text = '客服'.repeat(2_000)
    const docs = [{ _id: 'complaints:1', text }]
    const pushed = replyOf(
      await sync.request(asked('_bulk_docs', { method: 'POST', body: JSON.stringify({ docs }) })),
    )
    expect(pushed.status).toBe(201)
    const found = replyOf(await sync.request(asked('complaints:1')))
    expect(JSON.parse(found.body)).toMatchObject({ text })
    expect(Math.abs(Date.parse(found.serverDate ?? '') - Date.now())).toBeLessThan(60_000)
    const sent = bench.control?.seen.find(({ url }) => url.endsWith('/_bulk_docs'))
    if (sent) expect(sent.bytes).toBeLessThan(1_000)
  })

  it('leave what a document comes to, to the page', async () => {
    const { sync } = await machine()
    valueOf(await sync.setUp(typed()))
    expect(replyOf(await sync.request(asked('complaints:none'))).status).toBe(404)
    const put = asked('complaints:2', { method: 'PUT', body: '{}' })
    expect(replyOf(await sync.request(put)).status).toBe(201)
    expect(replyOf(await sync.request(put)).status).toBe(409)
    expect(replyOf(await sync.request(asked('_changes?since=zzz'))).status).toBe(400)
    expect(replyOf(await sync.request(asked('complaints:2', { method: 'HEAD' }))).body).toBe('')
  })

  it('a document that the guard refuses is a reply too', async () => {
    const { sync } = await machine()
    const own = await prepared('office-1')
    valueOf(await sync.setUp(typed({ database: own.name, user: own.user })))
    const put = asked('complaints:2', { method: 'PUT', body: '{"wire":1}' })
    const refused = replyOf(await sync.request(put))
    expect(refused.status).toBe(403)
    expect(JSON.parse(refused.body)).toMatchObject({ reason: 'front-desk:shape' })
  })

  it('are called off by their name, a long poll at once', async () => {
    const { sync } = await machine()
    valueOf(await sync.setUp(typed()))
    const poll = sync.request(asked('_changes?feed=longpoll&since=now&timeout=60000', { id: 'poll' }))
    const other = sync.request(asked('', { id: 'other' }))
    expect(replyOf(await other).status).toBe(200)
    sync.cancel('poll')
    expect(valueOf(await poll)).toEqual({ kind: 'cancelled' })
  })

  it('are none of ours where the path is another', async () => {
    const { sync } = await machine()
    valueOf(await sync.setUp(typed()))
    for (const path of ['_security', '../_users/_all_docs', '//evil.example/'])
      expect(await sync.request(asked(path))).toMatchObject({ refusal: { key: 'ipc.badInput' } })
    const get = asked('complaints:1', { body: '{}' })
    expect(await sync.request(get)).toMatchObject({ refusal: { key: 'ipc.badInput' } })
  })
})

describe('the test of a connection tells apart (issue "Set-up")', () => {
  const tried = async (change: object, officeId: string | null = 'office-1', options = {}) => {
    const { sync, logged } = await machine(options)
    const result = valueOf(await sync.test(typed(change), officeId))
    for (const line of logged) expect(line).toMatch(/^sync\.trouble [\w. -]+$/)
    return result
  }

  it('all is well', async () => {
    const own = await prepared('office-1')
    const well = await tried({ database: own.name, user: own.user })
    expect(well).toMatchObject({ trouble: null, status: null })
    expect(well.version).toMatch(/^3\./)
    expect(Math.abs(well.aheadMs ?? 1e9)).toBeLessThan(10_000)
  })

  it('nobody there, and no network', async () => {
    const nobody = { address: 'http://127.0.0.1:1' }
    expect(await tried(nobody)).toMatchObject({ trouble: 'wrongAddress', version: '', aheadMs: null })
    const refused = async () => {
      throw Object.assign(new Error('x'), { code: 'ECONNREFUSED' })
    }
    expect((await tried({}, null, { fetch: refused })).trouble).toBe('wrongAddress')
    expect((await tried({}, null, { fetch: refused, isOnline: () => false })).trouble).toBe('noNetwork')
  })

  it('a wrong password, tried once', async () => {
    const user = await bench.account()
    const wrong = await tried({ user, password: 'no' })
    expect(wrong).toMatchObject({ trouble: 'wrongPassword', status: 401 })
    // Four more would be needed: the account is not locked by five tests' worth of requests.
    for (let at = 0; at < 3; at += 1) await tried({ user, password: 'no' })
    const right = { authorization: basic(user, 'pw') }
    expect((await fetch(`${bench.url}/_session`, { headers: right })).status).toBe(200)
  })

  it('an account that is locked, even with the right password', async () => {
    const user = await bench.account()
    for (let at = 0; at < 6; at += 1) await bench.as(user, 'no')('GET', place.db)
    expect(await tried({ user })).toMatchObject({ trouble: 'lockedOut', status: 403 })
  })

  it('no such database, no rights', async () => {
    expect(await tried({ database: 'none-of-that-name' })).toMatchObject({
      trouble: 'noDatabase',
      status: 404,
    })
    const stranger = await bench.account()
    expect(await tried({ user: stranger })).toMatchObject({ trouble: 'noRights', status: 403 })
  })

  it('a database that is not prepared, or another office’s', async () => {
    expect(await tried({})).toMatchObject({ trouble: 'notPrepared', status: 404 })
    const own = await prepared('office-2')
    const device = { _id: 'device:d1', wire: 1, office: 'office-2', dataVersion: 6, type: 'device' }
    await own.member('PUT', `${own.db}/device:d1`, { ...device, deviceId: 'd1', letter: '' })
    const theirs = { database: own.name, user: own.user }
    expect(await tried(theirs)).toMatchObject({ trouble: 'otherOffice' })
    expect(await tried(theirs, 'office-2')).toMatchObject({ trouble: null })
    expect(await tried(theirs, null)).toMatchObject({ trouble: null })
  })

  it('a clock that is off by more than ten minutes', async () => {
    const own = await prepared('office-1')
    const at = (minutes: number) => ({ clock: () => new Date(Date.now() + minutes * 60_000) })
    const theirs = { database: own.name, user: own.user }
    expect((await tried(theirs, null, at(9))).trouble).toBeNull()
    const ahead = await tried(theirs, null, at(11))
    expect(ahead.trouble).toBe('clock')
    expect(Math.round((ahead.aheadMs ?? 0) / 60_000)).toBe(11)
    expect((await tried(theirs, null, at(-11))).trouble).toBe('clock')
  })

  it.skipIf(OURS_ONLY)('a server that is busy, and a network’s sign-in page', async () => {
    const { captivePortal, proxyPage, wrongJson } = await import('../../../../e2e/fixtures/couch')
    bench.control?.fault({ trouble: captivePortal() })
    expect(await tried({})).toMatchObject({ trouble: 'notCouch', status: 200 })
    bench.control?.fault({ trouble: proxyPage(503) })
    expect(await tried({})).toMatchObject({ trouble: 'busy', status: 503 })
    bench.control?.fault({ trouble: wrongJson('{"name":"other"}') })
    expect(await tried({})).toMatchObject({ trouble: 'notCouch' })
    bench.control?.fault({ trouble: wrongJson('<xml/>') })
    expect(await tried({})).toMatchObject({ trouble: 'notCouch' })
  })
})
