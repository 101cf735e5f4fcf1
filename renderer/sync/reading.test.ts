import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Bench, caller, type Got, object, type Place, rows } from '../../e2e/fixtures/couch/testing'
import { basic } from '../../e2e/fixtures/couch'
import { emptyReport } from '../../shared/domain/incident/blank'
import type { IncidentSeverity } from '../../shared/domain/incident/types'
import { MANGO_INDEXES } from '../../shared/sync/design'
import { recordDocSchema } from '../../shared/sync/wire'
import { loadPinyin } from '../../shared/util/pinyin'
import { judgeCommand } from '../data/commands/complaints'
import { registerIncidentCommand, setIncidentInjuriesCommand } from '../data/commands/incidents'
import { registerLostItemCommand, voidLostItemCommand } from '../data/commands/lostItems'
import { lostItemOf } from '../data/testing/lost'
import { kept } from '../data/testing/months'
import { at, Machine } from './testing/machine'
import { amend, makeVoid, prepare, register } from './testing/office'

/** Head office's page (issue "Read-only mirror"): what it tells to ask is asked here. */
const PAGE = readFileSync(join(import.meta.dirname, '../../docs/reading.md'), 'utf8')
const WORDS = '左臂骨折'

interface Example {
  /** `real`, `admin`, or nothing. */
  mark: string
  method: string
  path: string
  body: string
}

