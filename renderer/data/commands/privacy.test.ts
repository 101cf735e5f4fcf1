import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Dispute } from '../../../shared/domain/dispute/types'
import { disputeSchema } from '../../../shared/schema/dispute'
import { redacting } from '../../../shared/schema/redaction'
import { verifyChain, verifyEntry } from '../../../shared/domain/audit/chain'
import { accept } from '../../../shared/util/result'
import { addCivilYears } from '../../../shared/util/civilTime'
import type { CommandSpec } from '../core/commandRunner'
import { DeskDatabase } from '../core/database'
import { withoutListKeys } from '../core/rowTraits'
import { applyErasures } from '../privacy/applyErasures'
import { clearingOrder } from '../privacy/clearing'
import { disputeOf } from '../replica/disputeOf'
import { timelineOf } from '../queries/records'
import { verifyMonth } from '../queries/verifyMonth'
import { recoverFromLedger } from '../startup/recover'
import { intakeOf } from '../testing/complaints'
import { expectDerived } from '../testing/derived'
import { readerOf } from '../testing/frozenRelease'
import { kept, signMonth } from '../testing/months'
import { openTestOffice, type TestOffice } from '../testing/office'
import { addAttachmentsCommand } from './attachments'
import { registerComplaintCommand, voidComplaintCommand } from './complaints'
import { eraseCommand, type EraseInput, holdCommand } from './privacy'
import type { SavedRecord } from './recordCommand'

const at = (day: string) => new Date(`${day}T09:00:00+08:00`).toISOString()
const SECRETS = ['王小明', '13812345678', '5-2-301', '漏水到床上']
const SHA = 'a'.repeat(64)

/** Writes a line of 待核对, as what comes from another machine does. */
const foundCommand: CommandSpec<Dispute, null> = {
  name: 'test.found',
  permission: 'record.read',
  tables: ['disputes'],
  input: disputeSchema,
  run: async (tx, dispute) => {
    await tx.put('disputes', dispute)
    return accept(null)
  },
}

let office: TestOffice
let gone: SavedRecord
let other: SavedRecord
beforeEach(async () => {
  office = await openTestOffice()
  office.db.reader = () => {
    const { user } = office.session.snapshot()
    return user && { userId: user.id, role: user.role }
  }
  await office.signInAs('supervisor')
  gone = await complain('王小明家漏水到床上', '2026-03-02')
  other = await complain('楼道灯不亮', '2026-03-03')
  const file = { sha256: SHA, size: 9, kind: 'image' as const, mime: 'image/png', name: '王小明家.png' }
  const added = { table: 'complaints' as const, recordId: gone.id, files: [file], sheet: null }
  kept(await office.runner.run(addAttachmentsCommand, added))
  await voids(gone.id, '王小明撤回')
  office.clock.now = at('2026-04-02')
  await signMonth(office, '2026-03')
})

async function complain(content: string, day: string): Promise<SavedRecord> {
  office.clock.now = at(day)
  const complainant = {
    anonymous: false,
    personId: null,
    unitId: null,
    name: '王小明',
    phone: '13812345678',
    unitCode: '5-2-301',
  }
  const intake = intakeOf(content, { registeredAt: office.clock.now, complainant })
  return kept(await office.runner.run(registerComplaintCommand, { intake, receivedBy: '' }))
}

async function voids(id: string, reason: string): Promise<void> {
  const rev = (await office.db.of('complaints').get(id))?.rev ?? 0
  kept(await office.runner.run(voidComplaintCommand, { id, rev, reason }))
}

const order = (change: Partial<EraseInput> = {}): EraseInput => ({
  records: [{ table: 'complaints', id: gone.id }],
  reason: '应王小明的请求',
  basis: 'consentWithdrawn',
  ...change,
})

async function erase(change: Partial<EraseInput> = {}) {
  await office.signInAs('director')
  return office.runner.run(eraseCommand, order(change))
}

