import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { SealFinding } from '../../../shared/domain/monthReview/verify'
import { complaintPaper } from '../commands/complaintPaper'
import { judgeCommand, registerComplaintCommand } from '../commands/complaints'
import { registerLostItemCommand } from '../commands/lostItems'
import { linkRecordsCommand } from '../commands/recordLinks'
import type { SavedRecord } from '../commands/recordCommand'
import { intakeOf } from '../testing/complaints'
import { agreeTo, askFor, lockMonth } from '../testing/corrections'
import { lostItemOf } from '../testing/lost'
import { kept, signMonth } from '../testing/months'
import { openTestOffice, type TestOffice } from '../testing/office'
import { monthViewOf } from './monthReviews'
import { verifyMonth } from './verifyMonth'

const MARCH = '2026-03'
const at = (day: string) => new Date(`${day}T09:00:00+08:00`).toISOString()

let office: TestOffice
let complaint: SavedRecord
beforeEach(async () => {
  office = await openTestOffice()
  office.db.reader = () => {
    const { user } = office.session.snapshot()
    return user && { userId: user.id, role: user.role }
  }
  complaint = await complain('电梯停运', '2026-03-02')
  await complain('楼道灯不亮', '2026-03-03')
  office.clock.now = at('2026-04-02')
  await signMonth(office, MARCH)
})

async function complain(content: string, day: string): Promise<SavedRecord> {
  office.clock.now = at(day)
  const intake = intakeOf(content, { registeredAt: office.clock.now })
  return kept(await office.runner.run(registerComplaintCommand, { intake, receivedBy: '' }))
}

async function findings(): Promise<SealFinding[]> {
  const verdict = await verifyMonth(office.db, MARCH, office.clock.now)
  if (!verdict) throw new Error('March was never signed')
  return verdict.findings
}

/** Changes a row where no command did: what a tool on the profile's files could do. */
async function tamper(id: string, change: (row: { intake: { content: string } }) => void): Promise<void> {
  await office.db.table('complaints').where('id').equals(id).modify(change)
}

const named = () => ({ table: 'complaints', id: complaint.id, number: complaint.number })

