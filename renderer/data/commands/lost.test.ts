import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { LostItem, LostItemIntake } from '../../../shared/domain/lostItem/types'
import type { StoredFile } from '../../../shared/domain/register/attachment'
import { lostItemSchema, lostReportSchema, shelfCountSchema } from '../../../shared/schema'
import { endOfCivilDay, instantFromMs, msOf } from '../../../shared/util/civilTime'
import type { Result } from '../../../shared/util/result'
import type { CommandRunner, Saved } from '../core/commandRunner'
import { expireDue } from '../expireDue'
import { attachmentsOf } from '../queries/attachments'
import { countFacet } from '../queries/lists'
import { findItemsFor, findReportsFor, listShelfCounts, startShelfCount } from '../queries/lost'
import { getRecord, timelineOf } from '../queries/records'
import { lostItemOf, lostReportOf } from '../testing/lost'
import { openTestOffice, type TestOffice } from '../testing/office'
import {
  claimLostItemCommand,
  decideLostItemCommand,
  type GiveOutInput,
  publishLostItemsCommand,
  registerLostItemCommand,
  reserveLostItemsCommand,
  stateClaimCommand,
  undoLostItemCommand,
  voidLostItemCommand,
} from './lostItems'
import { registerLostReportCommand } from './lostReports'
import type { OnRecord } from './recordCommand'
import { finishCountCommand, tickCommand } from './shelfCounts'

function valueOf<T>(result: Result<Saved<T>>): T {
  if (!result.ok) throw new Error(result.refusal.key)
  return result.value.value
}

function deskOf({ db, session, runner }: TestOffice) {
  const run: CommandRunner['run'] = (spec, input, options) => runner.run(spec, input, options)
  return { db, session, runner, run }
}

const letter: StoredFile = {
  sha256: 'a'.repeat(64),
  size: 100,
  kind: 'pdf',
  mime: 'application/pdf',
  name: '委托书.pdf',
}

/** An office at the desk of a clerk; `now` is when everything happens. */
async function openDesk() {
  const office = await openTestOffice()
  await office.signInAs('clerk')
  const { runner, db } = office
  const register = async (changes: Partial<LostItemIntake> = {}) =>
    valueOf(await runner.run(registerLostItemCommand, { intake: lostItemOf(changes) })).id
  const item = async (id: string) => (await getRecord(db, 'lostItems', id)) as LostItem
  const state = async (id: string, relation: 'self' | 'family' = 'self') => {
    const { rev } = await item(id)
    const statedAt = office.clock.now
    const words = { name: '宋江', phone: '13900001111', relation, statedFeatures: '拉链头缺角', statedAt }
    valueOf(await runner.run(stateClaimCommand, { id, rev, ...words }))
  }
  const giveOut = async (id: string, change: Partial<GiveOutInput> = {}) => {
    const { rev, claims } = await item(id)
    const input: OnRecord<GiveOutInput> = {
      id,
      rev,
      claimId: claims.at(-1)?.id ?? '',
      shownAt: office.clock.now,
      outcome: 'matches',
      words: '',
      idLast4: '1234',
      claimedAt: office.clock.now,
      handledBy: '',
      authorization: [],
      reportId: null,
      ...change,
    }
    return runner.run(claimLostItemCommand, input)
  }
  return { office, register, item, state, giveOut }
}