/** Everything that the database says of one complaint, and of what hangs on it. */
async function saidOf(db: DeskDatabase, id: string): Promise<string> {
  const entries = await db.of('audit').where('refIds').equals(id).toArray()
  const said = [
    await db.of('complaints').get(id),
    await db.of('attachments').where('recordId').equals(id).toArray(),
    await db.of('searchDocs').get(id),
    entries,
    await db.of('auditDetails').bulkGet(entries.map(({ opId }) => opId)),
    await db.of('erasures').toArray(),
    (await db.of('monthSeals').toArray()).flatMap(({ checks }) =>
      checks.flatMap(({ findings }) => findings.filter((one) => one.id === id)),
    ),
    (await db.of('drafts').toArray()).filter(({ targetId }) => targetId === id),
    await db.of('disputes').where('recordId').equals(id).toArray(),
  ]
  return JSON.stringify(said)
}

function expectClean(said: string): void {
  for (const secret of SECRETS) expect(said).not.toContain(secret)
}

/** The journal as main leaves it. */
async function clearedLines() {
  const reword = redacting(await clearingOrder(office.db))
  return office.lines.map((line) => ({ ...line, body: reword(line) }))
}

describe('erasure by law (domain 13)', () => {
  it('leaves nothing of the person in record, files, search, chain and seal, though the month is locked', async () => {
    expect(await saidOf(office.db, gone.id)).toContain('王小明')
    kept(await erase())
    expectClean(await saidOf(office.db, gone.id))
    const row = await office.db.of('complaints').get(gone.id)
    expect(row).toMatchObject({ number: gone.number, state: 'void', erased: { basis: 'consentWithdrawn' } })
    expect(row?.intake).toMatchObject({ content: '已按规定删除', channel: 'phone' })
    await expectDerived(office.db)
  })

  it('takes both versions out of 待核对, and its journal line, and nobody is asked about them any more', async () => {
    const row = await office.db.of('complaints').get(gone.id)
    if (!row) throw new Error('no complaint')
    const found = { base: null, inForce: '王小明家', waiting: '王小明家，5-2-301' }
    const open = disputeOf(office.clock.now, {
      table: 'complaints',
      kind: 'fields',
      fields: [{ path: 'intake.place', ...found }],
      waiting: { ...row },
      deviceId: 'machine-b',
      opId: 'op-b',
    })
    kept(await office.runner.run(foundCommand, open))
    kept(await erase())
    expectClean(await saidOf(office.db, gone.id))
    expect(await office.db.of('disputes').get(open.id)).toMatchObject({
      state: 'kept',
      fields: [],
      waiting: { id: gone.id },
      decidedBy: expect.stringMatching(/./),
    })
    const told = (await clearedLines()).filter(({ body }) => body.includes(open.id))
    expect(told.length).toBeGreaterThan(1)
    for (const { body } of told) expectClean(body)
  })

  it('keeps the chain whole', async () => {
    kept(await erase())
    const rows = await office.db.of('audit').toArray()
    const entries = rows.map(({ refIds: _index, ...entry }) => entry)
    expect(verifyChain(entries)).toMatchObject({ ok: true, count: entries.length })
    for (const entry of entries) {
      expect(verifyEntry(entry, (await office.db.of('auditDetails').get(entry.opId)) ?? null)).toBe(true)
    }
  })

  it('is told by the verification of the signed month, and never called a change', async () => {
    kept(await erase())
    const verdict = await verifyMonth(office.db, '2026-03', office.clock.now)
    const kinds = (verdict?.findings ?? []).map((one) => [one.kind, 'id' in one ? one.id : ''])
    expect(kinds).toContainEqual(['erased', gone.id])
    expect(kinds.filter(([kind]) => !['erased', 'erasedWords'].includes(String(kind)))).toEqual([])
    await office.db.table('complaints').where('id').equals(gone.id).modify({ summary: '改过' })
    const after = await verifyMonth(office.db, '2026-03', office.clock.now)
    expect(after?.findings).toContainEqual(expect.objectContaining({ kind: 'changed', id: gone.id }))
  })

  it('ends the life of the record: nothing is written to it any more', async () => {
    kept(await erase())
    await office.signInAs('supervisor')
    const file = { sha256: 'b'.repeat(64), size: 9, kind: 'image' as const, mime: 'image/png', name: 'x.png' }
    const added = { table: 'complaints' as const, recordId: gone.id, files: [file], sheet: null }
    const answer = await office.runner.run(addAttachmentsCommand, added)
    expect(answer.ok).toBe(false)
    expect(await erase()).toMatchObject({ refusal: { key: 'record.erased' } })
  })

  it('has main take it out of journal and files, and the books come back without it', async () => {
    kept(await erase())
    expect((await clearingOrder(office.db)).files).toEqual([SHA])
    const lines = await clearedLines()
    const about = lines.filter(({ body }) => body.includes(gone.id)).map(({ body }) => JSON.parse(body))
    for (const { detail, writes } of about) {
      const own = writes.filter((one: { put?: { id: string } }) => one.put?.id !== other.id)
      if (detail === null || detail.changes.every((one: { id: string }) => one.id !== other.id))
        expectClean(JSON.stringify([detail, own]))
    }
    const db = new DeskDatabase(`again-${gone.id}-${Math.random()}`)
    await recoverFromLedger(db, readerOf(lines), lines.length, () => undefined)
    expectClean(await saidOf(db, gone.id))
    for (const table of ['complaints', 'attachments', 'audit', 'auditDetails', 'searchDocs'] as const)
      expect(await db.of(table).toArray(), table).toEqual(await office.db.of(table).toArray())
  })

  it('is done again by a recovery from lines that were not cleared, and after an older backup', async () => {
    const before = office.lines.length
    kept(await erase())
    const db = new DeskDatabase(`uncleared-${gone.id}-${Math.random()}`)
    await recoverFromLedger(db, readerOf(office.lines), office.lines.length, () => undefined)
    expectClean(await saidOf(db, gone.id))
    const old = new DeskDatabase(`older-${gone.id}-${Math.random()}`)
    await recoverFromLedger(old, readerOf(office.lines.slice(0, before)), before, () => undefined)
    expect(await saidOf(old, gone.id)).toContain('王小明')
    await applyErasures(old, await office.db.of('erasures').toArray())
    expectClean(await saidOf(old, gone.id))
    const row = withoutListKeys((await old.of('complaints').get(gone.id)) ?? {})
    expect(row).toEqual(withoutListKeys((await office.db.of('complaints').get(gone.id)) ?? {}))
    await expectDerived(old)
  })

  it('asks for the director, a reason, an ended matter, a period that is over', async () => {
    expect(await erase({ records: [{ table: 'complaints', id: other.id }] })).toMatchObject({
      refusal: { key: 'privacy.stillOpen', params: { number: other.number } },
    })
    expect(await erase({ reason: ' ' })).toMatchObject({ refusal: { key: 'privacy.reasonRequired' } })
    expect(await erase({ basis: 'retentionOver' })).toMatchObject({ refusal: { key: 'privacy.notDue' } })
    office.clock.now = addCivilYears(office.clock.now, 3)
    const hold = { table: 'complaints', id: gone.id, reason: '诉讼中', until: '2029-12-31' }
    kept(await office.runner.run(holdCommand, hold))
    expect(await erase({ basis: 'retentionOver' })).toMatchObject({
      refusal: { key: 'privacy.held', params: { until: '2029-12-31' } },
    })
    office.clock.now = at('2030-01-02')
    kept(await erase({ basis: 'retentionOver' }))
    await office.signInAs('supervisor')
    expect(await office.runner.run(eraseCommand, order())).toMatchObject({
      refusal: { key: 'role.notAllowed' },
    })
  })

  it('shows in the timeline that there were steps, and who erased', async () => {
    kept(await erase())
    const told = await timelineOf(office.db, gone.id)
    expect(told[0]?.entry.command).toBe('privacy.erase')
    expect(told.length).toBeGreaterThan(2)
    expectClean(JSON.stringify(told))
    expect(told[0]?.detail?.reason).toContain('〔姓名〕')
    // Who did it is no resident's data: the chain knows the user.
    expect(told.map(({ userName }) => userName)).not.toContain('')
    expect(told.at(-1)).toMatchObject({ detail: null, userName: '用户supervisor' })
  })
})
