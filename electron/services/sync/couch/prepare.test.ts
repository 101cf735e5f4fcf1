import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Bench } from '../../../../e2e/fixtures/couch/testing'
import en from '../../../../resources/locales/en/desktop.json'
import zhCN from '../../../../resources/locales/zh-CN/desktop.json'
import { designDocs, MANGO_INDEXES } from '../../../../shared/sync/design'
import { nodeFetch } from '../fetching'
import { prepareAsAsked, wantedIn } from '../preparing'
import { asked, machine, replyOf, valueOf } from './testing'

const ADMIN = { user: 'admin', password: 'secret' }
let bench: Bench
let admin = ADMIN

beforeAll(async () => {
  bench = await Bench.open()
  const real = process.env['COUCHDB_URL']
  if (real) {
    const { username, password } = new URL(real)
    admin = { user: decodeURIComponent(username), password: decodeURIComponent(password) }
  }
})
afterAll(() => bench.close())

/** Runs the command as at a terminal; `typed` are the lines that somebody gives it. */
async function run(args: readonly string[], env: Record<string, string> = {}, typed: string[] = []) {
  const wanted = wantedIn(['electron', '.', ...args])
  if (!wanted) throw new Error('not asked')
  const [said, questions]: [string[], [string, boolean][]] = [[], []]
  const code = await prepareAsAsked(wanted, {
    texts: [zhCN.prepare, en.prepare],
    env,
    ask: async (question, secret) => {
      questions.push([question, secret])
      return typed.shift() ?? null
    },
    say: (line) => void said.push(line),
    fetch: nodeFetch,
    isOnline: () => true,
    log: { write: () => undefined, flush: async () => undefined },
    designDocs: designDocs({ officeId: wanted.officeId }),
    mangoIndexes: MANGO_INDEXES,
  })
  return { code, said, questions }
}

const asAdmin = () => ({ FRONT_DESK_ADMIN_USER: admin.user, FRONT_DESK_ADMIN_PASSWORD: admin.password })
const { steps, faults, problems, done, failed } = zhCN.prepare
const inChinese = (said: readonly string[]) => said.filter((_line, at) => at % 2 === 0)