describe('found items as they are kept (domain 6)', () => {
  it('register with the next number of SW and their pictures; what is stored can be read back', async () => {
    const { office, register, item } = await openDesk()
    const id = await register()
    const blank = valueOf(await office.runner.run(reserveLostItemsCommand, { count: 1 })).records[0]
    expect((await item(id)).number).toBe('客服-SW-2026-0001')
    expect(blank?.number).toBe('客服-SW-2026-0002')
    for (const one of [id, blank?.id ?? '']) lostItemSchema.parse(await item(one))
    expect(await countFacet(office.db, 'lostItems', 'kept')).toBe(1)
  })

  it('keeps the 委托书 with the record, and refuses without it where somebody claims for another', async () => {
    const { office, register, item, state, giveOut } = await openDesk()
    const id = await register()
    await state(id, 'family')
    const without = await giveOut(id)
    expect(without).toMatchObject({ ok: false, refusal: { key: 'lostItem.authorizationRequired' } })
    valueOf(await giveOut(id, { authorization: [letter] }))
    const given = await item(id)
    lostItemSchema.parse(given)
    expect(given).toMatchObject({ state: 'claimed' })
    expect(given.claims[0]?.authorizationIds).toEqual(given.attachmentIds)
    expect((await attachmentsOf(office.db, id)).map(({ name }) => name)).toEqual(['委托书.pdf'])
  })

  it('a refused claim keeps nothing, not even the file that came with it', async () => {
    const { office, register, giveOut } = await openDesk()
    const id = await register()
    const refused = await giveOut(id, { authorization: [letter] })
    expect(refused).toMatchObject({ ok: false, refusal: { key: 'lostItem.statementRequired' } })
    expect(await attachmentsOf(office.db, id)).toEqual([])
  })

  it('a claim that answers a lost report ends that as well, linked on both sides', async () => {
    const { office, register, item, state, giveOut } = await openDesk()
    const id = await register()
    const input = { intake: lostReportOf(), receivedBy: '' }
    const report = valueOf(await office.runner.run(registerLostReportCommand, input))
    await state(id)
    valueOf(await giveOut(id, { reportId: report.id }))
    const found = await getRecord(office.db, 'lostReports', report.id)
    lostReportSchema.parse(found)
    expect(found).toMatchObject({ state: 'found', ending: { itemId: id, itemNumber: '客服-SW-2026-0001' } })
    expect(found?.links.map(({ table }) => table)).toEqual(['lostItems'])
    expect((await item(id)).links.map((link) => link.id)).toEqual([report.id])
    // Both were written: neither is taken back alone.
    const { rev } = await item(id)
    const back = await office.runner.run(undoLostItemCommand, { id, rev })
    expect(back.ok).toBe(false)
  })

  it('takes a claim back from the chain', async () => {
    const { office, register, item, state, giveOut } = await openDesk()
    const id = await register()
    await state(id)
    const before = await item(id)
    valueOf(await giveOut(id))
    const { rev } = await item(id)
    valueOf(await office.runner.run(undoLostItemCommand, { id, rev }))
    expect(await item(id)).toMatchObject({
      state: 'stored',
      claims: before.claims,
      custodyUntil: before.custodyUntil,
    })
  })

  it('is announced with many others in one go, or none of them', async () => {
    const { office, register, item } = await openDesk()
    const ids = [await register(), await register()]
    const input = { postedAt: office.clock.now, place: '南门公告栏' }
    const missing = await office.runner.run(publishLostItemsCommand, { ...input, ids: [...ids, 'nobody'] })
    expect(missing.ok).toBe(false)
    expect((await item(ids[0] ?? '')).state).toBe('stored')
    valueOf(await office.runner.run(publishLostItemsCommand, { ...input, ids }))
    for (const id of ids)
      expect(await item(id)).toMatchObject({ state: 'noticed', notices: [{ place: '南门公告栏' }] })
    expect((await timelineOf(office.db, ids[0] ?? '')).map(({ entry }) => entry.command)).toEqual([
      'lostItem.publishMany',
      'lostItem.register',
    ])
  })

  it('becomes 逾期待处理 by itself on the day after its custody, and only those', async () => {
    const { office, register, item } = await openDesk()
    const small = await register({ estimate: { fen: 10_000, band: 'upTo100' } })
    const large = await register({ estimate: { fen: 10_001, band: 'over100' } })
    const last = endOfCivilDay('2026-06-02')
    expect((await item(small)).custodyUntil).toBe(last)
    office.clock.now = last
    expect(await expireDue(deskOf(office))).toBe(0)
    office.clock.now = instantFromMs(msOf(last) + 1)
    expect(await expireDue(deskOf(office))).toBe(1)
    expect([(await item(small)).state, (await item(large)).state]).toEqual(['expired', 'stored'])
    expect(await expireDue(deskOf(office))).toBe(0)
  })

  it('roles are enforced where it is written: 主任 decides, a supervisor voids (domain 1)', async () => {
    const { office, register, item } = await openDesk()
    const id = await register({ estimate: { fen: 0, band: 'upTo100' } })
    office.clock.now = '2026-07-01T01:00:00.000Z'
    await expireDue(deskOf(office))
    const opinion = { outcome: 'handOver', opinion: '移交', keepUntil: null, earlyReason: '' } as const
    const decide = async () => {
      const { rev } = await item(id)
      return office.runner.run(decideLostItemCommand, { id, rev, ...opinion })
    }
    for (const role of ['viewer', 'clerk', 'supervisor'] as const) {
      await office.signInAs(role)
      expect(await decide()).toMatchObject({ ok: false, refusal: { key: 'role.notAllowed' } })
    }
    await office.signInAs('clerk')
    const { rev } = await item(id)
    const voided = await office.runner.run(voidLostItemCommand, { id, rev, reason: 'x' })
    expect(voided).toMatchObject({ ok: false, refusal: { key: 'role.notAllowed' } })
    await office.signInAs('director')
    valueOf(await decide())
    expect((await item(id)).duty?.kind).toBe('carryOut')
  })
})