/** The requests of the page, in the page's order. */
const EXAMPLES = [...PAGE.matchAll(/^```http ?(\w*)\n(\w+) (\S+)\n([^`]*)```$/gm)].map(
  ([, mark = '', method = '', path = '', body = '']): Example => ({ mark, method, path, body }),
)

let bench: Bench
let place: Place
let machine: Machine

beforeAll(async () => {
  bench = await Bench.open()
  await loadPinyin()
  place = await bench.place()
  machine = await new Machine('a', at(bench.url, place)).setUp()
  await prepare(place, machine)
  for (const index of MANGO_INDEXES)
    await place.admin('POST', `${place.db}/_index`, JSON.parse(JSON.stringify(index)))
  machine.now = '2026-03-20T01:00:00.000Z'
  await complaints()
  await incident('2026-03-10T01:00:00.000Z', 'major')
  await incident('2026-03-11T01:00:00.000Z', 'minor')
  // Of the first of April at the estate.
  await incident('2026-03-31T16:00:00.000Z', 'major')
  await lostItems()
  await machine.exchange()
}, 60_000)
afterAll(() => bench.close())

async function complaints(): Promise<void> {
  await register(machine, '水管漏水')
  const judged = await register(machine, '电梯停运')
  await makeVoid(machine, await register(machine, '登记错了'))
  const rev = (await machine.db.of('complaints').get(judged))?.rev ?? 0
  const judgement = { nature: 'valid', severity: 'minor', cause: 'facilities' } as const
  kept(await machine.runner.run(judgeCommand, { id: judged, rev, ...judgement }))
}

async function incident(occurredAt: string, severity: IncidentSeverity): Promise<void> {
  if (occurredAt > machine.now) machine.now = occurredAt
  await machine.as('supervisor')
  const report = { ...emptyReport(occurredAt), kind: 'waterLeak' as const, place: '3号楼', severity }
  const saved = kept(
    await machine.runner.run(registerIncidentCommand, { report, reportedBy: '', parties: [] }),
  )
  const injuries = [{ id: 'j1', who: '', condition: WORDS, treatment: '' }]
  kept(await machine.runner.run(setIncidentInjuriesCommand, { id: saved.id, rev: saved.rev, injuries }))
}

async function lostItems(): Promise<void> {
  await machine.as('supervisor')
  const intake = lostItemOf()
  kept(await machine.runner.run(registerLostItemCommand, { intake }))
  const { id, rev } = kept(await machine.runner.run(registerLostItemCommand, { intake }))
  kept(await machine.runner.run(voidLostItemCommand, { id, rev, reason: '登记两次' }))
}

/** The page's request of which the text holds a word, to this test's database. */
async function ask(word: string, send = place.member, since = '0'): Promise<Got> {
  const [example, ...more] = EXAMPLES.filter(({ path, body }) => `${path} ${body}`.includes(word))
  if (!example || more.length > 0) throw new Error(`${more.length + (example ? 1 : 0)} examples of ${word}`)
  const path = example.path.replace('/office-a', place.db).replace('<last_seq>', encodeURIComponent(since))
  const body = example.body === '' ? undefined : JSON.parse(example.body)
  return send(example.method, path, body)
}

/** Documents that a query found, by its index. */
async function found(word: string): Promise<unknown[]> {
  const answer = object(await ask(word))
  expect(answer.warning).toBeUndefined()
  return rows(answer.docs).map(({ row }) => row)
}

const counted = (got: Got) => rows(object(got).rows).map(({ key, value }) => [key, value])

describe('docs/reading.md, as head office would follow it', () => {
  it('gives its examples in one way, and nothing else that looks like one', () => {
    expect(EXAMPLES).toHaveLength(9)
    expect(PAGE.match(/^```http/gm)).toHaveLength(EXAMPLES.length)
  })

  it('shows a document with the parts that one has, and what is sealed cannot be read', async () => {
    const shown = JSON.parse(/^```json\n([^`]*)```$/m.exec(PAGE)?.[1] ?? '') as Record<string, unknown>
    const all = object(await place.member('GET', `${place.db}/_all_docs?include_docs=true`))
    const docs = rows(all.rows).map(({ doc }) => recordDocSchema.safeParse(doc).data)
    const incidents = docs.flatMap((doc) => (doc?.table === 'incidents' ? [doc] : []))
    expect(incidents).toHaveLength(3)
    for (const doc of incidents) {
      expect(Object.keys(doc).toSorted()).toEqual(Object.keys(shown).toSorted())
      expect(doc.row).toMatchObject({ sealed: expect.any(String) })
      expect(doc.row).not.toHaveProperty('injuries')
    }
    expect(JSON.stringify(all)).not.toContain(WORDS)
  })

  it('finds open complaints', async () => {
    expect(await found('"complaints",\n    "row.state"')).toMatchObject([
      { number: '客服-TS-2026-0001', state: 'accepted', intake: { content: '水管漏水' } },
      { number: '客服-TS-2026-0002', state: 'judged' },
    ])
  })

  it('finds the major incidents of a month at the estate', async () => {
    expect(await found('"row.report.severity": "major"')).toEqual([
      {
        number: '客服-SG-2026-0001',
        report: { kind: 'waterLeak', severity: 'major', occurredAt: '2026-03-10T01:00:00.000Z' },
      },
    ])
  })

  it('finds lost items that are kept', async () => {
    expect(await found('"noticed"')).toMatchObject([{ number: '客服-SW-2026-0001', state: 'stored' }])
  })

  it('counts by cause, by month, by state', async () => {
    expect(counted(await ask('complaints_by_cause'))).toEqual([[['facilities', '2026-03'], 1]])
    expect(counted(await ask('by_register_month'))).toEqual([
      [['complaints', '2026-03'], 3],
      [['incidents', '2026-03'], 2],
      [['lostItems', '2026-03'], 2],
    ])
    expect(counted(await ask('by_table_state'))).toContainEqual([['complaints', 'void'], 1])
  })

  it('tells what changed since it was asked last', async () => {
    const first = object(await ask('_changes'))
    expect(rows(first.results)).toHaveLength(3)
    const [id = ''] = (await machine.db.of('complaints').toCollection().primaryKeys()) as string[]
    await amend(machine, id, { remedy: '今天修好' })
    await machine.exchange()
    const changed = rows(object(await ask('_changes', place.member, String(first.last_seq))).results)
    expect(changed).toMatchObject([{ doc: { row: { id, intake: { remedy: '今天修好' } } } }])
  })
})

describe('somebody who only reads', () => {
  it('may write as any member may, until head office forbids it to a role', async () => {
    const name = await bench.account(['reader'])
    const security = { admins: { roles: ['_admin'] }, members: { names: [place.user, name] } }
    await place.admin('PUT', `${place.db}/_security`, security)
    const reader = bench.as(name, 'pw')
    const [{ id = '' } = {}] = rows(object(await ask('_changes', reader)).results)
    const forged = async (content: string) => {
      const { row, ...doc } = recordDocSchema.parse(
        (await place.admin('GET', `${place.db}/${String(id)}`)).json,
      )
      const changed = { ...doc, row: { ...row, intake: { ...Object(row['intake']), content } } }
      return (await reader('PUT', `${place.db}/${String(id)}`, JSON.parse(JSON.stringify(changed)))).status
    }
    // The guard refuses only what has another shape.
    expect((await reader('PUT', `${place.db}/note`, { text: 'x' })).status).toBe(403)
    expect(await forged('改过')).toBe(201)
    expect((await ask('readers do not write', place.admin)).status).toBe(201)
    expect(await forged('再改')).toBe(403)
    expect((await reader('PUT', `${place.db}/_local/any`, {})).status).toBe(201)
    expect((await ask('complaints_by_cause', reader)).status).toBe(200)
    // The desk is not hindered, and takes nothing that others wrote.
    const before = await machine.books()
    await machine.exchange()
    expect(await machine.books()).toEqual(before)
    expect(machine.unreadable).not.toEqual([])
    await register(machine, '楼道灯不亮')
    await machine.exchange()
    expect(await machine.db.of('outbox').where('id').startsWith('complaints|').toArray()).toEqual([])
  })

  it.runIf(process.env['COUCHDB_URL'])('may have a copy, as the page makes it', async () => {
    const copy = bench.name()
    const { password, username } = new URL(process.env['COUCHDB_URL'] ?? '')
    const example = EXAMPLES.find(({ mark }) => mark === 'real')
    const text = (example?.body ?? '')
      .replaceAll('http://127.0.0.1:5984', bench.url)
      .replace('/office-a', place.db)
      .replace('/copy-of-a', `/${copy}`)
      .replaceAll('"admin"', JSON.stringify(decodeURIComponent(username)))
      .replaceAll('"…"', JSON.stringify(decodeURIComponent(password)))
    const admin = caller(bench.url, { authorization: basic(username, password) })
    expect(object(await admin('POST', '/_replicate', JSON.parse(text)))).toMatchObject({ ok: true })
    const view = '_design/front-desk-views/_view/by_register_month?group=true'
    const [here, there] = await Promise.all([place.db, `/${copy}`].map((db) => admin('GET', `${db}/${view}`)))
    expect(there && counted(there)).toEqual(here && counted(here))
    await admin('DELETE', `/${copy}`)
  })
})