describe('verification of a signed month (domain 12)', () => {
  it('finds it whole, with everything that may still be done to its records', async () => {
    const seen: number[] = []
    const verdict = await verifyMonth(office.db, MARCH, office.clock.now, (done, total) =>
      seen.push(done / total),
    )
    expect(verdict).toMatchObject({ month: MARCH, records: 3, findings: [] })
    expect([seen.at(-1), seen.toSorted((a, b) => a - b)]).toEqual([1, seen])
    const judged = { nature: 'valid', severity: 'minor', cause: 'fees' } as const
    const { id } = complaint
    const after = kept(await office.runner.run(judgeCommand, { id, rev: complaint.rev, ...judged }))
    const print = { form: 'complaintVisit', digest: 'x', way: 'printer' as const, copies: 1 }
    kept(await office.runner.run(complaintPaper.markPrinted, { id, rev: after.rev, ...print }))
    const intake = lostItemOf({ handedInAt: office.clock.now })
    const item = kept(await office.runner.run(registerLostItemCommand, { intake }))
    const other = { table: 'lostItems' as const, id: item.id }
    const linking = { table: 'complaints' as const, id, rev: after.rev + 1, other }
    kept(await office.runner.run(linkRecordsCommand, linking))
    expect(await findings()).toEqual([])
  })

  it('names a record that was changed past the app', async () => {
    await tamper(complaint.id, (row) => {
      row.intake.content = '从来没有这回事'
    })
    expect(await findings()).toEqual([{ kind: 'changed', ...named(), fields: [] }])
  })

  it('names the field that a command had written before, where one was changed past the app', async () => {
    const judged = { nature: 'valid', severity: 'minor', cause: 'fees' } as const
    const { id, rev } = complaint
    kept(await office.runner.run(judgeCommand, { id, rev, ...judged }))
    await office.db
      .table('complaints')
      .where('id')
      .equals(id)
      .modify((row: { intake: { content: string }; judgement: { cause: string } }) => {
        row.judgement.cause = 'service'
        row.intake.content = '没事'
      })
    expect(await findings()).toEqual([{ kind: 'changed', ...named(), fields: ['judgement'] }])
  })

  it('names a record that is gone, and one that was slipped in', async () => {
    const row = await office.db.table('complaints').get(complaint.id)
    await office.db.table('complaints').delete(complaint.id)
    expect(await findings()).toEqual([{ kind: 'missing', ...named() }])
    await office.db
      .table('complaints')
      .bulkPut([row, { ...row, id: 'slipped-in', number: '客服-TS-2026-0099' }])
    expect(await findings()).toEqual([
      { kind: 'unknown', table: 'complaints', id: 'slipped-in', number: '客服-TS-2026-0099' },
    ])
  })

  it('knows a record that came into the month since: a 更正单 put the date of a later one right', async () => {
    const { id } = await complain('车库积水', '2026-04-03')
    office.clock.now = at('2026-05-02')
    await lockMonth(office, '2026-04')
    const change = { path: 'intake.registeredAt', before: at('2026-04-03'), after: at('2026-03-30') }
    kept(await agreeTo(office, kept(await askFor(office, 'complaints', id, { changes: [change] })).id))
    const view = await monthViewOf(office.db, MARCH, office.clock.now)
    expect(view.rowsOf('complaints').map((row) => row.id)).toContain(id)
    expect(await findings()).toEqual([])
    // What no command says is not believed.
    await office.db.of('auditDetails').clear()
    expect(await findings()).toContainEqual({
      kind: 'unknown',
      table: 'complaints',
      id,
      number: expect.any(String),
    })
  })

  it('names a chain that was cut, shortened or rewritten', async () => {
    const entries = await office.db.of('audit').toArray()
    const entry = entries.find(({ seq }) => seq === 3)
    if (!entry) throw new Error('the chain is too short for this test')
    const { deviceId } = entry
    await office.db.of('audit').put({ ...entry, userId: 'somebody' })
    expect(await findings()).toMatchObject([{ kind: 'chain', deviceId, seq: 3, problem: 'digest' }])
    await office.db.of('audit').put(entry)
    const head = (await office.db.of('monthSeals').get(MARCH))?.chains[0]?.seq ?? 0
    await office.db.of('audit').delete([deviceId, head] as never)
    const cut = await findings()
    expect(cut).toContainEqual({ kind: 'head', deviceId, seq: head })
    expect(cut).toContainEqual({ kind: 'chain', deviceId, seq: head + 1, problem: 'sequence' })
  })

  it('names a seal that was altered, and one that the review does not know', async () => {
    const seal = await office.db.of('monthSeals').get(MARCH)
    if (!seal) throw new Error('nothing was sealed')
    await office.db.of('monthSeals').put({ ...seal, by: '别人' })
    expect(await findings()).toEqual([{ kind: 'seal' }])
    await office.db.of('monthSeals').put(seal)
    await office.db
      .table('monthReviews')
      .where('id')
      .equals(MARCH)
      .modify({ digest: 'f'.repeat(64) })
    expect((await findings()).map(({ kind }) => kind)).toContain('seal')
  })

  it('does not guess where the law had a later change erased', async () => {
    const judged = { nature: 'valid', severity: 'minor', cause: 'fees' } as const
    const { id, rev } = complaint
    kept(await office.runner.run(judgeCommand, { id, rev, ...judged }))
    const entry = (await office.db.of('audit').where('refIds').equals(id).toArray()).at(-1)
    await office.db.of('auditDetails').delete(entry?.opId ?? '')
    expect(await findings()).toEqual([{ kind: 'untold', ...named() }])
  })

  it('has nothing to say of a month that was never signed', async () => {
    expect(await verifyMonth(office.db, '2026-04', office.clock.now)).toBeNull()
  })
})