describe('what was lost and what was found come together (domain 6)', () => {
  it('in both directions, by category from the lists and by words from the search', async () => {
    const { office, register, item } = await openDesk()
    const wallet = await register()
    const asked: string[] = []
    const hit = { id: '', kind: 'lostItem', parentId: '' }
    const bag = await register({ category: 'bags', name: '黑色皮钱包', foundPlace: '3号楼电梯厅' })
    await register({ category: 'keys', name: '一串钥匙', features: '', foundPlace: '车库' })
    const search = {
      search: async ({ query, kinds }: { query: string; kinds?: readonly string[] }) => {
        asked.push(query)
        const ids = kinds?.[0] === 'lostItem' ? [bag] : []
        return { hits: ids.map((id) => ({ ...hit, id })), more: false, counts: {} }
      },
    } as unknown as Parameters<typeof findItemsFor>[1]
    const input = { intake: lostReportOf(), receivedBy: '' }
    const { id } = valueOf(await office.runner.run(registerLostReportCommand, input))
    const report = await getRecord(office.db, 'lostReports', id)
    const items = report ? await findItemsFor(office.db, search, report) : []
    expect(items.map(({ record }) => record.id)).toEqual([wallet, bag])
    expect(items[0]?.reasons.map(({ kind }) => kind)).toEqual(['category', 'time', 'place', 'words'])
    expect(asked).toContain('皮钱')
    const reports = await findReportsFor(office.db, search, await item(wallet))
    expect(reports.map(({ record }) => record.id)).toEqual([id])
  })
})

describe('盘点 as it is kept (domain 6)', () => {
  it('lists what is in the house, ticks off, and reports what is missing', async () => {
    const { office, register, state, giveOut } = await openDesk()
    const [one, two, three] = [await register(), await register(), await register()]
    const desk = deskOf(office)
    const { id } = valueOf(await startShelfCount(desk))
    expect(await startShelfCount(desk)).toMatchObject({ ok: false, refusal: { key: 'shelfCount.oneIsOpen' } })
    valueOf(await desk.run(tickCommand, { id, itemId: one, way: 'scan' as const }))
    // Claimed while it was counted: not missing.
    await state(three)
    valueOf(await giveOut(three))
    const wordless = await desk.run(finishCountCommand, { id, words: '' })
    expect(wordless).toMatchObject({ ok: false, refusal: { key: 'shelfCount.missingWordsRequired' } })
    valueOf(await desk.run(finishCountCommand, { id, words: '正在查找' }))
    const [count] = await listShelfCounts(office.db, 5)
    shelfCountSchema.parse(count)
    const lines = new Map(count?.lines.map((line) => [line.itemId, [line.tick?.way ?? null, line.left]]))
    expect([one, two, three].map((itemId) => lines.get(itemId))).toEqual([
      ['scan', false],
      [null, false],
      [null, true],
    ])
  })
})