describe('head office prepares a server with one command (issue "Set-up")', () => {
  it('which an office can use from then on, and only that office', async () => {
    const [name, user] = [bench.name(), await bench.account()]
    const args = [`--prepare-server=${bench.url}/${name}`, '--office=office-1', `--member=${user}`]
    const first = await run(args, asAdmin())
    expect(first.code).toBe(0)
    expect(inChinese(first.said)).toEqual([
      steps.databaseMade,
      steps.membersSet,
      steps.guardSet,
      steps.indexesSet,
      done,
    ])
    const { sync } = await machine()
    const server = { address: bench.url, database: name, user, password: 'pw' }
    expect(valueOf(await sync.test(server, 'office-1')).trouble).toBeNull()
    valueOf(await sync.setUp(server))
    const device = { wire: 1, dataVersion: 6, type: 'device', deviceId: 'd1', letter: '' }
    const put = (office: string) =>
      sync.request(asked('device:d1', { method: 'PUT', body: JSON.stringify({ ...device, office }) }))
    expect(replyOf(await put('office-2')).body).toContain('front-desk:office')
    expect(replyOf(await put('office-1')).status).toBe(201)
    expect((await bench.as(await bench.account(), 'pw')('GET', `/${name}`)).status).toBe(403)
    expect((await bench.as(user, 'pw')('PUT', `/${name}/_design/x`, {})).status).toBeGreaterThan(400)

    const again = await run(args, asAdmin())
    expect(again.code).toBe(0)
    expect(inChinese(again.said)).toEqual([
      steps.databaseKept,
      steps.membersKept,
      steps.guardKept,
      steps.indexesSet,
      done,
    ])
    const theirs = await run(args.with(1, '--office=office-2'), asAdmin())
    expect(theirs.code).toBe(1)
    expect(theirs.said.at(-4)).toContain(faults.otherOffice)
    const guard = await bench.admin('GET', `/${name}/_design/front-desk`)
    expect(guard.text).toContain('office-1')
    await bench.admin('DELETE', `/${name}`)
  })

  it('keeps the members that there are, and installs a newer guard', async () => {
    const { name, db, user, admin: send } = await bench.place()
    await send('PUT', `${db}/_design/front-desk`, {
      language: 'javascript',
      validate_doc_update: 'function () {}',
    })
    const { code, said } = await run(
      [`--prepare-server=${bench.url}/${name}/`, '--office=office-1', '--member=nobody-yet'],
      asAdmin(),
    )
    expect(code).toBe(0)
    expect(inChinese(said)).toEqual([
      steps.databaseKept,
      steps.membersSet,
      steps.guardSet,
      steps.indexesSet,
      steps.memberUnknown,
      done,
    ])
    const { json } = await send('GET', `${db}/_security`)
    expect(json).toMatchObject({ members: { names: [user, 'nobody-yet'] } })
  })

  it('says when nobody but admins may read yet', async () => {
    const name = bench.name()
    const { code, said } = await run(
      [`--prepare-server=${bench.url}/${name}`, '--office=office-1'],
      asAdmin(),
    )
    expect(code).toBe(0)
    expect(said).toContain(steps.noMember)
    await bench.admin('DELETE', `/${name}`)
  })

  it('asks for user and password, the password without showing it', async () => {
    const name = bench.name()
    const args = [`--prepare-server=${bench.url}/${name}`, '--office=office-1']
    const { code, questions } = await run(args, {}, [admin.user, admin.password])
    expect(code).toBe(0)
    expect(questions.map(([, secret]) => secret)).toEqual([false, true])
    expect(questions[0]?.[0]).toContain(zhCN.prepare.user)
    await bench.admin('DELETE', `/${name}`)
    const none = await run(args, {}, [])
    expect([none.code, none.said[0]]).toEqual([2, problems.account])
  })

  it('is none of an ordinary user’s business', async () => {
    const { name, db, user, admin: send } = await bench.place()
    const before = (await send('GET', `${db}/_security`)).json
    const env = { FRONT_DESK_ADMIN_USER: user, FRONT_DESK_ADMIN_PASSWORD: 'pw' }
    const { code, said } = await run([`--prepare-server=${bench.url}/${name}`, '--office=office-1'], env)
    expect(code).toBe(1)
    expect(said[0]).toContain(faults.notAdmin)
    expect(said[1]).toContain(en.prepare.faults.notAdmin)
    expect(inChinese(said).at(-1)).toBe(failed)
    expect((await send('GET', `${db}/_security`)).json).toEqual(before)
    const wrong = await run([`--prepare-server=${bench.url}/${name}`, '--office=office-1'], {
      ...env,
      FRONT_DESK_ADMIN_PASSWORD: 'no',
    })
    expect(wrong.said[0]).toContain(faults.wrongPassword)
  })

  it('says what is wrong with what it was given', async () => {
    expect(wantedIn(['electron', '.', '--demo'])).toBeNull()
    const bad = async (...args: string[]) => {
      const { code, said } = await run(args, asAdmin())
      return [code, said[0]]
    }
    expect(await bad('--prepare-server')).toEqual([2, problems.address])
    expect(await bad('--prepare-server=http://couch.example.cn/a', '--office=o')).toEqual([
      2,
      problems.address,
    ])
    expect(await bad('--prepare-server=https://a:b@c.cn/a', '--office=o')).toEqual([2, problems.address])
    expect(await bad('--prepare-server=https://c.cn/A', '--office=o')).toEqual([2, problems.address])
    expect(await bad('--prepare-server=https://c.cn/a')).toEqual([2, problems.office])
    const [code, line] = await bad('--prepare-server=http://127.0.0.1:1/a', '--office=o')
    expect([code, String(line)]).toEqual([1, expect.stringMatching(faults.wrongAddress)])
  })
})
