import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { changedAfterPrint, contentDigest } from '../../../shared/domain/complaint/content'
import { emptyReport } from '../../../shared/domain/incident/blank'
import type { CheckLine } from '../../../shared/domain/month/check'
import { instantOf } from '../../../shared/util/civilTime'
import type { Result } from '../../../shared/util/result'
import { complaintPaper, reserveNumbersCommand } from '../commands/complaintPaper'
import { judgeCommand, registerComplaintCommand, voidComplaintCommand } from '../commands/complaints'
import { registerIncidentCommand } from '../commands/incidents'
import { registerLostItemCommand } from '../commands/lostItems'
import { planVisitCommand, registerVisitCommand } from '../commands/visits'
import type { Saved } from '../core/commandRunner'
import { keepMonths } from '../keepMonths'
import { intakeOf } from '../testing/complaints'
import { agreeTo, askFor, lockMonth } from '../testing/corrections'
import { lostItemOf } from '../testing/lost'
import { openTestOffice, type TestOffice } from '../testing/office'
import { addUnit, visitTo } from '../testing/visits'
import { checkMonthNow } from './monthChecks'
import { monthViewOf } from './monthReviews'

const FORM = 'complaintVisit'

let office: TestOffice
beforeEach(async () => {
  office = await openTestOffice()
  office.db.reader = () => {
    const { user } = office.session.snapshot()
    return user && { userId: user.id, role: user.role }
  }
})

function kept<T>(answer: Result<Saved<T>>): T {
  if (!answer.ok) throw new Error(`${answer.refusal.key} ${answer.refusal.field ?? ''}`)
  return answer.value.value
}

/** Sets the clock of the estate, and who works. */
async function at(day: string, time: string, role: 'clerk' | 'supervisor' | 'director' = 'clerk') {
  office.clock.now = instantOf(day, time)
  await office.signInAs(role)
}

async function register(content: string) {
  const intake = intakeOf(content, { registeredAt: office.clock.now })
  return kept(await office.runner.run(registerComplaintCommand, { intake, receivedBy: '' })).id
}

async function complaint(id: string) {
  const row = await office.db.of('complaints').get(id)
  if (!row) throw new Error(`no complaint ${id}`)
  return row
}

async function printAndSign(id: string) {
  const row = await complaint(id)
  const sheet = { form: FORM, digest: contentDigest(row), way: 'printer' as const, copies: 1 }
  kept(await office.runner.run(complaintPaper.markPrinted, { id, rev: row.rev, ...sheet }))
  const { rev } = await complaint(id)
  const signature = { form: FORM, outcome: 'signed' as const, by: '张三', at: office.clock.now, reason: '' }
  kept(await office.runner.run(complaintPaper.recordSignature, { id, rev, ...signature }))
}

const check = async (month: string): Promise<CheckLine[]> =>
  checkMonthNow(await monthViewOf(office.db, month, office.clock.now))

/** Lines with something behind them: the ends of the numbers, `TS-0001`. */
async function found(month: string): Promise<Record<string, string[]>> {
  const lines = (await check(month)).filter(({ findings }) => findings.length > 0)
  const short = (number: string) => number.replace(/^客服-(\w+)-\d+-/, '$1-')
  return Object.fromEntries(
    lines.map(({ key, findings }) => [key, findings.map(({ number }) => short(number))]),
  )
}

describe('the checklist of a small month (domain 12), written by commands', () => {
  beforeEach(async () => {
    await addUnit(office, '301')
    await addUnit(office, '302', 'let')
    await at('2026-03-02', '09:00')
    const signed = await register('电梯三天没人来修')
    await printAndSign(signed)
    const voided = await register('登记了两次')
    kept(await office.runner.run(reserveNumbersCommand, { count: 1 }))
    const report = { ...emptyReport(office.clock.now), kind: 'death' as const, place: '秘地点' }
    kept(await office.runner.run(registerIncidentCommand, { report, reportedBy: '', parties: [] }))
    kept(await office.runner.run(registerLostItemCommand, { intake: lostItemOf({ category: 'bankCard' }) }))
    kept(await office.runner.run(registerVisitCommand, visitTo('5-2-301', office.clock.now)))
    const { plan } = visitTo('5-2-302', instantOf('2026-03-04', '19:00'))
    kept(await office.runner.run(planVisitCommand, { plan }))
    await at('2026-03-05', '10:00', 'supervisor')
    const { rev } = await complaint(voided)
    kept(await office.runner.run(voidComplaintCommand, { id: voided, rev, reason: '重复登记' }))
    const judging = { nature: 'valid', severity: 'minor', cause: 'facilities' } as const
    const { rev: before } = await complaint(signed)
    kept(await office.runner.run(judgeCommand, { id: signed, rev: before, ...judging }))
    await at('2026-04-01', '09:00')
    await register('四月的投诉')
    await at('2026-04-02', '09:00', 'supervisor')
    await keepMonths({ session: office.session, run: (spec, input) => office.runner.run(spec, input) })
  })

  it('has exactly what is amiss behind each line, and nothing of another month', async () => {
    expect(await found('2026-03')).toEqual({
      'all.voids': ['TS-0002'],
      'all.notFilledIn': ['TS-0003'],
      'all.notFiled': ['TS-0001'],
      'all.overdue': ['SW-0001', 'SG-0001', 'FW-0002', 'TS-0001'],
      'complaint.replyOverdue': ['TS-0001'],
      'incident.noPrevention': ['SG-0001'],
      'incident.notApproved': ['SG-0001'],
      'incident.lateReport': ['SG-0001'],
      'lostItem.notHandedOver': ['SW-0001'],
      'lostItem.notCounted': [''],
      'visit.noOpinion': ['FW-0001'],
      'all.changedAfterPrint': ['TS-0001'],
    })
  })

  it('measures the visits against both goals', async () => {
    const figures = (await check('2026-03')).filter(({ figure }) => figure !== null)
    expect(figures.map(({ key, figure }) => [key, figure])).toEqual([
      ['visit.monthGoal', { value: 1, denominator: 2, needed: 1, reached: true }],
      ['visit.yearGoal', { value: 1, denominator: 2, needed: 2, reached: false }],
    ])
  })

  it('goes on in the next month with what is open, and with what is its own', async () => {
    const lines = await found('2026-04')
    expect(lines['all.overdue']).toEqual(['SW-0001', 'SG-0001', 'FW-0002', 'TS-0001'])
    expect(lines['all.voids']).toBeUndefined()
    expect(lines['visit.noOpinion']).toBeUndefined()
  })

  it('grows shorter as the clerk mends it', async () => {
    const [row] = await office.db.of('complaints').toArray()
    if (!row) throw new Error('no complaint')
    await printAndSign(row.id)
    expect(changedAfterPrint(await complaint(row.id), FORM)).toBe(false)
    const lines = await found('2026-03')
    expect(lines['all.changedAfterPrint']).toBeUndefined()
    // The new sheet belongs to April.
    expect(lines['all.notFiled']).toBeUndefined()
  })

  it('tells a clerk nothing of a 限阅 incident but in its number and type', async () => {
    const lines = await check('2026-03')
    expect(JSON.stringify(lines)).not.toContain('秘')
    await office.signInAs('viewer')
    const seen = (await check('2026-03')).flatMap(({ findings }) => findings)
    expect(seen.filter(({ table }) => table === 'incidents')).toEqual([])
  })

  it('leads from the 更正单 of the month to the record of the locked one', async () => {
    await lockMonth(office, '2026-03')
    const [row] = await office.db.of('complaints').toArray()
    if (!row) throw new Error('no complaint')
    const change = { path: 'intake.place', before: row.intake.place, after: '5号楼2单元电梯' }
    const asked = kept(await askFor(office, 'complaints', row.id, { changes: [change] }))
    expect((await found('2026-04'))['correction.open']).toEqual(['BG-0001'])
    await office.signInAs('director')
    kept(await agreeTo(office, asked.id))
    const lines = await found('2026-04')
    expect(lines['correction.open']).toBeUndefined()
    expect(lines['correction.ofMonth']).toEqual(['BG-0001'])
    expect(lines['correction.changed']).toEqual(['TS-0001'])
    expect((await found('2026-03'))['correction.changed']).toBeUndefined()
  })
})
